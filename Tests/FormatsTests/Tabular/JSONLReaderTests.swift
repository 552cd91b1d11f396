import Domain
import Foundation
import Testing

@testable import Formats

struct JSONLReaderTests {
    private func read(_ lines: String...) -> TableReading {
        TableReading(lines.joined(separator: "\n"), as: .jsonl)
    }

    @Test func `a line holds the cells of a row by name`() {
        let reading = read(
            #"{"申请号": "CN201220249767.4", "专利名称": "轨枕", "申请日": "2012.05.31", "发明人": ["甲", "乙"], "col9": "", "摘要": null}"#,
            "",
            #"{"AN": 2012202497710, "TI": "道岔"}"#
        )
        #expect(reading.numbers == ["CN2012202497674", "CN2012202497710"])
        #expect(reading.bibliography?.inventors.map(\.name) == ["甲", "乙"])
        #expect(reading.bibliography?.abstracts.isEmpty == true)
        #expect(reading.records.map(\.position.description) == ["line 1", "line 3"])
        #expect(reading.notes == ["names left out because nobody knows them: col9"])
    }

    @Test func `a record that the product exported reads back as it was`() throws {
        var bibliography = Bibliography(right: .trademark)
        bibliography.registration = DocumentID(country: "CN", number: "G1234567")
        bibliography.applicants = [Party(name: "示例公司", country: "CN")]
        bibliography.sample = true
        var details = Trademark.Details()
        details.goods = [Trademark.Goods(class: "9", text: "示例")]
        let right = Right.trademark(Trademark(bibliography: bibliography, details: details))
        let line = try ExportRecord.encoder().encode(ExportRecord(right: right, source: .init(file: "a.csv")))
        let reading = TableReading([UInt8](line) + [0x0A], as: .jsonl)
        #expect(reading.records.map(\.right) == [right])
        #expect(reading.notes.isEmpty)
    }

    @Test(arguments: [
        ("{\"申请号\": ", "not one JSON object; write one object a line"),
        ("[1]", "expected Dictionary<String, Any>"), ("{}", "no number"),
        ("{\"right\": \"patent\", \"classes\": {}}", "no number"),
        ("{\"right\": \"bank\"}", "right: Cannot initialize RightKind from invalid String value bank"),
        ("{\"right\": \"patent\", \"application\": {}}", "application: “number” is missing"),
        ("{\"申请号\": \"CN2012\\u0000\"}", "it holds the character U+0000; remove it"),
        ("{\"申请号\": \"\0\"}", "it holds the character U+0000; remove it"),
    ])
    func `a bad line is rejected with its reason and the rest read`(line: String, reason: String) {
        let good = #"{"申请号": "CN201220249767.4"}"#
        let reading = read(good, line, good)
        #expect(reading.records.count == 2)
        #expect(reading.reasons == ["line 2: " + reason])
    }

    @Test func `an escaped backslash before u0000 is no zero`() {
        let reading = read(#"{"申请号": "CN201220249767.4", "名称": "a\\u0000"}"#)
        #expect(reading.bibliography?.titles.first?.text == #"a\u0000"#)
    }

    @Test func `a byte of another encoding is named`() {
        let bytes =
            Array(#"{"申请号": "CN201220249767.4"}"#.utf8) + [0x0A] + Array("{\"名称\": \"".utf8) + [0xC9, 0x22, 0x7D, 0x0A]
        let reading = TableReading(bytes, as: .jsonl)
        #expect(reading.records.count == 1)
        #expect(
            reading.reasons == ["line 2: the byte 0xC9 at place 13 of the line is not UTF-8; save the file in UTF-8"]
        )
    }

    @Test func `a line that is too long is rejected and the rest read`() {
        var options = TabularOptions()
        options.maximumRecordBytes = 60
        let good = #"{"申请号": "CN201220249767.4"}"#
        let long = #"{"申请号": "CN201220249767.4", "名称": ""# + String(repeating: "a", count: 300_000) + "\"}"
        let reading = TableReading(
            Array([good, long, good].joined(separator: "\n").utf8),
            as: .jsonl,
            options: options,
            pieceSize: 1000
        )
        #expect(reading.records.count == 2)
        #expect(reading.reasons == ["line 2: the line is longer than 60 bytes (maximumRecordBytes)"])
    }

    @Test func `deep nesting is refused without harm`() {
        let deep = "{\"名称\":" + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}"
        let reading = read(#"{"申请号": "CN201220249767.4"}"#, deep)
        #expect(reading.records.count == 1)
        #expect(reading.rejects.count == 1)
    }

    @Test func `a list is refused with the cure`() {
        let reading = read("[", #"{"申请号": "CN201220249767.4"}"#, "]")
        #expect(reading.failure == .unrecognised(reason: "a JSON list; write one object a line (jq -c '.[]')"))
    }
}
