import Domain
import Testing

@testable import EntryIndex

struct ChipTests {
    @Test func `each part that has to hold is a chip`() throws {
        let chips = try QueryLanguage().parse("TI=石墨烯 APD>=2019 NOT IPC=H01M AND (a OR PA=b) 12345678").chips()
        #expect(chips.map(\.label.zh) == ["发明名称", "申请日", "IPC分类号", "组合条件", "号码或文本"])
        #expect(chips.map(\.label.en) == ["Title", "Application date", "IPC", "Combined", "Number or text"])
        #expect(chips.map(\.text) == ["石墨烯", ">=2019", "NOT H01M", "a OR PA=b", "12345678"])
        #expect(chips.map(\.query) == ["TI=石墨烯", "AD>=2019", "NOT IPC=H01M", "a OR PA=b", "12345678"])
        #expect(chips.map(\.isExclusion) == [false, false, true, false, false])
        #expect(chips[0].remainder == "AD>=2019 AND NOT IPC=H01M AND (a OR PA=b) AND 12345678")
        #expect(chips[3].remainder == "TI=石墨烯 AND AD>=2019 AND NOT IPC=H01M AND 12345678")
        #expect(chips[2].range == SourceRange(position: 17, length: 12))
    }

    @Test func `a chip is named in Chinese where asked`() throws {
        let chips = try QueryLanguage().parse("TI=(a OR b) 2019").chips(naming: .chinese)
        #expect(chips.map(\.query) == ["发明名称=(a OR b)", "2019"])
        #expect(chips.map(\.label.zh) == ["发明名称", "任一日期"])
    }

    @Test func `one part leaves nothing, and everything has no chip`() throws {
        #expect(try QueryLanguage().parse("H01M").chips().map(\.remainder) == [""])
        #expect(try QueryLanguage().parse("*").chips().isEmpty)
    }

    @Test func `many parts end in one chip of the others`() throws {
        let text = (0..<1000).map { "w\($0)" }.joined(separator: " ")
        let query = try QueryLanguage().parse(text)
        let chips = query.chips()
        #expect(chips.count == 64)
        #expect(try Reading.tree(chips[63].query + " " + chips[63].remainder).printed().count == query.printed().count)
    }
}
