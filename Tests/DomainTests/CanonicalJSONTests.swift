import Foundation
import Testing

@testable import Domain

struct CanonicalJSONTests {
    private struct Sample: Encodable {
        var b = 2
        var a = "x"
        var list = [true, false]
        var missing: Int?
        var nested = ["z": 1, "y": -5]
        var empty: [Int] = []
    }

    private struct SideBySide: Encodable {
        func encode(to encoder: any Encoder) throws {
            try ["b": 1, "a": 1].encode(to: encoder)
            var container = encoder.container(keyedBy: Name.self)
            try container.encodeNil(forKey: .c)
            try container.encode(2, forKey: .a)
            var inner = container.nestedUnkeyedContainer(forKey: .d)
            try inner.encode("x")
            var object = inner.nestedContainer(keyedBy: Name.self)
            try object.encode(true, forKey: .a)
        }

        enum Name: String, CodingKey { case a, c, d }
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
    }

    @Test func `sorts members and leaves no white space`() throws {
        #expect(try text(Sample()) == #"{"a":"x","b":2,"empty":[],"list":[true,false],"nested":{"y":-5,"z":1}}"#)
        #expect(try text([String: Int]()) == "{}")
        #expect(try text([Int]()) == "[]")
        #expect(try text("x") == "\"x\"")
        #expect(try text([1: "one", 10: "ten", 2: "two"]) == #"{"1":"one","10":"ten","2":"two"}"#)
        #expect(try text([String?.none, "a"]) == #"[null,"a"]"#)
    }

    @Test func `lays parts side by side and lets the last value of a name count`() throws {
        #expect(try text(SideBySide()) == #"{"a":2,"b":1,"c":null,"d":["x",{"a":true}]}"#)
    }

    @Test(
        arguments: [
            ("\u{08}\t\n\u{0C}\r", #""\b\t\n\f\r""#), ("\u{00}\u{01}\u{1F}", #""\u0000\u0001\u001f""#),
            ("\"\\/", #""\"\\/""#), ("\u{7F}\u{80}€", "\"\u{7F}\u{80}€\""), ("惠知𠮷😀", "\"惠知𠮷😀\""),
            ("</script>", "\"</script>\""), ("\u{2028}", "\"\u{2028}\""), ("e\u{301}", "\"e\u{301}\""), ("", "\"\""),
        ]
    )
    func `escapes exactly what the standard escapes`(string: String, written: String) throws {
        #expect(try CanonicalJSON.encode(string) == Array(written.utf8))
    }

    @Test func `sorts names by UTF-16 code units as in the example of the standard`() throws {
        let names = [
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh", "1": "One",
            "\u{1F600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "Latin Small Letter O With Diaeresis",
        ]
        #expect(
            try text(names)
                == "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\","
                + "\"\u{f6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20ac}\":\"Euro Sign\","
                + "\"\u{1F600}\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}"
        )
    }

    @Test func `writes integers to the limit of exactness and refuses the rest`() throws {
        #expect(
            try text([0, -1, 9_007_199_254_740_991, -9_007_199_254_740_991])
                == "[0,-1,9007199254740991,-9007199254740991]"
        )
        #expect(try text(UInt8.max) == "255")
        #expect(throws: CanonicalJSON.Refusal.integerTooLarge(path: "a.1")) {
            try CanonicalJSON.encode(["a": [1, 9_007_199_254_740_992]])
        }
        #expect(throws: CanonicalJSON.Refusal.integerTooLarge(path: "")) { try CanonicalJSON.encode(Int64.min) }
        #expect(throws: CanonicalJSON.Refusal.integerTooLarge(path: "")) { try CanonicalJSON.encode(UInt64.max) }
    }

    @Test func `refuses floating-point numbers and says where`() {
        #expect(throws: CanonicalJSON.Refusal.floatingPoint(path: "price.0")) {
            try CanonicalJSON.encode(["price": [1.5]])
        }
        #expect(throws: CanonicalJSON.Refusal.floatingPoint(path: "")) { try CanonicalJSON.encode(Float(1)) }
        #expect(throws: CanonicalJSON.Refusal.floatingPoint(path: "")) { try CanonicalJSON.encode(Date.distantPast) }
    }

    @Test func `writes what a JSON reader reads back`() throws {
        var random = SeededRandom(seed: 3)
        for _ in 0..<300 {
            var value: [String: [String]] = [:]
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                value[Self.string(&random)] = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    Self.string(&random)
                }
            }
            let bytes = try CanonicalJSON.encode(value)
            let back = try JSONDecoder().decode([String: [String]].self, from: Data(bytes))
            #expect(back == value, "seed \(random.seed)")
            #expect(try CanonicalJSON.encode(back) == bytes)
        }
    }

    private static func string(_ random: inout SeededRandom) -> String {
        var string = ""
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let range: ClosedRange<UInt32> =
                [0...0x7F, 0x80...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF].randomElement(using: &random) ?? 0...0x7F
            string.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "x")
        }
        return string
    }

    @Test func `gives a record the same bytes twice`() throws {
        var bibliography = Bibliography(right: .patent)
        bibliography.application = DocumentID(
            country: "CN",
            number: "201910302430.1",
            date: PartialDate(year: 2019, month: 4, day: 16)
        )
        bibliography.titles = [LocalizedText(lang: "zh", text: "示例")]
        #expect(
            try text(bibliography).hasPrefix(
                #"{"application":{"country":"CN","date":"2019-04-16","id":"CN2019103024301""#
            )
        )
        #expect(try CanonicalJSON.encode(bibliography) == CanonicalJSON.encode(bibliography))
    }
}
