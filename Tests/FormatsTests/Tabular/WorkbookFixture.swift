@testable import Formats

/// Writes workbooks for tests.
struct WorkbookFixture {
    /// The sheets by name, each as the XML of its rows.
    var sheets: [(name: String, rows: String)]
    /// The texts that cells share.
    var strings: [String] = []
    var startsIn1904 = false
    /// Whether the shared texts stand behind the sheets, as some programs write them.
    var stringsLast = false
    var sheetHead = ""

    init(sheets: [(name: String, rows: String)], strings: [String] = []) {
        self.sheets = sheets
        self.strings = strings
    }

    /// One sheet of texts; empty texts are cells that are not there.
    init(_ rows: [[String]]) {
        self.init(sheets: [("Sheet1", Self.rows(rows))])
    }

    /// Rows of inline texts.
    static func rows(_ rows: [[String]]) -> String {
        rows.map { cells in
            "<row>"
                + cells.enumerated().map { index, text in
                    let place = String(Character(Unicode.Scalar(UInt8(65 + index))))
                    return text.isEmpty ? "" : "<c r=\"\(place)1\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
                }
                .joined() + "</row>"
        }
        .joined()
    }

    var parts: [(String, String)] {
        let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let list = sheets.indices.map {
            "<sheet name=\"\(sheets[$0].name)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
        }
        let relations = sheets.indices.map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        let properties = startsIn1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>"
        var parts = [
            ("[Content_Types].xml", "<Types/>"),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(space)\" xmlns:r=\"r\">\(properties)<sheets>\(list.joined())</sheets></workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>"),
        ]
        let shared = (
            "xl/sharedStrings.xml",
            "<sst xmlns=\"\(space)\">" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"
        )
        if !stringsLast { parts.append(shared) }
        for index in sheets.indices {
            let data = "<worksheet xmlns=\"\(space)\"><sheetData>\(sheets[index].rows)</sheetData></worksheet>"
            parts.append(("xl/worksheets/sheet\(index + 1).xml", sheetHead + data))
        }
        if stringsLast { parts.append(shared) }
        return parts
    }

    var bytes: [UInt8] { ZipFixture.bytes(parts) }

    var reading: TableReading { TableReading(bytes, as: .xlsx) }
}
