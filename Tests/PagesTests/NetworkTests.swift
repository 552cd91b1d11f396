import Links
import Pages
import Testing

/// Places that help, on pages.
struct NetworkTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    private func page(_ place: Int, _ language: PageLanguage) -> String {
        let model = NetworkSamples.all(language)[place]
        return pages.network(model, Samples.frame(.network(model.link)))
    }

    @Test func `a place says whether it is open, when that changes, how far it is and how to ask`() {
        let zh = page(2, .zh)
        for text in [
            "1,233 处", "另有示例 1 件", "陕西省西安市 610102没有符合的，已扩大到：陕西省西安市。", "从陕西省西安市的中心算起", "ODbL 1.0", "示例 &lt;来源&gt;",
            "正在开门", "到 17:30", "350 米", "href=\"tel:01000000000\"", "href=\"geo:34.265500,108.954100\"", "没有登记开放时间",
            "今天 13:30 开门", "明天 09:00 开门", "2026-12-09", "3.1 公里", "100 公里", "1,235 公里", "0 米", "990 米",
            "拟设", "现在不对外服务", "检索、咨询 &lt;&amp;&gt;", "page=2",
        ] {
            #expect(zh.contains(text), "\(text)")
        }
        let en = page(2, .en)
        for text in ["There is none in 陕西省西安市 610102", "350 m<", "3.1 km", "opens tomorrow at 09:00", "checked"] {
            #expect(en.contains(text), "\(text)")
        }
    }

    @Test func `what is asked stays in the form, with the counts`() {
        let html = page(2, .zh)
        for text in [
            "<option value=\"services:search\" selected>检索 &lt;一&gt;（1,234）</option>", "<details open>",
            "value=\"610102\"", "value=\"a &lt;b&gt;\"", "name=\"samples\" value=\"no\"",
            "name=\"open\" value=\"yes\" checked",
        ] {
            #expect(html.contains(text), "\(text)")
        }
        #expect(page(4, .zh).contains("<details>"))
        // With one register there is nothing to choose.
        #expect(html.contains("<select id=\"of\"") && !page(4, .zh).contains("<select id=\"of\""))
    }

    @Test func `nothing found leads on, and what cannot be read is told at its field`() {
        let empty = page(1, .zh)
        #expect(empty.contains("现在没开门的也看") && empty.contains("去掉其他条件") && empty.contains("全国"))
        let wrong = page(4, .en)
        #expect(wrong.contains("There is no such place") && wrong.contains("aria-invalid=\"true\""))
        #expect(page(5, .zh).contains("纬度,经度"))
        #expect(page(0, .zh).contains("还没有网点") && !page(0, .zh).contains("<form class=\"read"))
    }

    @Test func `the address that search engines keep does not say where somebody is`() {
        let html = page(3, .zh)
        #expect(html.contains("<link rel=\"canonical\" href=\"/network\">") && html.contains("34.260,108.940"))
    }

    @Test func `a poster has a code for its page, and none where the address is too long for one`() {
        let link = RegisterLink(.poster("outlet", "a"))
        func html(_ isLong: Bool) -> String {
            pages.poster(NetworkSamples.poster(link, isLong: isLong), Samples.frame(.registers(link)))
        }
        #expect(
            html(false).contains("<svg class=\"qr\"") && html(false).contains("https://ip.example/registers/outlet/a")
        )
        #expect(!html(true).contains("<svg class=\"qr\""))
        #expect(html(false).contains("周一至周五：09:00–12:00、13:30–17:30") && html(false).contains("检索 &lt;一&gt;、咨询"))
    }
}
