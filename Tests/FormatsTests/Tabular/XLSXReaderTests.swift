import Domain
import Testing

@testable import Formats

struct XLSXReaderTests {
    static let head = ["申请号", "名称", "申请日"]

    @Test func `rows of a sheet are records with the sheet and row they stand in`() {
        let reading = WorkbookFixture([Self.head, ["CN201220249767.4", "轨枕"], ["", "", ""], ["", "道岔"]]).reading
        #expect(reading.numbers == ["CN2012202497674"])
        #expect(reading.records.map(\.position.description) == ["Sheet1, row 2"])
        #expect(reading.reasons == ["Sheet1, row 4: no number"])
        #expect(reading.rejects.first?.excerpt == "道岔")
        #expect(reading.failure == nil)
    }

    @Test(arguments: [false, true])
    func `texts that cells share may stand before or behind the sheets`(last: Bool) {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
            <row r="7"><c r="B7" t="s"><v>3</v></c><c r="A7" t="s"><v>2</v></c></row>
            """
        let strings = [
            "<t>申请号</t>", "<r><t>名</t></r><r><rPr><b/></rPr><t>称</t></r>", "<t>CN201220249767.4</t>",
            "<t xml:space=\"preserve\"> 轨_x000D_\n枕_x005F_ </t><rPh sb=\"0\" eb=\"1\"><t>guizhen</t></rPh>",
        ]
        var book = WorkbookFixture(sheets: [("表一", rows)], strings: strings)
        book.stringsLast = last
        let reading = book.reading
        #expect(reading.bibliography?.titles == [LocalizedText(lang: "zh", text: "轨 枕_")])
        #expect(reading.records.map(\.position.description) == ["表一, row 7"])
    }

    @Test func `several sheets are read and those without known columns named`() {
        let book = WorkbookFixture(sheets: [
            ("一", WorkbookFixture.rows([["申请号"], ["CN201220249767.4"]])), ("说明", WorkbookFixture.rows([["hello"]])),
            ("二", WorkbookFixture.rows([["检索结果"], [""], ["名称", "申请号"], ["x", "CN201220249771.0"]])),
        ])
        #expect(book.reading.numbers == ["CN2012202497674", "CN2012202497710"])
        #expect(book.reading.notes == ["sheet “说明” has no known column and was passed over"])
    }

    @Test func `a workbook without known columns is not recognised`() {
        let reading = WorkbookFixture([["a", "b"], ["1", "2"]]).reading
        #expect(reading.failure == .unrecognised(reason: "a workbook without a known column"))
    }

    @Test(arguments: [
        ("<v>41061</v>", false, "2012-06-01"), ("<v>41061.75</v>", false, "2012-06-01"),
        ("<v>39599</v>", true, "2012-06-01"),
        ("<v>20120601</v>", false, "2012-06-01"), ("<v>2012</v>", false, "2012"), ("<v>36585</v>", false, "2000-02-29"),
        ("<v>36586</v>", false, "2000-03-01"), ("<v>73109</v>", false, "2100-02-28"),
        ("<v>73110</v>", false, "2100-03-01"),
    ])
    func `dates may be texts, numbers or serial numbers of either calendar`(cell: String, is1904: Bool, date: String) {
        let rows = WorkbookFixture.rows([Self.head]) + "<row><c t=\"inlineStr\"><is><t>CN201220249767.4</t></is></c>"
        var book = WorkbookFixture(sheets: [("x", rows + "<c r=\"C2\">\(cell)</c></row>")])
        book.startsIn1904 = is1904
        #expect(book.reading.bibliography?.application?.date?.description == date, "\(book.reading)")
    }

    @Test(arguments: [
        ("<c><v>201220249767.4</v></c>", "CN2012202497674"), ("<c><v>2012202497674</v></c>", "CN2012202497674"),
        ("<c><v>2.012202497674E12</v></c>", "CN2012202497674"),
        ("<c t=\"str\"><f>A</f><v>CN85102475</v></c>", "CN85102475"),
        ("<c><v>201220249767.39999</v></c>", "CN2012202497674"),
    ])
    func `numbers may stand as numbers`(cell: String, id: String) {
        let rows = WorkbookFixture.rows([Self.head]) + "<row>\(cell)</row>"
        #expect(WorkbookFixture(sheets: [("x", rows)]).reading.numbers == [id])
    }

    @Test func `cells with errors, truth values and places beyond the columns do no harm`() {
        let rows =
            WorkbookFixture.rows([Self.head]) + "<row><c t=\"inlineStr\"><is><t>CN201220249767.4</t></is></c>"
            + "<c t=\"e\"><v>#N/A</v></c><c/><c r=\"ZZZZ2\"><v>1</v></c><c r=\"XFD2\" t=\"b\"><v>1</v></c></row>"
        let reading = WorkbookFixture(sheets: [("x", rows)]).reading
        #expect(reading.numbers == ["CN2012202497674"])
        #expect(reading.bibliography?.titles.isEmpty == true)
    }

    // MARK: Damage

    @Test func `a workbook that breaks off gives the rows before the break`() throws {
        var rows = WorkbookFixture.rows([Self.head])
        for _ in 0..<200 { rows += WorkbookFixture.rows([["CN201220249767.4", "轨枕"]]) }
        let bytes = WorkbookFixture(sheets: [("x", rows)]).bytes
        let reading = TableReading(Array(bytes.prefix(bytes.count - 9000)), as: .xlsx)
        #expect(reading.records.count > 20 && reading.records.count < 200, "\(reading.records.count)")
        guard case .damaged = reading.failure else {
            Issue.record("\(String(describing: reading.failure))")
            return
        }
    }

    @Test func `wherever a workbook breaks off the failure is a clear one`() {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>
            """
        for isLast in [false, true] {
            var book = WorkbookFixture(sheets: [("x", rows)], strings: ["<t>申请号</t>", "<t>CN201220249767.4</t>"])
            book.stringsLast = isLast
            let bytes = book.bytes
            for length in stride(from: 4, to: bytes.count, by: 13) {
                let reading = TableReading(Array(bytes.prefix(length)), as: .xlsx)
                // Once the part with the last row is whole, nothing but the table of contents can be missing.
                #expect(reading.failure != nil || reading.records.count == 1, "\(length) of \(bytes.count)")
                #expect(reading.rejects.isEmpty, "\(length): \(reading)")
            }
        }
    }

