import Testing

@testable import Formats

struct RecognitionTests {
    @Test(arguments: [
        ("", "empty"), ("  \n", "empty"), ("%PDF-1.7", "PDF document"), ("GIF89a", "image"),
        ("<svg xmlns='x'>", "image"), ("<html><body>", "a web page"),
        ("<PATDOC DTD='2.4'>", "no reader yet for USPTO SGML (before 2005)"),
        ("<foo/>", "no reader yet for XML documents of <foo>"),
        ("PATN\nWKU  039327094\n", "no reader yet for USPTO Greenbook (before 2002)"),
        ("[\n {\"instruction\": \"x\", \"input\": \"\", \"output\": \"y\"}]", "prompt-wrapped text, not records"),
        ("[{\"申请号\": \"CN201220249767.4\"}]", "a JSON list; write one object a line (jq -c '.[]')"),
        ("{\n \"申请号\": 1}", "a JSON document over several lines; write one object a line"),
        ("{\"a\": 1}\n{\"a\": 2}", "JSON without a known name"),
        ("code,name\n11,北京市\n", "a table without a known column (code, name)"),
        ("symbol,title\nA01B,Soil working\n", "a table without a known column (symbol, title)"),
        ("Dear reader,\nthis is a letter.\n", "a text, not a table"),
        ("\"Lens ID\",Jurisdiction,Kind,Publication Number\n1,US,A,2\n", "no reader yet for Lens lists"),
        (
            "Publication Number,Priority Data,FP Image\nUS1,NA,NA\n", "no reader yet for PATENTSCOPE lists"
        ),
        ("Registered name,Protection type\nx,y\n", "no reader yet for registers of geographical indications"),
        ("type,office,origin,year,count\n1,2,3,4,5\n", "statistics table"),
    ])
    func `a file without a reader is named by its content`(text: String, reason: String) {
        #expect(Recognition(head: Array(text.utf8)) == .skipped(reason: reason))
    }

    @Test(arguments: [
        ("申请号,名称\nCN201220249767.4,轨枕\n", SourceFormat.csv), ("名称\t摘要\n轨枕\t一种\n", .csv),
        ("\u{FEFF}\"申请号\";\"名称\"\r\n", .csv), ("申请号\r\nCN201220249767.4", .csv),
        ("专利检索结果\n\n 申请号 , 申请（专利权）人 \n1,2\n", .csv), ("AN,TI\n1,2\n", .csv),
        ("{\"申请号\": \"CN201220249767.4\"}", .jsonl), ("\n{\"AN\":\"1\"}\n{\"AN\":\"2\"}\n", .jsonl),
        ("{\"right\":\"patent\"}\n", .jsonl), ("{\"abstracts\":[{\"text\":\"right\"}],\"application\":{\"n", .jsonl),
        ("<us-patent-grant lang='EN'>", .usptoXML), ("<exch:exchange-documents>", .docdb),
    ])
    func `a file with a reader is known by its content`(text: String, format: SourceFormat) {
        #expect(Recognition(head: Array(text.utf8)) == .format(format))
    }

    @Test func `tables are known in every encoding they are written in`() {
        let table = "申请号,名称\nCN201220249767.4,轨枕\n"
        let wide = Array(table.utf16)
        let little = wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(Recognition(head: [0xFF, 0xFE] + little) == .format(.csv))
        #expect(Recognition(head: [0xFE, 0xFF] + big) == .format(.csv))
        #expect(Recognition(head: little) == .format(.csv))
        #expect(Recognition(head: big) == .format(.csv))
        // 申请号,名称 in GB 18030.
        let chinese: [UInt8] = [0xC9, 0xEA, 0xC7, 0xEB, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A]
        #expect(Recognition(head: chinese) == .format(.csv))
    }

    @Test(
        arguments: [
            ([0x49, 0x49, 0x2A, 0x00, 0x08], "image"), ([0x00, 0x01, 0x02, 0xFF], "binary"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "an old or encrypted Office file; save it as XLSX without a password"),
        ] as [([UInt8], String)]
    )
    func `bytes that are no text are told by their signature`(head: [UInt8], reason: String) {
        #expect(Recognition(head: head) == .skipped(reason: reason))
    }

    @Test func `a western text of one byte a character is not taken for Chinese`() {
        // "Title,Abstract,AN" and a line with é in Latin-1, which happens to be valid GB 18030.
        let head = Array("Title,Abstract,AN\nCaf".utf8) + [0xE9] + Array("s,Th".utf8) + [0xE9] + Array("s,1\n".utf8)
        #expect(TextHead(head)?.encoding == .utf8)
    }
}
