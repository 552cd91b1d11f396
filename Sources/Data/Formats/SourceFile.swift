/// What a path, or a member of an archive, turned out to be.
package enum SourceFile: Sendable {
    /// A reader can read it.
    case recognised(RecognisedSource)
    /// Nothing to read here; `reason` says what it looks like.
    case skipped(name: String, reason: String)
    /// It cannot be opened, or an archive breaks off here; members before the damage have been handed over.
    case broken(name: String, failure: FormatFailure)

    /// The path as given; of a member `archive.zip!/folder/member.xml`.
    package var name: String {
        switch self {
        case .recognised(let source): source.name
        case .skipped(let name, _), .broken(let name, _): name
        }
    }

    /// Looks at one file that is no archive.
    ///
    /// - Throws: `FormatFailure.unrecognised` with the reason, `FormatFailure.unreadable` when it cannot be opened.
    package static func recognise(
        _ path: String,
        options: ReadOptions = ReadOptions()
    ) throws -> RecognisedSource {
        let file = try OpenFile(path: path)
        let head = try file.read(at: 0, count: Recognition.headLength)
        switch try Recognition(file, head: head, options: options.container) {
        case .format(let format): return RecognisedSource(file, name: path, format: format, head: head)
        case .archive: throw FormatFailure.unrecognised(reason: "an archive: its members are files of their own")
        case .skipped(let reason): throw FormatFailure.unrecognised(reason: reason)
        }
    }
}
