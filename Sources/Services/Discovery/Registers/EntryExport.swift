import Declarations
import Domain
import Formats
import Foundation
package import Registers
import Wire

/// Entries of a declared register as a file, written part by part: the same for a browser and the command line.
///
/// **Shape** CSV as RFC 4180 in UTF-8 with a byte order mark, no cell a formula; XLSX with one sheet; JSON Lines with one
/// `RegisterEntryDocument` a line. What stands in a row says ``Registers/EntryTable``.
package final class EntryExport {
    /// The forms of a file, by the ends of their names.
    package enum Format: String, Sendable, CaseIterable {
        case csv, xlsx, jsonl
    }

    /// The most entries of a workbook.
    package static let mostInSheet = SheetWriter.mostRows - 1

    private let format: Format
    private let table: EntryTable
    private var sheet: SheetWriter?
    private let name: String

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - format: its form.
    ///   - table: the columns.
    ///   - name: the name of a sheet.
    package init(_ format: Format, _ table: EntryTable, named name: String) {
        self.format = format
        self.table = table
        self.name = name
    }

    /// What stands before the first entry.
    ///
    /// - Throws: `SheetWriter.WriteFailure`.
    package func begin() throws -> [UInt8] {
        switch format {
        case .csv: return [0xEF, 0xBB, 0xBF] + Self.line(table.head)
        case .xlsx:
            let sheet = try SheetWriter(sheet: name, head: table.head)
            self.sheet = sheet
            return sheet.take()
        case .jsonl: return []
        }
    }

    /// The bytes of some entries; a workbook may keep them back until it has more.
    ///
    /// - Throws: `SheetWriter.WriteFailure`.
    package func add(_ views: [EntryView]) throws -> [UInt8] {
        switch format {
        case .csv: return views.flatMap { Self.line(table.row($0).map(\.text)) }
        case .xlsx:
            for view in views { try sheet?.add(table.row(view)) }
            return sheet?.take() ?? []
        case .jsonl: return try views.flatMap { try WireJSON.encode(RegisterEntryDocument($0, isTakenAlong: true)) }
        }
    }

    /// What stands behind the last entry.
    ///
    /// - Throws: `SheetWriter.WriteFailure`.
    package func end() throws -> [UInt8] { try sheet?.finish() ?? [] }

    private static func line(_ cells: [String]) -> [UInt8] {
        Array((cells.map(TableCell.csv).joined(separator: ",") + "\r\n").utf8)
    }
}
