import Synchronization

/// Finds members of a zip file by their paths, for documents that name the pictures beside them.
///
/// It goes on where it found the last one and round to the beginning once, so that the documents of an archive and their
/// pictures cost one walk in all where they lie in the order of the documents, besides the one that lists them. A document
/// whose pictures lie before the last one found costs a walk of its own.
final class ArchiveNeighbours: Sendable {
    private let file: OpenFile
    private let options: ContainerOptions
    private struct State {
        /// Where the last one was found.
        var reader: ArchiveReader?
        /// The paths of all members.
        var names: Set<String>?
    }

    private let state = Mutex(State())

    init(_ file: OpenFile, options: ContainerOptions) {
        self.file = file
        self.options = options
    }

    /// Hands over the bytes of some members, or why they cannot be read; those that are not there are left out.
    ///
    /// - Throws: `FormatFailure` when the archive cannot be read.
    func find(_ paths: Set<String>, limit: Int, _ take: (String, Result<[UInt8], any Error>) -> Void) throws {
        try state.withLock { state in
            let names = try state.names ?? Set(ArchiveReader.names(of: open(), options: options).map(Self.plain))
            state.names = names
            var wanted = paths.intersection(names)
            for _ in 0..<2 where !wanted.isEmpty {
                let walk = if let reader = state.reader { reader } else { try begin() }
                state.reader = walk
                while !wanted.isEmpty {
                    guard let member = try walk.next() else {
                        state.reader = nil
                        break
                    }
                    let path = Self.plain(member.path)
                    guard member.isFile, wanted.remove(path) != nil else { continue }
                    take(path, Result { try Self.bytes(of: member, walk, limit) })
                }
            }
        }
    }

    /// A path as it is looked up.
    static func plain(_ path: String) -> String { String(path.trimmingPrefix("./")) }

    private func begin() throws -> ArchiveReader { try ArchiveReader(open(), kind: .zip, options: options) }

    // Opened anew, because a descriptor has one position and the archive is being walked with the other.
    private func open() throws -> OpenFile { try OpenFile(path: "/proc/self/fd/\(file.descriptor)") }

    private static func bytes(of member: ArchiveReader.Member, _ walk: ArchiveReader, _ limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while case let some = try walk.bytes(of: member), !some.isEmpty {
            bytes += some
            guard bytes.count <= limit else { throw FormatFailure.unreadable(reason: "larger than \(limit) bytes") }
        }
        return bytes
    }
}
