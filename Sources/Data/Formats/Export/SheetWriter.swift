import CArchive

/// Writes a workbook with one sheet, row by row, in memory that does not grow with it.
///
/// **Shape** Office Open XML (ECMA-376, part 1): texts stand in their cells, so that nothing has to be known before the first row; the
/// first row stays in sight. Texts are never formulas.
///
/// The library's state belongs to this object alone and is freed with it.
@safe
package final class SheetWriter {
    /// Why a workbook cannot be written.
    package struct WriteFailure: Error, CustomStringConvertible {
        package let description: String
    }

    /// The most rows of a sheet, the names of the columns among them.
    package static let mostRows = 1_048_576

    /// What the library hands over, until it is taken.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    private let archive: OpaquePointer
    private let sink = Sink()
    private var row = 0
    private var part: [UInt8] = []

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - sheet: the name of its sheet.
    ///   - head: the names of the columns.
    /// - Throws: `WriteFailure` where memory is short.
    package init(sheet: String, head: [String]) throws {
        guard let archive = unsafe archive_write_new() else { throw WriteFailure(description: "out of memory") }
        unsafe self.archive = archive
        unsafe archive_write_set_format_zip(archive)
        // Spreadsheets of today read the long form, older ones do not.
        unsafe archive_write_set_format_option(archive, "zip", "zip64", nil)
        unsafe archive_write_set_bytes_per_block(archive, 0)
        let state = unsafe Unmanaged.passUnretained(sink).toOpaque()
        let status = unsafe archive_write_open(
            archive,
            state,
            nil,
            { _, state, start, count in
                guard let state = unsafe state, let start = unsafe start else { return 0 }
                let sink = unsafe Unmanaged<Sink>.fromOpaque(state).takeUnretainedValue()
                unsafe sink.bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
                return count
            },
            nil
        )
        try check(status)
        for (path, text) in Self.parts(sheet: Self.sheetName(sheet)) {
            try begin(path)
            try write(Array(text.utf8))
        }
        try begin("xl/worksheets/sheet1.xml")
        part += Self.sheetHead.utf8
        try add(head.map { .text($0) })
    }

    deinit {
        unsafe archive_write_free(archive)
    }

    /// Writes a row.
    ///
    /// - Throws: `WriteFailure` beyond ``mostRows``.
    package func add(_ cells: [SheetCell]) throws {
        guard row < Self.mostRows else {
            throw WriteFailure(description: "a sheet has no more than \(Self.mostRows) rows; take CSV")
        }
        row += 1
        part += "<row r=\"\(row)\">".utf8
        for (place, cell) in cells.enumerated() where !cell.text.isEmpty {
            let name = Self.letters(place) + String(row)
            let (number, isDate) = cell.content
            if let number {
                part += "<c r=\"\(name)\"\(isDate ? " s=\"1\"" : "")><v>\(number)</v></c>".utf8
            } else {
                part += "<c r=\"\(name)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
                part += Self.escaped(cell.text).utf8
                part += "</t></is></c>".utf8
            }
        }
        part += "</row>".utf8
        if part.count > Self.block { try flush() }
    }

    /// The bytes that are ready, which are then handed over.
    package func take() -> [UInt8] {
        let bytes = sink.bytes
        sink.bytes.removeAll(keepingCapacity: true)
        return bytes
    }

    /// Ends the workbook.
    ///
    /// - Returns: the rest of its bytes.
    /// - Throws: `WriteFailure`.
    package func finish() throws -> [UInt8] {
        part += "</sheetData></worksheet>".utf8
        try flush()
        try check(unsafe archive_write_close(archive))
        return take()
    }

    // MARK: Parts

    private static let block = 65_536

    private func begin(_ path: String) throws {
        guard let entry = unsafe archive_entry_new() else { throw WriteFailure(description: "out of memory") }
        defer { unsafe archive_entry_free(entry) }
        unsafe archive_entry_set_pathname(entry, path)
        // A file that everybody may read; its length is known at its end.
        unsafe archive_entry_set_filetype(entry, 0o100_000)
        unsafe archive_entry_set_perm(entry, 0o644)
        try check(unsafe archive_write_header(archive, entry))
    }

    private func flush() throws {
        try write(part)
        part.removeAll(keepingCapacity: true)
    }

    private func write(_ bytes: [UInt8]) throws {
        let count = unsafe bytes.withUnsafeBytes { unsafe archive_write_data(archive, $0.baseAddress, $0.count) }
        guard count == bytes.count else { throw failure() }
    }

    private func check(_ status: Int32) throws {
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw failure() }
    }

    private func failure() -> WriteFailure {
        let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
        return WriteFailure(description: "the workbook cannot be written: " + (words ?? "for an unknown reason"))
    }

    /// A text as it stands in a part: what XML cannot hold as `_xHHHH_` (ECMA-376, part 1, 22.4.2.4).
    private static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "_" where isCode(scalars[place...]): result += "_x005F_"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}"..."\u{FFFF}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a text begins like a character in digits, `_x000D_`.
    private static func isCode(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let head = text.prefix(7)
        return head.count == 7 && head.dropFirst().first == "x" && head.last == "_"
            && head.dropFirst(2).dropLast().allSatisfy(\.properties.isASCIIHexDigit)
    }

    /// The letters of a column: A, Z, AA.
    private static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
            letters = String(UnicodeScalar(UInt8(65 + remainder))) + letters
            rest = quotient
        }
        return letters
    }

    /// A name that a sheet may have: 31 characters without `:\/?*[]`.
    private static func sheetName(_ text: String) -> String {
        let plain = text.filter { !":\\/?*[]'".contains($0) }.prefix(31)
        return plain.isEmpty ? "1" : String(plain)
    }

    private static let sheetHead = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">\
        <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>
        """

    private static func parts(sheet: String) -> [(path: String, text: String)] {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        return [
            (
                "[Content_Types].xml",
                head + "<Types xmlns=\"\(package)/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type)sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(type)worksheet+xml\"/>"
                    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type)styles+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                head + "<Relationships xmlns=\"\(package)/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
                    + "<sheet name=\"\(escaped(sheet).replacing("\"", with: "&quot;"))\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                head + "<Relationships xmlns=\"\(package)/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                    + "<Relationship Id=\"rId2\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            (
                "xl/styles.xml",
                head
                    + "<styleSheet xmlns=\"\(main)\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
                    + "</numFmts><fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                    + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
                    + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf xfId=\"0\"/>"
                    + "<xf numFmtId=\"164\" applyNumberFormat=\"1\" xfId=\"0\"/></cellXfs></styleSheet>"
            ),
        ]
    }
}
