import Bytes
import Synchronization

/// A file layer that goes on until it is told to stop; then every operation but closing and removing fails.
final class StoppableLayer: FileLayer {
    private let layer: any FileLayer
    private let isStopped = Atomic<Bool>(false)

    init(_ layer: any FileLayer) { self.layer = layer }

    func stop() { isStopped.store(true, ordering: .relaxed) }

    func create(_ path: String) throws(FileFailure) -> FileHandleNumber {
        try check(path)
        return try layer.create(path)
    }

    func extend(_ path: String) throws(FileFailure) -> FileHandleNumber {
        try check(path)
        return try layer.extend(path)
    }

    func append(_ bytes: [UInt8], to file: FileHandleNumber, path: String) throws(FileFailure) {
        try check(path)
        try layer.append(bytes, to: file, path: path)
    }

    func close(_ file: FileHandleNumber, path: String) throws(FileFailure) { try layer.close(file, path: path) }

    func sync(_ path: String) throws(FileFailure) {
        try check(path)
        try layer.sync(path)
    }

    func rename(_ path: String, to newPath: String) throws(FileFailure) {
        try check(path)
        try layer.rename(path, to: newPath)
    }

    func remove(_ path: String) throws(FileFailure) { try layer.remove(path) }

    func syncFolder(_ path: String) throws(FileFailure) {
        try check(path)
        try layer.syncFolder(path)
    }

    private func check(_ path: String) throws(FileFailure) {
        // ECANCELED, whose words are "Operation canceled".
        if isStopped.load(ordering: .relaxed) { throw .system(operation: "go on with", path: path, code: 125) }
    }
}
