package import Index

/// What an index is of: entries of which registers, and how they become documents.
package protocol DocumentSource: Sendable {
    /// What documents consist of; the same for as long as the program runs.
    var schema: Schema { get }
    /// What snapshots remember of the rules by which documents were made, beside schema and analysis; an index that remembers
    /// something else is built anew.
    var rules: [String: String] { get }
    /// Whether entries of a register are indexed; contents of others are not even read.
    func wants(_ register: String) -> Bool
    /// Somebody who makes documents, with a scratch of their own.
    func maker() -> sending any DocumentMaker
}
