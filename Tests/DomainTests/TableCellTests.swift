import Domain
import Testing

struct TableCellTests {
    @Test(arguments: [
        ("a\r\nb", "\"a\r\nb\""), (" =1+1", "' =1+1"), ("\u{3000}＝1", "'\u{3000}＝1"), ("\r\n=1", "\"'\r\n=1\""),
        ("示例", "示例"),
    ])
    func `no cell of a CSV file is a formula or a row of its own`(text: String, cell: String) {
        #expect(TableCell.csv(text) == cell)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("'=1+1", "''=1+1"), ("''@a", "'''@a"), ("'示例", "'示例"), ("'", "'"), ("-5", "'-5"),
    ])
    func `what keeps a cell from being a formula is taken away again, and nothing else`(text: String, cell: String) {
        #expect(TableCell.csv(text) == cell)
        #expect(TableCell.plain(cell) == text)
    }

    @Test(arguments: [
        ("a\tb", "a�b"), ("a\r\nb", "a��b"), ("\u{1B}[2J", "�[2J"), ("a\u{2028}b\u{85}", "a�b�"), ("示例 a", "示例 a"),
    ])
    func `no cell between tabs has a control character`(text: String, cell: String) {
        #expect(TableCell.tabbed(text) == cell)
    }
}