    @Test func `a sheet that is no XML from some place on gives the rows before`() {
        let rows = WorkbookFixture.rows([Self.head, ["CN201220249767.4"]]) + "<row><c></row>"
        let reading = WorkbookFixture(sheets: [("x", rows)]).reading
        #expect(reading.numbers == ["CN2012202497674"])
        guard case .damaged(let position, _) = reading.failure else {
            Issue.record("\(reading)")
            return
        }
        #expect(position == "x, line 1")
    }

    @Test func `entities that a sheet declares are not expanded`() {
        var book = WorkbookFixture([Self.head, ["CN201220249767.4", "轨枕"], ["CN201220249771.0", "&b;"]])
        book.sheetHead = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
        let reading = book.reading
        #expect(reading.numbers == ["CN2012202497674"])
        guard case .damaged(_, let reason) = reading.failure else {
            Issue.record("\(reading)")
            return
        }
        #expect(reason == "it uses the entity &b; that it declares itself, and such are not expanded")
    }

    @Test func `a cell that names a text which is not there costs its own row only`() {
        let rows = WorkbookFixture.rows([["申请号"]]) + "<row><c t=\"s\"><v>7</v></c></row>"
        let reading = WorkbookFixture(sheets: [("x", rows + WorkbookFixture.rows([["CN201220249767.4"]]))]).reading
        #expect(reading.numbers == ["CN2012202497674"])
        #expect(reading.reasons == ["x, row 2: a cell names the shared text 7, and the workbook has only 0"])
    }

    @Test func `too much shared text is refused with the setting that allows more`() {
        var options = TabularOptions()
        options.maximumSharedStringBytes = 1000
        let strings = Array(repeating: "<t>" + String(repeating: "字", count: 20) + "</t>", count: 20)
        let book = WorkbookFixture(sheets: [("x", WorkbookFixture.rows([["申请号"]]))], strings: strings)
        let failure = TableReading(book.bytes, as: .xlsx, options: options).failure
        #expect(
            failure
                == .limit(
                    setting: "maximumSharedStringBytes",
                    reason: "the workbook shares more than 1000 bytes of text"
                )
        )
    }

    @Test func `a row that is too large is refused with the setting that allows more`() {
        var options = TabularOptions()
        options.maximumRecordBytes = 5000
        let rows = WorkbookFixture.rows([Self.head, ["CN201220249767.4"], [String(repeating: "x", count: 9000)]])
        let reading = TableReading(WorkbookFixture(sheets: [("x", rows)]).bytes, as: .xlsx, options: options)
        #expect(reading.numbers == ["CN2012202497674"])
        guard case .limit(setting: "maximumRecordBytes", _) = reading.failure else {
            Issue.record("\(reading)")
            return
        }
    }

    @Test func `the character U+0000 is refused`() {
        let reading = WorkbookFixture([Self.head, ["CN201220249767.4", "轨_x0000_枕"]]).reading
        #expect(reading.reasons == ["Sheet1, row 2: it holds the character U+0000; remove it"])
    }
}
