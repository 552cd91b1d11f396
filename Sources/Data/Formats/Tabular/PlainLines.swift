import Domain

/// Reads the lines of a text file in which each line is an object in JSON (JSON Lines).
package struct PlainLines {
    private let file: OpenFile
    private let text: TextHead
    private let path: String
    private let limit: Int

    /// Opens a file; nil for one that does not begin with an object in JSON.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - options: the most bytes of a line.
    /// - Throws: `FormatFailure.unreadable`.
    package init?(path: String, options: TabularOptions = TabularOptions()) throws {
        file = try OpenFile(path: path)
        let head = try file.read(at: 0, count: Recognition.headLength)
        guard let text = TextHead(head, encoding: options.encoding),
            text.text.first(where: { !$0.isWhitespace }) == "{"
        else { return nil }
        self.text = text
        self.path = path
        limit = options.maximumRecordBytes
    }

    /// Hands the lines over that are not empty, with their numbers from 1.
    ///
    /// - Throws: `FormatFailure` for a line that is too long or no text; what `handOver` throws.
    package func lines(_ handOver: (Int, String) throws -> Void) throws {
        let stream = FileStream(file, name: path)
        var lines = LineReader(stream, head: text, lineEnd: LineReader.lineEnd(in: text.text), limit: limit)
        while true {
            switch try lines.next() {
            case .end: return
            case .tooLong:
                throw FormatFailure.limit(
                    setting: "maximumRecordBytes",
                    reason: "line \(lines.number) is longer than \(limit) bytes"
                )
            case .bytes(let bytes):
                guard let line = text.encoding.text(bytes) else {
                    throw FormatFailure.damaged(
                        position: "line \(lines.number)",
                        reason: "it is not \(text.encoding.rawValue); save the file in UTF-8"
                    )
                }
                if line.contains(where: { !$0.isWhitespace }) { try handOver(lines.number, line) }
            }
        }
    }
}
