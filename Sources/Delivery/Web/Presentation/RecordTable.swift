import Domain
import Links
import Pages

/// Records as the rows of a CSV file.
///
/// **Shape** RFC 4180 in UTF-8 with a byte order mark, because the spreadsheets that people open it with take a file
/// without one for something else; lines end in CR LF; every cell that a spreadsheet could take for a formula begins
/// with an apostrophe.
/// **Source** RFC 4180 (2005); OWASP, CSV Injection.
struct RecordTable: Sendable {
    let language: PageLanguage
    let columns: [TableColumn]
    private let names: [String]

    /// A table in the language of its reader.
    ///
    /// - Parameters:
    ///   - columns: The columns in their order; nil for all of a file.
    ///   - language: The language of names, titles and words.
    ///   - pages: Knows the names of the columns.
    init(_ columns: [TableColumn]? = nil, language: PageLanguage, pages: PageRenderer) {
        self.language = language
        self.columns = columns ?? TableColumn.file
        names = self.columns.map { pages.text("column." + $0.rawValue, language) ?? $0.rawValue }
    }

    /// Byte order mark and names of the columns, others before them.
    func head(before others: [Bilingual] = []) -> [UInt8] {
        [0xEF, 0xBB, 0xBF] + line(others.map { $0.text(in: language.rawValue) } + names)
    }

    /// A row without a record.
    func row(_ cells: [String]) -> [UInt8] { line(cells + columns.map { _ in "" }) }

    /// One record, other cells before it.
    func row(_ id: EntryID, _ right: Right, before others: [String] = []) -> [UInt8] {
        line(others + cells(id, right))
    }

    /// What stands in the columns of one record; empty where it says nothing.
    func cells(_ id: EntryID, _ right: Right) -> [String] { columns.map { cell($0, id, right) } }

    private func cell(_ column: TableColumn, _ id: EntryID, _ right: Right) -> String {
        let record = right.bibliography
        let classes = record.classes
        switch column {
        case .record: return id.description
        case .right: return record.right.words.text(in: language.rawValue)
        case .sample: return record.sample == true ? Self.sample.text(in: language.rawValue) : ""
        case .title: return title(of: right)
        case .application: return record.application?.number ?? record.fileNumber ?? ""
        case .filed: return record.application?.date?.description ?? ""
        case .publication: return record.publication.map { $0.id ?? $0.number } ?? ""
        case .published: return record.publication?.date?.description ?? ""
        case .registration: return record.registration?.number ?? ""
        case .registered: return record.registration?.date?.description ?? ""
        case .applicants: return joined(holders(record).map(\.name))
        case .places: return joined(holders(record).map { PartyPlace.text(of: $0, language) ?? "" })
        case .inventors: return joined((record.inventors + record.designers).map(\.name))
        case .agencies: return joined(record.agencies.map(\.name))
        case .class: return record.leadingClass ?? ""
        case .classes: return joined(classes.ipc + classes.locarno + classes.nice)
        case .state: return LegalSummary(record).words.text(in: language.rawValue)
        case .number:
            let number = record.publication ?? record.registration ?? record.application
            return number.map { RightWords(language: language).number($0) } ?? record.fileNumber ?? ""
        case .date:
            let date = record.publication?.date ?? record.application?.date ?? record.registration?.date
            return date?.description ?? ""
        }
    }

    private func holders(_ record: Bibliography) -> [Party] { record.applicants + record.assignees + record.owners }

    private func title(of right: Right) -> String {
        guard right.register != .trademark else { return right.displayTitle }
        return right.title(in: language.rawValue) ?? right.displayTitle
    }

    private func joined(_ values: [String]) -> String {
        var seen: Set<String> = []
        return values.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "; ")
    }

    /// Rows of anything in the same shape.
    static func bytes(_ rows: [[String]]) -> [UInt8] { [0xEF, 0xBB, 0xBF] + rows.flatMap(line) }

    private func line(_ cells: [String]) -> [UInt8] { Self.line(cells) }

    /// Cells as a line of a file.
    static func line(_ cells: [String]) -> [UInt8] {
        Array((cells.map(TableCell.csv).joined(separator: ",") + "\r\n").utf8)
    }

    private static let sample = Bilingual("示例", "sample")
}
