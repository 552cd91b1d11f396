import Query
import Testing

@testable import EntryIndex

/// Words that go on where somebody stopped.
struct WordCompletionTests {
    @Test func `words come from the dictionary, the most frequent first`() throws {
        let index = try SmallIndex.titles(["battery", "batteries", "battery bath", "电池", "电池组", "电极", "电", "bat 9"])
        func words(_ text: String, _ field: Field? = nil, limit: Int = 5, scan: Int = 1_000) throws -> [String] {
            try WordCompletion.words(beginning: text, in: field, index.searcher, limit: limit, scan: scan)
        }
        // battery stands in two titles, the others in one; the word itself is no completion.
        #expect(try words("bat") == ["battery", "bath", "batteries"])
        #expect(try words("BATT", limit: 1).first == "battery")
        #expect(try words("电") == ["电池", "电极"])
        #expect(try words("电池") == ["电池组"], "one character more, not the end of the text")
        #expect(try words("電") == ["電池", "電极"], "what is typed stays as it is")
        #expect(try words("b").isEmpty && words("9").isEmpty && words("").isEmpty && words("bat", .abstract).isEmpty)
        #expect(try words("bat", .applicant).isEmpty && words("bat", .title).count == 3)
        // Of few terms read, the first in the order of their bytes are known.
        #expect(try words("bat", scan: 2) == ["bath"])
    }
}
