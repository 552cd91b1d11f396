import Query
import Testing
import Text

@testable import EntryIndex

/// Texts as queries.
struct LikeTextTests {
    @Test func `the rarest words of a text find the records that share them`() throws {
        let index = try SmallIndex.titles(["石墨烯散热膜的制备", "散热片", "一种电池", "Graphene films", "A film"])
        let text = "石墨烯散热膜 films 2020 未知"
        // Each in one record, in the order of their bytes; then those in two. No record has 未知, and numbers do not count.
        let all = try LikeText(text, index.searcher, limit: 40)
        #expect(all.said == ["墨烯", "热膜", "烯散", "石墨", "films", "散热"])
        let found = try index.searcher.search(SearchRequest(all.tree)).hits.map(\.id)
        #expect(found.first == "patent/A" && Set(found) == ["patent/A", "patent/B", "patent/D", "patent/E"])
        let few = try LikeText(text, index.searcher, limit: 4, colour: 3)
        #expect(few.said == ["墨烯", "热膜", "烯散", "石墨"])
        #expect(try index.searcher.search(SearchRequest(few.tree)).hits.map(\.id) == ["patent/A"])
        #expect(few.words.map(\.colour) == [3, 4, 5, 6])
        #expect(few.words[0].phrases[0].slots[0].width == 2 && all.words[4].phrases[0].slots[0].width == 1)
        let none = try LikeText("未知", index.searcher, limit: 40)
        #expect(none.said.isEmpty && none.words.isEmpty)
        #expect(try index.searcher.count(none.tree).total == 0)
    }
}
