import Testing

@testable import Formats

struct TableColumnTests {
    @Test(arguments: [
        ("申请号", TableColumn.applicationNumber), (" 申请号 ", .applicationNumber), ("AN", .applicationNumber),
        ("application_number", .applicationNumber), ("公开（公告）号", .publicationNumber), ("公开(公告)号", .publicationNumber),
        ("公开公告号", .publicationNumber), ("申请（专利权）人", .applicants), ("申请人", .applicants), ("发明(设计)人", .inventors),
        ("主分类号", .mainClass), ("ＩＰＣ分类号", .classes), ("ti", .title), ("专利名称", .title), ("名称", .title),
        ("主权项", .mainClaim),
        ("PCT公开", .ignored), ("光盘号", .ignored),
    ])
    func `a column is known by all its names`(name: String, column: TableColumn) {
        #expect(TableColumn.named(name) == column)
    }

    @Test(arguments: ["分类", "公开年份", "col25", "", "region", "symbol"])
    func `other names are not`(name: String) {
        #expect(TableColumn.named(name) == nil)
    }

    @Test func `a table is known by a number, or by a title with something that belongs to it`() {
        #expect(TableHeader(["申请号"]).isRecognised)
        #expect(TableHeader(["PN", "whatever"]).isRecognised)
        #expect(TableHeader(["序号", "名称", "摘要", "分类"]).isRecognised)
        #expect(!TableHeader(["名称", "地址"]).isRecognised)
        #expect(!TableHeader(["title", "symbol"]).isRecognised)
        #expect(!TableHeader(["摘要", "申请日"]).isRecognised)
    }

    @Test func `columns that nobody knows are named once`() {
        let header = TableHeader(["申请号", "分类", "", "序号", "公开年份"])
        #expect(header.note == "columns left out because nobody knows them: 分类, 公开年份")
        #expect(TableHeader(["申请号", "光盘号"]).note == nil)
    }
}
