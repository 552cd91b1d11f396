import Bytes
import Foundation
import Synchronization

/// A file layer whose machine stops before a chosen operation and loses what was not made durable.
///
/// It really writes, so that the writer can map its files, and keeps beside that what a disk would hold.
final class LossyLayer: FileLayer {
    /// What of the unsynced reached the disk before the machine stopped.
    enum Survival: CaseIterable {
        /// Nothing.
        case nothing
        /// Everything.
        case everything
        /// The names, but of unsynced bytes only the first half.
        case namesOnly
        /// Of the names only the one given last.
        case lastNameOnly
    }

    private final class Inode {
        var bytes: [UInt8]
        var durable: [UInt8]
        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            durable = bytes
        }
    }

    private struct State {
        var operationsLeft: Int
        var operations = 0
        var names: [String: Inode] = [:]
        var durableNames: [String: Inode] = [:]
        var lastName: String?
        var handles: [FileHandleNumber: Inode] = [:]
    }

    private let disk = DiskLayer()
    private let state: Mutex<State>

    init(stoppingBefore operation: Int = .max) {
        state = Mutex(State(operationsLeft: operation))
    }

    var operations: Int { state.withLock { $0.operations } }

    private func step(_ path: String, _ body: (inout State) -> Void = { _ in }) throws(FileFailure) {
        let runs = state.withLock { state -> Bool in
            guard state.operationsLeft > 0 else { return false }
            state.operationsLeft -= 1
            state.operations += 1
            body(&state)
            return true
        }
        if !runs { throw .system(operation: "go on with", path: path, code: EIO) }
    }

    func create(_ path: String) throws(FileFailure) -> FileHandleNumber {
        try step(path)
        let handle = try disk.create(path)
        state.withLock { state in
            let inode = Inode([])
            state.names[path] = inode
            state.handles[handle] = inode
        }
        return handle
    }

    func extend(_ path: String) throws(FileFailure) -> FileHandleNumber {
        try step(path)
        let handle = try disk.extend(path)
        state.withLock { state in
            let inode = state.names[path] ?? Inode([])
            state.names[path] = inode
            state.handles[handle] = inode
        }
        return handle
    }

    func append(_ bytes: [UInt8], to file: FileHandleNumber, path: String) throws(FileFailure) {
        try step(path) { $0.handles[file]?.bytes += bytes }
        try disk.append(bytes, to: file, path: path)
    }

    func close(_ file: FileHandleNumber, path: String) throws(FileFailure) {
        try disk.close(file, path: path)
        state.withLock { $0.handles[file] = nil }
    }

    func sync(_ path: String) throws(FileFailure) {
        try step(path) { state in
            if let inode = state.names[path] { inode.durable = inode.bytes }
        }
    }

    func rename(_ path: String, to newPath: String) throws(FileFailure) {
        try step(path) { state in
            state.names[newPath] = state.names.removeValue(forKey: path)
            state.lastName = newPath
        }
        try disk.rename(path, to: newPath)
    }

    func remove(_ path: String) throws(FileFailure) {
        try step(path) { $0.names[path] = nil }
        try disk.remove(path)
    }

    func syncFolder(_ path: String) throws(FileFailure) {
        try step(path) { $0.durableNames = $0.names }
    }

    /// Writes what is left into another folder.
    func writeSurvivors(_ survival: Survival, to folder: String) throws {
        let files = state.withLock { state in
            var names = survival == .nothing || survival == .lastNameOnly ? state.durableNames : state.names
            if survival == .lastNameOnly, let last = state.lastName { names[last] = state.names[last] }
            return names.mapValues { inode in
                switch survival {
                case .nothing, .lastNameOnly: inode.durable
                case .everything: inode.bytes
                case .namesOnly:
                    inode.durable == inode.bytes ? inode.bytes : Array(inode.bytes.prefix(inode.bytes.count / 2))
                }
            }
        }
        for (path, bytes) in files {
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
    }
}
