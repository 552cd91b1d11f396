import Domain
package import EntryIndex
import Formats

extension Search {
    /// What is like a text, as a query that its reader can change: any of its most telling words.
    package struct Likeness: Sendable {
        /// The words, the most telling first.
        package var words: [String]
        /// The query; nil where no record has any of the words.
        package var expression: Expression?
    }

    /// Makes a query of a text and a document together; nothing of them is kept.
    ///
    /// - Parameters:
    ///   - text: The text; may be empty.
    ///   - document: The bytes of a document as ``DocumentText`` reads it.
    /// - Returns: The words and the query.
    /// - Throws: `DocumentFault` when the document gives no text, ``DocumentsUnreadable`` when this machine
    ///   cannot read any now, `Failure.unavailable` and `Failure.tooMany` as for a text.
    package func likeness(of text: String, and document: [UInt8]) async throws -> Likeness {
        let lane: SearchPool.Lane = DocumentText.isHeavy(document) ? .document : .long
        let read: String
        do {
            read = try await pool.run(lane) { try DocumentText.read(document) }
        } catch FormatFailure.unreadable(let reason) {
            throw DocumentsUnreadable(reason: reason)
        }
        return try await likeness(of: text + "\n" + read)
    }

    /// This machine has no room for a document, or cannot start the program that reads it.
    struct DocumentsUnreadable: PassingFailure {
        /// What the operating system said, with paths of this machine: for the log, never for visitors.
        var reason: String
        var isPassing: Bool { true }
    }

    /// Makes a query of a text, as a description or a claim; of a very long one the beginning is read
    /// (`Options.likeBytes`).
    ///
    /// - Parameters:
    ///   - text: The text; nothing of it is kept.
    ///   - number: The number of a record that is not to be found, as the one that the text is of.
    /// - Returns: The words and the query.
    /// - Throws: `Failure.unavailable` while there is no index, `Failure.tooMany` when too many wait.
    package func likeness(of text: String, without number: (field: Field, text: String)? = nil) async throws -> Likeness
    {
        let searcher = try await newestSearcher(knowing: 0)
        let limit = options.tellingWords
        let beginning = String(decoding: text.utf8.prefix(options.likeBytes), as: UTF8.self)
        let lane: SearchPool.Lane = beginning.utf8.count > Self.shortText ? .long : .short
        let like = try await pool.run(lane) { try LikeText(beginning, searcher, limit: limit) }
        guard !like.said.isEmpty else { return Likeness(words: [], expression: nil) }
        let others = number.map { number in
            Expression(.not(Expression(.number(Expression.Number(number.text), number.field))))
        }
        return Likeness(words: like.said, expression: .all(of: [like.expression, others].compactMap(\.self)))
    }

    /// Bytes of a text that keep no other search waiting for long.
    private static let shortText = 32_768
}
