import Domain
import EntryIndex
import Formats
package import Foundation
package import Store

/// Writes records as JSON Lines in the product's export shape.
package struct ExportRecords: Sendable {
    private let store: Store

    package init(store: Store) {
        self.store = store
    }

    /// The lines of some entries, in the order given; an entry withdrawn since is left out.
    ///
    /// Addresses of private persons are cut to the city (rules for publishing personal data).
    /// - Throws: What the store throws; `DecodingError` for damaged content.
    package func lines(of ids: [String]) async throws -> [Data] {
        let encoder = ExportRecord.encoder()
        var lines: [Data] = []
        for entry in try await store.entries(ids, withTexts: true) {
            guard let entry, !entry.isTombstone else { continue }
            let sources = try await store.sources(of: entry.entry)
                .map { try SourceStatement(content: $0.content) }.sorted(by: SourceStatement.precedes)
            let right = try RightContent.right(of: entry).masked
            let first = sources.first
            var line = try encoder.encode(
                ExportRecord(
                    right: right,
                    source: first.map { ExportRecord.Source(file: $0.file, format: $0.format, position: $0.position) }
                )
            )
            line.append(0x0A)
            lines.append(line)
        }
        return lines
    }
}
