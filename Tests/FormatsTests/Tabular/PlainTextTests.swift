import Testing

@testable import Formats

struct PlainTextTests {
    @Test(arguments: [
        ("  增压  气闸室\u{3000}", "增压 气闸室"), ("a\r\n b\u{A0}\u{2003}c", "a b c"), ("一\u{200B}二", "一\u{200B}二"),
    ])
    func `a value is one line with single blanks`(text: String, line: String) {
        #expect(PlainText.line(text) == line)
    }

    @Test func `white space alone is no value`() {
        #expect(PlainText.line(" \u{3000}\n") == nil)
        #expect(PlainText.paragraphs("\n \r\n\u{2029}") == nil)
        #expect(PlainText.line(nil) == nil)
    }

    @Test(arguments: [
        // A narrow page breaks words.
        ("它是\n在机器外壳内", "它是在机器外壳内"), ("它是\r\n在机器", "它是在机器"), ("基因\nPcipg 5", "基因 Pcipg 5"),
        ("(1)、\n中腔体", "(1)、 中腔体"), ("铁芯 \n采用", "铁芯 采用"), ("at the\nend", "at the end"),
        // A sentence ends a paragraph.
        ("结束。\n新的", "结束。\n新的"), ("结束； \n新的", "结束；\n新的"), ("end.\nNext", "end.\nNext"), ("如下：\r一", "如下：\n一"),
        // So does a blank line or a paragraph separator.
        ("技术领域\n\n本发明", "技术领域\n本发明"), ("甲\r\n \r\n乙", "甲\n乙"), ("甲\u{2029}乙", "甲\n乙"), ("甲\u{2028}乙", "甲乙"),
        (" 甲  乙 \n", "甲 乙"), ("𠀀\n𠀁", "𠀀𠀁"),
    ])
    func `paragraphs are found in plain text`(text: String, paragraphs: String) {
        #expect(PlainText.paragraphs(text) == paragraphs)
    }
}
