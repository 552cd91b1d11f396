internal import Bytes
internal import Foundation
internal import SQLCore

extension Verifier {
    /// How long a new row may wait for its seal, in microseconds: ten minutes; a running node seals once a minute.
    private static let longestWait: Int64 = 600_000_000
    /// How far the clocks of nodes may differ, in microseconds: a minute.
    private static let clockDifference: Int64 = 60_000_000
    /// How old a row may be when it is sealed, in microseconds: three days, for which the node that seals may stand still.
    private static let longestOutage: Int64 = 3 * 86_400_000_000

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
            try checkUnsealed(table, in: transaction)
        }
    }

    // The table of the seal and the line that made it.
    private mutating func checkSeal(
        _ row: EntryRow,
        in transaction: borrowing Transaction
    ) throws -> (SealedTable, Int64) {
        let newest = try SealContent.read(try row.stored(with: compressor, texts: []))
        let (content, line) = try firstVersion(of: row, newest, in: transaction)
        let name = "\(content.table.rawValue), line \(line)"
        let rows = try transaction.all(SealStatements.rows(content.table), [.integer(line)]) {
            try content.table.row($0)
        }
        var swept = content
        swept.isSwept = true
        if row.version == 2, newest == swept, !content.isSwept {
            let time = try time(of: row.sequence, in: transaction) ?? row.time
            if time - content.last < SealContent.shortestKeep || time > now + Self.clockDifference {
                find(.seal, name, "its rows were deleted before their time was over, at \(Self.moment(time))")
            }
            if !rows.isEmpty { find(.seal, name, "\(rows.count) rows are there that were deleted") }
            return (content.table, line)
        }
        if row.version > 1 || content.isSwept {
            find(.seal, name, "version \(row.version) says anything but that the rows of version 1 were deleted")
        }
        report.sealedRows += Int64(rows.count)
        check(rows, of: content, name)
        if let time = try time(of: line, in: transaction) { checkSpan(of: rows, sealedAt: time, name) }
        return (content.table, line)
    }

    // What the first version says and its line. A later one is written without any secret: it counts for nothing but the sweeping.
    private func firstVersion(
        of row: EntryRow,
        _ newest: SealContent,
        in transaction: borrowing Transaction
    ) throws -> (content: SealContent, line: Int64) {
        guard row.version > 1 else { return (newest, row.sequence) }
        let first = try transaction.first(EntryStatements.oneVersion, [.text(row.entry), .integer(1)]) {
            (line: try $0.integer(1), content: try $0.bytesIfAny(6))
        }
        guard let first, let content = first.content else {
            throw StoreError.damaged("\(row.entry) has no first version")
        }
        return (try SealContent.read(try compressor.expand(content), of: row.entry), first.line)
    }

    // When the log says that a line was written; nil where it has no such line, which is found with the log.
    private func time(of line: Int64, in transaction: borrowing Transaction) throws -> Int64? {
        try transaction.first(LogStatements.line, [.integer(line)]) { try $0.integer(4) }
    }

    private mutating func check(_ rows: [SealedRow], of content: SealContent, _ name: String) {
        var tree = MerkleFrontier()
        var expected: Int64 = 1
        for row in rows {
            tree.append(row.leaf)
            let place = row.place ?? 0
            let subject = "\(name), row \(place)"
            let time = Self.moment(row.time)
            guard row.place != nil, let sealed = row.sealed else {
                find(.sealedRow, subject, "it has a seal, but no place or no hash in it; it is of \(time)")
                continue
            }
            if place != expected {
                let missing = place == expected + 1 ? "row \(expected) is" : "rows \(expected) to \(place - 1) are"
                find(.sealedRow, subject, "\(missing) missing before it; it is of \(time)")
            }
            expected = max(expected, place) + 1
            if row.leaf != sealed { find(.sealedRow, subject, "it was changed; it is of \(time)") }
            if let fault = row.fault { find(.sealedRow, subject, "\(fault); it is of \(time)") }
        }
        let span = "\(Self.moment(content.first)) to \(Self.moment(content.last))"
        if Int64(rows.count) != content.count {
            find(.seal, name, "\(content.count) rows were sealed, \(rows.count) are there; they are of \(span)")
        } else if tree.root.description != content.root {
            find(.seal, name, "the rows are not those that were sealed; they are of \(span)")
        } else if rows.map(\.time).min() != content.first || rows.map(\.time).max() != content.last {
            find(.seal, name, "the rows are of other times than the seal says: \(span)")
        }
    }

    // A row cannot be later than its seal; one that is much earlier was sealed late, or is dated back.
    private mutating func checkSpan(of rows: [SealedRow], sealedAt time: Int64, _ name: String) {
        guard let first = rows.map(\.time).min(), let last = rows.map(\.time).max() else { return }
        if last > time {
            find(.seal, name, "a row is of \(Self.moment(last)), after the seal of \(Self.moment(time))")
        }
        if first < time - Self.longestOutage {
            find(
                .lateSeal,
                name,
                "a row of \(Self.moment(first)) was sealed at \(Self.moment(time)): "
                    + "sealing stood still so long, or the row is dated back"
            )
        }
    }

    // Rows that no seal vouches for, and those that are dated in the future.
    private mutating func checkUnsealed(_ table: SealedTable, in transaction: borrowing Transaction) throws {
        let read: (borrowing Row) throws -> (count: Int64, time: Int64?) = {
            (count: try $0.integer(0), time: try $0.integerIfAny(1))
        }
        // Without a key nothing is sealed here.
        if key != nil,
            let old = try transaction.first(SealStatements.unsealed(table), [.integer(now - Self.longestWait)], read),
            let time = old.time
        {
            find(
                .seal,
                table.rawValue,
                "\(old.count) rows are older than ten minutes and in no seal, the oldest of \(Self.moment(time)); "
                    + "seal them with huizhi audit seal, and look why the node does not"
            )
        }
        if let late = try transaction.first(SealStatements.after(table), [.integer(now + Self.clockDifference)], read),
            let time = late.time
        {
            find(.seal, table.rawValue, "\(late.count) rows are dated in the future, the last \(Self.moment(time))")
        }
    }

    private static func moment(_ time: Int64) -> String {
        Date(timeIntervalSince1970: Double(time) / 1_000_000).formatted(.iso8601)
    }
}
