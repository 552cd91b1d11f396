import Domain
import Links

/// Records as the rows of a CSV file.
///
/// **Shape** RFC 4180 in UTF-8 with a byte order mark, because the spreadsheets that people open it with take a file
/// without one for something else; lines end in CR LF; every cell that a spreadsheet could take for a formula begins
/// with an apostrophe.
/// **Source** RFC 4180 (2005); OWASP, CSV Injection.
struct RecordTable: Sendable {
    let language: PageLanguage

    /// Byte order mark and names of the columns.
    var head: [UInt8] { head(before: []) }

    /// Byte order mark and names of the columns, others before them.
    func head(before names: [Bilingual]) -> [UInt8] {
        [0xEF, 0xBB, 0xBF] + line((names + Self.columns).map { $0.text(in: language.rawValue) })
    }

    /// A row without a record.
    func row(_ cells: [String]) -> [UInt8] { line(cells + Self.columns.map { _ in "" }) }

    /// One record, other cells before it.
    func row(_ id: EntryID, _ right: Right, before cells: [String] = []) -> [UInt8] {
        let record = right.bibliography
        let holders = record.applicants + record.assignees + record.owners
        let classes = record.classes
        return line(
            cells + [
                id.description,
                record.right.words.text(in: language.rawValue),
                record.sample == true ? Self.sample.text(in: language.rawValue) : "",
                title(of: right),
                record.application?.number ?? record.fileNumber ?? "",
                record.application?.date?.description ?? "",
                record.publication.map { $0.id ?? $0.number } ?? "",
                record.publication?.date?.description ?? "",
                record.registration?.number ?? "",
                record.registration?.date?.description ?? "",
                joined(holders.map(\.name)),
                joined(holders.map { PartyPlace.text(of: $0, language) ?? "" }),
                joined((record.inventors + record.designers).map(\.name)),
                joined(record.agencies.map(\.name)),
                record.mainClass ?? "",
                joined(classes.ipc + classes.locarno + classes.nice),
                LegalSummary(record).words.text(in: language.rawValue),
            ]
        )
    }

    private func title(of right: Right) -> String {
        guard right.register != .trademark else { return right.displayTitle }
        return right.title(in: language.rawValue) ?? right.displayTitle
    }

    private func joined(_ values: [String]) -> String {
        var seen: Set<String> = []
        return values.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "; ")
    }

    private func line(_ cells: [String]) -> [UInt8] {
        Array((cells.map(Self.cell).joined(separator: ",") + "\r\n").utf8)
    }

    /// A cell as it may stand in a file that a spreadsheet opens.
    static func cell(_ text: String) -> String {
        var text = text
        // A formula may hide behind blanks or in another width.
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
        let begins = text.unicodeScalars.first.map { "\t\r\n".unicodeScalars.contains($0) } ?? false
        if begins || first.map({ "=+-@＝＋－＠".unicodeScalars.contains($0) }) == true { text = "'" + text }
        guard text.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    private static let sample = Bilingual("示例", "sample")

    private static let columns = [
        Bilingual("记录", "Record"), Bilingual("类型", "Type"), Bilingual("示例", "Sample"), Bilingual("名称", "Title"),
        Bilingual("申请号", "Application no."), Bilingual("申请日", "Filed"),
        Bilingual("公开（公告）号", "Publication no."), Bilingual("公开（公告）日", "Published"),
        Bilingual("注册号", "Registration no."), Bilingual("注册日", "Registered"),
        Bilingual("申请（专利权）人", "Applicants"), Bilingual("地址", "Places"),
        Bilingual("发明（设计）人", "Inventors and designers"), Bilingual("代理机构", "Agencies"),
        Bilingual("主分类号", "Main class"), Bilingual("分类号", "Classes"), Bilingual("法律状态", "Legal status"),
    ]
}
