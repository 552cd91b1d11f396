import Domain
import Testing

@testable import Formats

struct CSVReaderTests {
    static let header = "申请号,名称,摘要\n"

    private func titles(_ reading: TableReading) -> [String] {
        reading.records.map { $0.right.bibliography.titles.first?.text ?? "" }
    }

    @Test(arguments: [
        ("CN201220249767.4,轨枕,一种", "轨枕"), ("CN201220249767.4,\"轨,枕\",一种", "轨,枕"),
        ("CN201220249767.4, \"轨,枕\" ,一种", "轨,枕"),
        ("CN201220249767.4,\"轨\"\"枕\",一种", "轨\"枕"), ("CN201220249767.4,\"轨\"枕\",一种", "轨\"枕"),
        ("CN201220249767.4,轨\"枕,一种", "轨\"枕"),
        ("CN201220249767.4,\"\",", ""), ("CN201220249767.4,\"轨\n枕\",一种", "轨 枕"), ("CN201220249767.4", ""),
        ("\"CN201220249767.4\",\"轨,\r\n\"\"枕\"\"\",一种", "轨, \"枕\""), (" CN201220249767.4 , 轨枕 ,", "轨枕"),
    ])
    func `cells are quoted in every way real files know`(row: String, title: String) {
        let reading = TableReading(Self.header + row)
        #expect(reading.numbers == ["CN2012202497674"], "\(reading)")
        #expect(titles(reading) == [title])
    }

    @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
    func `every line end and a byte order mark are understood`(end: String, mark: String) {
        let text = mark + ["申请号,名称", "", "CN201220249767.4,轨枕", " , ", "CN201220249771.0,道岔"].joined(separator: end)
        let reading = TableReading(text)
        #expect(titles(reading) == ["轨枕", "道岔"])
        #expect(reading.records.map(\.position.description) == ["line 3", "line 5"])
        #expect(reading.rejects.isEmpty)
    }

    @Test(arguments: [",", "\t", ";"])
    func `cells are separated by comma, tab or semicolon`(separator: String) {
        let lines = [["申请号", "申请人"], ["CN201220249767.4", "\"甲;乙\""]].map { $0.joined(separator: separator) }
        let reading = TableReading(lines.joined(separator: "\n"))
        #expect(reading.bibliography?.applicants.map(\.name) == ["甲", "乙"])
    }

    @Test func `names of columns may stand below a title`() {
        let reading = TableReading("专利检索结果\n\n申请号,名称\nCN201220249767.4,轨枕\n")
        #expect(titles(reading) == ["轨枕"])
    }

    @Test func `a table without known columns is not recognised`() {
        let reading = TableReading("a,b\n1,2\n")
        #expect(reading.failure == .unrecognised(reason: "none of the first rows names a known column"))
    }

    @Test(arguments: [1, 2, 3, 7, 64])
    func `UTF-16 is read in pieces of any size`(size: Int) {
        let text = "申请号\t名称\nCN201220249767.4\t轨枕𠀀\n"
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let reading = TableReading(bytes, pieceSize: size)
        #expect(titles(reading) == ["轨枕𠀀"])
    }

    @Test func `half a character of UTF-16 costs its own row only`() {
        var units = Array("申请号\t名称\nCN201220249767.4\t轨".utf16)
        units.append(0xD800)
        units += Array("枕\nCN201220249771.0\t道岔\n".utf16)
        let bytes: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let reading = TableReading(bytes)
        #expect(titles(reading) == ["道岔"])
        #expect(reading.rejects.map(\.position.index) == [2])
    }

    @Test func `GB 18030 is read with characters of two and four bytes`() {
        // 申请号,名称 / CN201220249767.4,枕𠀀龴
        let bytes: [UInt8] =
            [0xC9, 0xEA, 0xC7, 0xEB, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A] + Array("CN201220249767.4,".utf8)
            + [0xD5, 0xED, 0x95, 0x32, 0x82, 0x36, 0xFE, 0x59, 0x0A]
        #expect(titles(TableReading(bytes)) == ["枕𠀀龴"])
    }

