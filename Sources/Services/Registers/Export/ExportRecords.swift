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
    /// Addresses of private persons end at the city (rules for publishing personal data).
    ///
    /// - Parameter ids: identifiers of entries.
    /// - Returns: One JSON object each, with its line end.
    /// - Throws: What the store throws; `DecodingError` for damaged content.
    package func lines(of ids: [String]) async throws -> [Data] {
        let encoder = ExportRecord.encoder()
        var lines: [Data] = []
        lines.reserveCapacity(ids.count)
        for entry in try await store.entries(ids, withTexts: true) {
            guard let entry, entry.state == .live else { continue }
            let record = ExportRecord(
                right: try RightContent.right(of: entry).maskedForExport,
                source: try SourceStatement.origin(of: await store.sources(of: entry.entry))
            )
            var line = try encoder.encode(record)
            line.append(0x0A)
            lines.append(line)
        }
        return lines
    }
}
