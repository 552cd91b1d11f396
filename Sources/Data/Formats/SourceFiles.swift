import Foundation

/// All files under the given paths: files, folders with everything below in the order of names, members of archives.
///
/// Links inside folders are not followed, hidden files are passed over; both stand in the sequence with the reason.
package struct SourceFiles: Sequence {
    private let paths: [String]
    private let options: ReadOptions

    package init(_ paths: [String], options: ReadOptions = ReadOptions()) {
        self.paths = paths
        self.options = options
    }

    /// Begins a walk.
    package func makeIterator() -> SourceFileWalk {
        SourceFileWalk(paths, options: options)
    }
}

/// One walk over paths; a member of an archive is to be read before the next file is asked for.
package struct SourceFileWalk: IteratorProtocol {
    /// A path that waits for its turn.
    private struct Waiting {
        var path: String
        /// Whether somebody named it, in which case links are followed and names with a dot are welcome.
        var isGiven: Bool
    }

    private let options: ReadOptions
    /// The next path last.
    private var waiting: [Waiting]
    private var archive: ArchiveWalk?

    init(_ paths: [String], options: ReadOptions) {
        self.options = options
        waiting = paths.reversed().map { Waiting(path: $0, isGiven: true) }
    }

    /// The next file; nil after the last one.
    package mutating func next() -> SourceFile? {
        while true {
            if let member = archive?.next() { return member }
            archive = nil
            guard let place = waiting.popLast() else { return nil }
            if let found = look(at: place) { return found }
        }
    }

    /// What a path is; nil when it was opened as a folder or an archive, whose contents come next.
    private mutating func look(at place: Waiting) -> SourceFile? {
        let name = place.path
        if !place.isGiven, let reason = reasonToPass(name) { return .skipped(name: name, reason: reason) }
        do {
            if try isFolder(name) {
                try enter(name)
                return nil
            }
            let file = try OpenFile(path: name)
            let head = try file.read(at: 0, count: Recognition.headLength)
            switch try Recognition(file, head: head, options: options.container) {
            case .format(let format): return .recognised(RecognisedSource(file, name: name, format: format, head: head))
            case .skipped(let reason): return .skipped(name: name, reason: reason)
            case .archive(let kind):
                archive = try ArchiveWalk(file, kind: kind, name: name, options: options.container)
                return nil
            }
        } catch {
            return .broken(name: name, failure: FormatFailure(error))
        }
    }

    private func reasonToPass(_ path: String) -> String? {
        if path.split(separator: "/").last?.hasPrefix(".") == true { return "hidden" }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
            // Whoever opens it will say why it cannot be read.
            return nil
        }
        return attributes[.type] as? FileAttributeType == .typeSymbolicLink
            ? "a symbolic link; name its target to read it" : nil
    }

    private func isFolder(_ path: String) throws -> Bool {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw FormatFailure.unreadable(reason: "no such file or folder")
        }
        return isFolder.boolValue
    }

    private mutating func enter(_ folder: String) throws {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw FormatFailure.unreadable(reason: "the folder cannot be listed: \(error.localizedDescription)")
        }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        waiting += names.sorted(by: >).map { Waiting(path: base + $0, isGiven: false) }
    }
}

extension FormatFailure {
    /// The failure that an error is, or an unreadable medium for any other error.
    init(_ error: any Error) {
        self = error as? FormatFailure ?? .unreadable(reason: "\(error)")
    }
}