    @Test func `a byte of another encoding is named with its place and costs its own row only`() {
        let bytes =
            Array((Self.header + "CN201220249767.4,轨").utf8) + [0xB0] + Array("枕,一种\nCN201220249771.0,道岔,二\n".utf8)
        let reading = TableReading(bytes)
        #expect(titles(reading) == ["道岔"])
        #expect(
            reading.reasons == ["line 2: the byte 0xB0 at place 4 of cell 2 is not UTF-8; save the file in UTF-8"]
        )
    }

    @Test func `a setting overrules what the first bytes tell`() {
        var options = TabularOptions()
        options.encoding = .gb18030
        let reading = TableReading(Array("AN,TI\nCN201220249767.4,".utf8) + [0xD5, 0xED, 0x0A], options: options)
        #expect(titles(reading) == ["枕"])
    }

    @Test func `a quotation mark that is never closed costs its own row only`() {
        let rows = "CN201220249767.4,\"轨枕,一种\nCN201220249771.0,道岔,二\nCN201220249766.X,\"a\nb\",c\n"
        let reading = TableReading(Self.header + rows)
        #expect(titles(reading) == ["道岔"])
        #expect(
            reading.reasons == [
                "line 2: a quotation mark in this row is never closed; close it or double it",
                "line 4: a quotation mark in this line is not closed in it; close it or double it",
                "line 5: “b\"” is no application number; write it as CN201910302430.1.",
            ]
        )
    }

    @Test func `after the setting for lines of a row the rest is read as if nothing had happened`() {
        var options = TabularOptions()
        options.maximumRowLines = 2
        let rows = "CN201220249767.4,\"轨枕,一种\nx\ny\nCN201220249771.0,\"道\n岔\",二\n"
        let reading = TableReading(Self.header + rows, options: options)
        #expect(titles(reading) == ["道 岔"])
        #expect(reading.rejects.map(\.position.index) == [2, 3, 4])
    }

    @Test func `a line that is too long is rejected and the rest read`() {
        var options = TabularOptions()
        options.maximumRecordBytes = 100
        let long = "CN201220249767.4," + String(repeating: "长", count: 5000)
        let reading = TableReading(
            Array((Self.header + long + "\nCN201220249771.0,道岔,二\n").utf8),
            options: options,
            pieceSize: 50
        )
        #expect(titles(reading) == ["道岔"])
        #expect(reading.reasons == ["line 2: the line is longer than 100 bytes (maximumRecordBytes)"])
        #expect(reading.rejects.first?.excerpt.hasPrefix("CN201220249767.4,长长") == true)
        #expect(reading.rejects.first?.excerpt.count == 200)
    }

    @Test func `more cells than columns mean a separator without quotation marks`() {
        let reading = TableReading(Self.header + "CN201220249767.4,轨,枕,一种\nCN201220249771.0,道岔,二,, \n")
        #expect(titles(reading) == ["道岔"])
        #expect(
            reading.reasons == [
                "line 2: the row has 4 cells and the table 3 columns; put cells that hold a separator in quotation marks"
            ]
        )
    }

    @Test func `the character U+0000 is refused`() {
        let reading = TableReading(Self.header + "CN201220249767.4,轨\0枕,一种\nCN201220249771.0,道岔,二\n")
        #expect(titles(reading) == ["道岔"])
        #expect(reading.reasons == ["line 2: it holds the character U+0000; remove it"])
    }

    @Test func `a file that breaks off hands over what stood before`() {
        let text = Self.header + "CN201220249767.4,轨枕,一种\nCN201220249771.0,道"
        let stream = BrokenStream(Array(text.utf8))
        let reading = TableReading(stream, as: .csv, options: ReadOptions())
        #expect(titles(reading) == ["轨枕"])
        #expect(reading.failure == .damaged(position: "byte 70", reason: "cut"))
    }
}
