import Links
import Testing

@testable import Pages

/// Pages of entries: values of every type, rich text, forms with what is wrong.
struct RegisterTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    private func page(_ name: String, _ language: PageLanguage) throws -> String {
        let found = try #require(RegisterSamples.pages(pages, language).first { $0.0 == name })
        return found.2(Samples.frame(.registers(found.1)))
    }

    @Test func `values are written in the form of the language`() throws {
        let zh = try page("entry false", .zh)
        for text in [
            "-12,345.50 人", "1,234,567.00 元", "自 2024-01-01 起", "到 2025-01-01 为止", "周一至周五", "09:00–12:00、13:30–17:30",
            "周一 09:00 开门", "现在关门", "href=\"geo:34.265500,108.954100\"", "版本 3 · 2026-11-30 09:05", "不公开",
        ] {
            #expect(zh.contains(text), "\(text)")
        }
        let en = try page("entry false", .en)
        for text in [
            "CNY 1,234,567.00", "from 1 Jan 2024", "until 1 Jan 2025", "Mar 2024", "Monday to Friday",
            "opens on Monday at 09:00", "Closed now", "not public",
        ] {
            #expect(en.contains(text), "\(text)")
        }
        #expect(zh.contains("<a href=\"https://a.example/&quot;x\" rel=\"nofollow noopener\">"))
    }

    @Test func `only who may change an entry is led to the form`() throws {
        #expect(!(try page("entry false", .zh)).contains("/edit"))
        let staff = try page("entry true", .zh)
        #expect(staff.contains("/edit") && staff.contains("/registers/outlet/new") && staff.contains("已保存"))
    }

    @Test func `a list keeps what it is narrowed to on every way on`() throws {
        let page = try page("list false", .zh)
        let kept = "q=%E7%BD%91%E7%82%B9+%3C%E7%A4%BA%E4%BE%8B%3E"
        for address in [
            // Another order and page, and the chosen value taken back.
            "\(kept)&amp;f=kind:a&amp;in=610000&amp;samples=no&amp;sort=name\"",
            "\(kept)&amp;f=kind:a&amp;in=610000&amp;samples=no&amp;sort=-name&amp;page=3\"",
            "\(kept)&amp;in=610000&amp;samples=no&amp;sort=-name\"",
        ] {
            #expect(page.contains(address), "\(address)")
        }
        for text in [
            "1,234 条", "另有示例 1 件", "甲 &lt;一&gt;", "name=\"f\" value=\"kind:a\"", "name=\"in\" value=\"610000\"",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(try self.page("list true", .en).contains("This register is not public"))
        #expect(try self.page("register true", .en).contains("No entries yet"))
    }

    @Test(arguments: [
        ("一\n二\n\n三", "<p>一<br>二</p><p>三</p>"),
        (
            "- 甲\n- 乙\n\n1. 一\n2. 二",
            "<ul class=\"points\"><li>甲</li><li>乙</li></ul><ol class=\"points numbered\"><li>一</li><li>二</li></ol>"
        ),
        ("**重** *轻* ** 空 **", "<p><strong>重</strong> <em>轻</em> ** 空 **</p>"),
        (
            "[站](https://a.example/?b=1&c=\u{27})",
            "<p><a href=\"https://a.example/?b=1&amp;c=&#39;\" rel=\"nofollow noopener\">站</a></p>"
        ),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](https://a b) [y](https://) [z](//a.example)", "<p>[x](https://a b) [y](https://) [z](//a.example)</p>"),
        (
            "<script>alert('1')</script> & \"x\"",
            "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;</p>"
        ),
        (
            "[<b>](https://a.example) **<i>**",
            "<p><a href=\"https://a.example\" rel=\"nofollow noopener\">&lt;b&gt;</a> <strong>&lt;i&gt;</strong></p>"
        ),
        ("", ""),
    ])
    func `rich text has paragraphs, lists, emphasis and links, and nothing else`(text: String, html: String) {
        #expect(RichText.markup(text).html == html)
    }

    @Test func `a text of nothing but signs is read in good time`() {
        let start = ContinuousClock.now
        _ = RichText.markup(String(repeating: "*[", count: 20_000))
        #expect(start.duration(to: .now) < .seconds(30))
    }

    @Test func `what is wrong stands above with links, and at its field`() throws {
        let html = try page("edit 0", .zh)
        let reader = HTMLReader(html)
        #expect(
            html.contains("有 3 处需要改") && html.contains("href=\"#f.name\"") && html.contains("href=\"#f.body.code\"")
        )
        #expect(
            html.contains("aria-describedby=\"f.name-hint f.name-error\"")
                && html.contains("id=\"f.name-error\">请填写名称</p>")
        )
        #expect(reader.values(of: "id").contains("f.body.code"))
        #expect(html.contains("&lt;/textarea&gt;") && html.contains("name=\"v.body.code\" value=\"1\""))
        #expect(try page("edit 0", .en).contains("3 things to correct"))
    }

    @Test func `who may not write is told what to do, and has no form`() throws {
        let html = try page("edit 2", .en)
        #expect(html.contains("Ask the security administrator") && !html.contains("name=\"v.name\""))
    }

    @Test func `a proposal shows the forms that who looks may send`() throws {
        let waiting = try page("proposal waiting", .zh)
        #expect(
            waiting.contains("value=\"approve\"") && waiting.contains("value=\"refuse\"")
                && !waiting.contains("value=\"withdraw\"")
        )
        #expect(!(try page("proposal approved", .zh)).contains("value=\"approve\""))
    }

    @Test(arguments: [
        ("0", "0"), ("-0.50", "-0.50"), ("1234567", "1,234,567"), ("-1234.5", "-1,234.5"), ("abc", "abc"),
    ])
    func `numbers keep every digit`(text: String, shown: String) {
        #expect(pages.words(.en).grouped(text) == shown)
    }
}
