internal import Bytes
internal import Foundation
internal import SQLCore

extension Verifier {
    /// Compares the rows of the audit with what was sealed of them in the log.
    mutating func checkSeals(in transaction: borrowing Transaction) throws {
        var lines: [SealedTable: Set<Int64>] = [:]
        var last = SealContent.prefix
        walk: while true {
            let rows = try transaction.all(EntryStatements.rowsAfter, [.text(last), .integer(block)]) {
                try EntryRow($0, entry: $0.text(10))
            }
            for row in rows {
                guard row.entry.hasPrefix(SealContent.prefix) else { break walk }
                do {
                    let (table, line) = try checkSeal(row, in: transaction)
                    lines[table, default: []].insert(line)
                } catch let error as StoreError {
                    find(.seal, row.entry, "\(error)")
                }
            }
            guard let next = rows.last?.entry else { break }
            last = next
        }
        for table in SealedTable.allCases {
            let named = try transaction.all(SealStatements.lines(table)) { try $0.integer(0) }
            for line in named where !(lines[table]?.contains(line) ?? false) {
                find(.seal, "\(table.rawValue), line \(line)", "rows name a seal that the log does not have")
            }
        }
    }

    // The table of the seal and the line that made it.
    private mutating func checkSeal(
        _ row: EntryRow,
        in transaction: borrowing Transaction
    ) throws -> (SealedTable, Int64) {
        let entry = try row.stored(with: compressor, texts: [])
        let content = try SealContent.read(entry)
        var line = row.sequence
        if row.version > 1 {
            line =
                try transaction.first(EntryStatements.oneVersion, [.text(row.entry), .integer(1)]) { try $0.integer(1) }
                ?? line
        }
        let name = "\(content.table.rawValue), line \(line)"
        let rows = try transaction.all(SealStatements.rows(content.table), [.integer(line)]) {
            try content.table.row($0)
        }
        if content.isSwept {
            if row.time - content.last < SealContent.shortestKeep {
                find(.seal, name, "its rows were deleted before their time was over, at \(Self.moment(row.time))")
            }
            if !rows.isEmpty { find(.seal, name, "\(rows.count) rows are there that were deleted") }
            return (content.table, line)
        }
        report.sealedRows += Int64(rows.count)
        check(rows, of: content, name)
        return (content.table, line)
    }

    private mutating func check(_ rows: [SealedRow], of content: SealContent, _ name: String) {
        var tree = MerkleFrontier()
        var expected: Int64 = 1
        for row in rows {
            tree.append(row.leaf)
            let place = row.place ?? 0
            let subject = "\(name), row \(place)"
            let time = Self.moment(row.time)
            if place != expected {
                let missing = place == expected + 1 ? "row \(expected) is" : "rows \(expected) to \(place - 1) are"
                find(.sealedRow, subject, "\(missing) missing before it; it is of \(time)")
            }
            expected = max(expected, place) + 1
            if row.leaf != row.sealed { find(.sealedRow, subject, "it was changed; it is of \(time)") }
            if let fault = row.fault { find(.sealedRow, subject, "\(fault); it is of \(time)") }
        }
        let span = "\(Self.moment(content.first)) to \(Self.moment(content.last))"
        if Int64(rows.count) != content.count {
            find(.seal, name, "\(content.count) rows were sealed, \(rows.count) are there; they are of \(span)")
        } else if tree.root.description != content.root {
            find(.seal, name, "the rows are not those that were sealed; they are of \(span)")
        }
    }

    private static func moment(_ time: Int64) -> String {
        Date(timeIntervalSince1970: Double(time) / 1_000_000).formatted(.iso8601)
    }
}
