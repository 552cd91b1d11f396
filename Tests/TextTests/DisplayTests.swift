import Testing
import Text

struct DisplayTests {
    @Test func `word breaks stand between Chinese words`() {
        let text = "知识产权公共服务 ABC"
        let breaks = WordBreaker().breaks(in: text)
        #expect(breaks.contains(12))
        #expect(breaks.allSatisfy { $0 > 0 && $0 < 24 && $0 % 3 == 0 })
    }

    @Test(arguments: ["", "a", "hello world", "，。", "𠮷"])
    func `texts without Chinese words have no breaks`(text: String) {
        #expect(WordBreaker().breaks(in: text).isEmpty)
    }

    @Test func `breaks are offsets between characters`() {
        let text = "𠮷野家e\u{301}的石墨烯👩‍👩‍👧‍👦散热膜"
        let bytes = Array(text.utf8)
        for offset in WordBreaker().breaks(in: text) { #expect(bytes[offset] & 0xC0 != 0x80) }
    }

    @Test func `pinyin reads each character`() {
        let pinyin = Pinyin()
        #expect(pinyin.initials(of: "知识产权") == "zscq")
        #expect(pinyin.syllables(of: "山东ABC大学") == ["shan", "dong", "abc", "da", "xue"])
        #expect(pinyin.syllables(of: "绿") == ["lu"])
        #expect(pinyin.initials(of: "").isEmpty)
    }

    @Test func `the analysis version names every part`() {
        let parts = AnalysisVersion.current.split(separator: ", ").map { String($0.prefix { $0 != " " }) }
        #expect(parts == ["rules", "icu", "unicode", "snowball"])
        #expect(AnalysisVersion.current.hasPrefix("rules \(AnalysisVersion.rules), icu "))
        #expect(!AnalysisVersion.current.contains("icu 0.0"))
    }
}
