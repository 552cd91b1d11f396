package import Domain
package import Formats
import Foundation

/// What one source says of a right, as the store keeps it to merge sources later.
package struct SourceStatement: Codable, Hashable, Sendable {
    /// Path of the file as imported.
    package var file: String
    package var format: SourceFormat?
    /// Where in the file, in words.
    package var position: String
    package var right: Right

    /// Reads a statement that the store kept.
    ///
    /// - Throws: `DecodingError` when it is none.
    package init(content: [UInt8]) throws {
        self = try JSONDecoder().decode(SourceStatement.self, from: Data(content))
    }

    package init(file: String, format: SourceFormat?, position: String, right: Right) {
        self.file = file
        self.format = format
        self.position = position
        self.right = right
    }

    /// How much a source is trusted beside others of the same right: the office's own documents before exchange files,
    /// these before lists that people exported. Lower is better.
    var rank: Int {
        switch format {
        case .cnipaXML, .usptoXML: 0
        case .st96: 1
        case .docdb: 2
        case .jsonl: 3
        case .xlsx, .csv: 4
        case nil: 5
        }
    }

    /// Statements of one right in the declared order: by rank, then the newer publication first, then by file.
    package static func precedes(_ left: SourceStatement, _ right: SourceStatement) -> Bool {
        if left.rank != right.rank { return left.rank < right.rank }
        let (mine, theirs) = (left.newestDate, right.newestDate)
        return mine != theirs ? mine > theirs : (left.file, left.position) < (right.file, right.position)
    }

    private var newestDate: Int64 {
        right.bibliography.publication?.date?.number ?? right.bibliography.application?.date?.number ?? 0
    }
}
