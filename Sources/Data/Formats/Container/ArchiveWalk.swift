/// Looks at the members of one archive, one after the other.
struct ArchiveWalk {
    private let archive: ArchiveReader
    private let neighbours: ArchiveNeighbours
    private let name: String
    private let options: ContainerOptions
    private var isFinished = false

    init(_ file: OpenFile, kind: ArchiveKind, name: String, options: ContainerOptions) throws {
        archive = try ArchiveReader(file, kind: kind, options: options)
        neighbours = ArchiveNeighbours(file, options: options)
        self.name = name
        self.options = options
    }

    /// The next member that is a file; nil after the last one.
    mutating func next() -> SourceFile? {
        while !isFinished {
            do {
                guard let member = try archive.next() else {
                    isFinished = true
                    return nil
                }
                guard member.isFile else { continue }
                return look(at: member)
            } catch {
                isFinished = true
                return .broken(name: name, failure: FormatFailure(error))
            }
        }
        return nil
    }

    private mutating func look(at member: ArchiveReader.Member) -> SourceFile {
        let name = name + "!/" + path(of: member)
        if path(of: member).split(separator: "/").contains(where: Self.isHidden) {
            return .skipped(name: name, reason: "hidden")
        }
        if member.isEncrypted { return .skipped(name: name, reason: "encrypted; unpack it first") }
        do {
            let stream = MemberStream(member, of: archive, name: name)
            let replay = try ReplayStream(stream, lookingAt: Recognition.headLength)
            let head = replay.head
            switch Recognition(head: head) {
            case .format(let format):
                return .recognised(
                    RecognisedSource(member, of: archive, beside: neighbours, name: name, format: format, head: head)
                )
            case .skipped(let reason): return .skipped(name: name, reason: reason)
            case .archive(.zip): return try lookInside(replay)
            case .archive: return .skipped(name: name, reason: Self.nested)
            }
        } catch {
            let failure = FormatFailure(error)
            if case .limit = failure { isFinished = true }
            return .broken(name: name, failure: failure)
        }
    }

    /// A member that is a workbook is copied to a file, because it is read from several places.
    private func lookInside(_ stream: ReplayStream) throws -> SourceFile {
        let copy = try OpenFile.temporary(holding: stream, limit: options.maximumSpooledBytes)
        switch try Recognition(copy, head: stream.head, options: options) {
        case .format(let format):
            let modified = archive.file.modifiedAt
            return .recognised(
                RecognisedSource(copy, name: stream.name, format: format, head: stream.head, modifiedAt: modified)
            )
        case .skipped(let reason): return .skipped(name: stream.name, reason: reason)
        case .archive: return .skipped(name: stream.name, reason: Self.nested)
        }
    }

    private static func isHidden(_ part: Substring) -> Bool {
        part == "__MACOSX" || part.hasPrefix(".") && part != "." && part != ".."
    }

    private static let nested = "an archive inside an archive; unpack it first"

    /// The member's path; a single compressed file has none but that of its archive.
    private func path(of member: ArchiveReader.Member) -> String {
        let isNamed = !member.path.isEmpty && member.path != "data"
        guard !isNamed else { return String(member.path.trimmingPrefix("./")) }
        let file = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
        return String(file[..<dot])
    }
}
