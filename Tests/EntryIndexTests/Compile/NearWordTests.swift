import Domain
import Query
import Testing

@testable import EntryIndex

/// Words that somebody may have meant.
struct NearWordTests {
    @Test(arguments: [
        ("battery", "battery", 0), ("battrey", "battery", 1), ("batery", "battery", 1), ("battery", "batteries", 3),
        ("ca", "abc", 3), ("", "ab", 2), ("a", "b", 1), ("graphen", "graphenes", 2),
    ])
    func `distances are those of typing`(one: String, other: String, distance: Int) {
        #expect(EditDistance.between(Array(one), Array(other), limit: 3) == distance)
        #expect(EditDistance.between(Array(other), Array(one), limit: 3) == distance)
        if distance > 1 { #expect(EditDistance.between(Array(one), Array(other), limit: 1) > 1) }
    }

    @Test func `the nearest words come first, then the most frequent`() throws {
        let index = try SmallIndex.titles(["battery", "battery cell", "batter", "butter", "patter", "cell", "call"])
        func near(_ word: String, _ field: Field? = nil, limit: Int = 5) throws -> [String] {
            try NearWords.words(near: word, in: field, index.searcher, limit: limit, scan: 1_000)
        }
        #expect(try near("batterx") == ["battery", "batter", "butter"])
        #expect(try near("BATTREY", limit: 1) == ["battery"])
        #expect(try near("cel") == ["cell"] && near("caell") == ["cell", "call"])
        #expect(try near("ce").isEmpty && near("b4ttery").isEmpty && near("电池").isEmpty && near("zell").isEmpty)
        #expect(try near("battrey", .abstract).isEmpty && near("battrey", .title) == ["battery", "batter"])
    }

    @Test func `a word is put right where it stands in the query`() throws {
        func corrected(_ query: String, _ word: String, at place: Int = 0) throws -> String {
            let parsed = try QueryLanguage().parse(query)
            let words = parsed.searchedWords
            return try #require(words.count > place ? words[place] : nil).replaced(by: word, in: parsed)
        }
        #expect(try corrected("battrey 电池", "battery") == "battery 电池")
        #expect(try corrected("TI=(cell OR battrey) NOT x", "battery", at: 1) == "TI=(cell OR battery) NOT x")
        #expect(try corrected("\"battrey\"", "battery") == "battery")
        #expect(try corrected("PA=化为", "华为") == "PA=华为")
        #expect(try QueryLanguage().parse("NOT a AND b+ AND \"c d\"").searchedWords.isEmpty)
    }
}
