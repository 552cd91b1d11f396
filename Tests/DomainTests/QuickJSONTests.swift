import Foundation
import Testing

@testable import Domain

struct QuickJSONTests {
    /// Something of every kind that is read.
    private struct Sample: Codable, Hashable {
        var text: String
        var maybe: String?
        var number: Int
        var small: UInt8?
        var flag: Bool?
        var list: [String]
        var nested: [Sample]?
        var map: [String: Int]?
        var holes: [Int?]?
        var longNameOfAMember: String?
        var longNameOfAnother: Int?
    }

    private func quick<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        // That it was not read is what the test asks.
        try? QuickJSON.decode(type, from: Array(text.utf8))
    }

    private func general<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        // As above.
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test func `reads members in any order, with blanks, nulls and members nobody asks for`() throws {
        let text = """
             {"list" : [ "a" , "b" ], "unknown": [1.5e3, {"x": [true, null]}], "number":-12,"maybe":null,
            "text":"惠知😀","flag":true,"nested":[{"text":"","number":0,"list":[]}],"map":{"one":1,"two":2},
            "holes":[1,null,3],"longNameOfAnother":7,"longNameOfAMember":"八个以上的字节"}
            """
        let read = try QuickJSON.decode(Sample.self, from: Array(text.utf8))
        #expect(read.text == "惠知😀" && read.maybe == nil && read.number == -12 && read.flag == true)
        #expect(read.list == ["a", "b"] && read.nested?.count == 1 && read.map == ["one": 1, "two": 2])
        #expect(read.holes == [1, nil, 3] && read.small == nil)
        #expect(read.longNameOfAMember == "八个以上的字节" && read.longNameOfAnother == 7)
        #expect(read == general(Sample.self, text))
    }

    @Test(
        arguments: [
            (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{C}\n\r\t"), (#""\u60e0\u77E5""#, "惠知"),
            (#""\ud83d\ude00!""#, "😀!"), (#""""#, ""), (#""\u0000""#, "\0"),
        ]
    )
    func `reads escapes`(text: String, expected: String) throws {
        #expect(try QuickJSON.decode(String.self, from: Array(text.utf8)) == expected)
    }

    @Test(
        arguments: [
            "", "{", "[1,]", "[1 2]", "[01]", "[-]", "[1.]", "[1e]", "tru", "nul", "\"a", "\"a\u{1}\"", #""\x""#,
            #""\ud83d""#,
            #""\ud83d\u0041""#, #""\u12""#, "{\"a\"}", "{\"a\":1,}", "{a:1}", "[1]]", "[1] x", "{\"a\":1 \"b\":2}",
            String(repeating: "[", count: 10_000),
        ]
    )
    func `refuses what is not JSON`(text: String) {
        #expect(quick([Int].self, text) == nil)
        #expect(quick(String.self, text) == nil)
        #expect(quick([String: Int].self, text) == nil)
    }

    @Test func `refuses bytes that are not UTF-8`() {
        #expect(throws: (any Error).self) { try QuickJSON.decode(String.self, from: [0x22, 0xFF, 0x22]) }
        #expect(throws: (any Error).self) { try QuickJSON.decode(String.self, from: [0x22, 0xED, 0xA0, 0x80, 0x22]) }
    }

    @Test func `converts nothing and reads integers to their limits`() {
        #expect(quick(Int.self, "9223372036854775807") == .max)
        #expect(quick(Int.self, "9223372036854775808") == nil)
        #expect(quick(UInt8.self, "256") == nil && quick(UInt8.self, "255") == 255)
        #expect(quick(Int.self, "\"1\"") == nil && quick(String.self, "1") == nil && quick(Bool.self, "1") == nil)
        #expect(quick(Int.self, "1.5") == nil && quick([Int].self, "{}") == nil && quick(Sample.self, "[]") == nil)
    }

    @Test func `of two members with one name the first counts, as for the general reader`() {
        let text = #"{"a":1,"a":2}"#
        #expect(quick([String: Int].self, text) == general([String: Int].self, text))
    }

    /// Whatever happens to a text: what is read is what the general reader reads.
    @Test(arguments: [1, 2, 3] as [UInt64]) func `never reads what the general reader reads otherwise`(seed: UInt64)
        throws
    {
        var random = SeededRandom(seed: seed)
        let encoder = JSONEncoder()
        var read = 0
        for _ in 0..<600 {
            let value = Self.sample(&random, depth: 0)
            var bytes = Array(try encoder.encode(value))
            guard Bool.random(using: &random) else {
                let quick = try QuickJSON.decode(Sample.self, from: bytes)
                #expect(quick == value, "seed \(seed)")
                continue
            }
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default:
                    bytes.insert(
                        contentsOf: Array("{}[]\",:\\0-e".utf8).randomElement(using: &random).map { [$0] } ?? [],
                        at: place
                    )
                }
            }
            // Faults are the point.
            guard let quick = try? QuickJSON.decode(Sample.self, from: bytes) else { continue }
            read += 1
            let general = try JSONDecoder().decode(Sample.self, from: Data(bytes))
            #expect(quick == general, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(read > 20)
    }

    private static func sample(_ random: inout SeededRandom, depth: Int) -> Sample {
        func text() -> String {
            let pieces = ["a", "惠", "\"", "\\", "\n", "😀", "/", "\u{7F}", " ", "e\u{301}"]
            return (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined()
        }
        var sample = Sample(
            text: text(),
            number: Int.random(in: -1_000_000...1_000_000, using: &random),
            list: [text(), text()]
        )
        if Bool.random(using: &random) { sample.maybe = text() }
        if Bool.random(using: &random) { sample.small = UInt8.random(in: 0...255, using: &random) }
        if Bool.random(using: &random) { sample.flag = Bool.random(using: &random) }
        if Bool.random(using: &random) { sample.longNameOfAMember = text() }
        if depth < 2, Bool.random(using: &random) { sample.nested = [Self.sample(&random, depth: depth + 1)] }
        if Bool.random(using: &random) { sample.map = ["x": 1, "longer than eight": 2] }
        return sample
    }
}
