import Links
import Pages
import Testing

/// Pages of indicators.
struct IndicatorTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    private func page(_ name: String, _ language: PageLanguage = .zh) throws -> String {
        let (_, link, render) = try #require(IndicatorSamples.pages(pages, language).first { $0.0 == name })
        return render(Samples.frame(.indicators(link)))
    }

    @Test func `a box says the number, what it is of, what is missing, and by which definition`() throws {
        let zh = try page("all")
        #expect(zh.contains("531<small>家</small>") && zh.contains("还差 19 家") && zh.contains("TISC <b>152</b>"))
        #expect(zh.contains("55.9%") && zh.contains("186 / 333，全部地级行政区；还差 14 个"))
        #expect(zh.contains("另一口径 53.8%（171 / 318，不含副省级城市）；还差 20 个"))
        #expect(zh.contains("类型为TISC或高校；日期为2024-01-01 至 …；地址为已填写；备注为未填写"))
        #expect(zh.contains("href=\"/plan?name=2023-2025#c03\"") && zh.contains("（三）示例条款"))
        #expect(zh.contains("2026-11-30 21:05，日志 12,345 行，口径第 2 版"))
        let en = try page("all", .en)
        #expect(en.contains("531<small>outlets</small>") && en.contains("outlets still needed: 19"))
        #expect(en.contains("Kind is TISC or University; Day is 1 Jan 2024 to …"))
        #expect(en.contains("<span lang=\"zh-CN\">示例司</span>") && en.contains("Target 60% by 31 Dec 2025"))
    }

    @Test func `the bar shows figure and target on one scale`() throws {
        let page = try page("all")
        // 531 of a scale of 550 * 1.2 = 660; the target at 550 / 660.
        #expect(page.contains("class=\"fill\" x=\"0\" y=\"4\" width=\"80.4%\""))
        #expect(page.contains("x1=\"83.3%\"") && page.contains("x1=\"60.0%\"") && page.contains("width=\"55.9%\""))
    }

    @Test func `all 34 units are on the map, by colours that a legend explains, each a way in`() throws {
        let page = try page("share")
        #expect(page.matches(of: /width="48" height="48"/).count == 34)
        #expect(page.contains("示意图，非地图") && page.contains("不作排名"))
        func tile(_ code: String) throws -> Substring {
            let start = try #require(page.firstRange(of: "<a href=\"/figures/coverage?in=\(code)\" tabindex=\"-1\">"))
            let end = try #require(page[start.upperBound...].firstRange(of: "</a>"))
            return page[start.upperBound..<end.lowerBound]
        }
        for (code, marks) in [
            ("110000", ["class=\"na\" fill=\"url(#hatch)\"", ">不适用<"]), ("320000", ["class=\"lv5\"", ">100%<"]),
            ("610000", ["class=\"lv3\"", ">50%<"]), ("620000", ["class=\"lv0\"", ">0%<"]),
            ("540000", ["class=\"nodata\"", ">暂无数据<"]),
        ] {
            let tile = try tile(code)
            for mark in marks { #expect(tile.contains(mark), "\(code) \(mark)") }
        }
        for text in ["40% 以下", "40–49%", "50–69%", "70–89%", "90% 及以上", "不适用：不设地级行政区"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func `where something is planned comes first among the gaps, and the rest is folded`() throws {
        let page = try page("share")
        let planned = try #require(page.firstRange(of: "in=610400\">610400"))
        let other = try #require(page.firstRange(of: "in=610200\">610200"))
        #expect(planned.lowerBound < other.lowerBound)
        #expect(page.contains("示例 &lt;网点&gt;</a> <span class=\"quiet\">拟设</span>"))
        #expect(page.contains("<summary>再列 7 个</summary>"))
    }

    @Test func `months say the value of then beside that of today, and when the definition changed`() throws {
        let page = try page("count")
        #expect(page.contains("id=\"m2026-11\"") && page.contains("2026-11 （2026-11-03 起用第 2 版口径）"))
        #expect(page.contains("按当时口径") && page.contains("口径第 2 版，2026-11-03 发布，计数方法与上一版不同"))
    }

    @Test func `rows are paged and closed registers say so`() throws {
        let page = try page("share")
        #expect(page.contains("120 条记录") && page.contains("/figures/coverage?page=3#rows"))
        #expect(page.contains("<b aria-current=\"page\">2</b>"))
        #expect(try self.page("closed").contains("这些记录由工作人员维护，不公开"))
    }

    @Test func `the planner says by what it orders, and what each place has`() throws {
        let page = try page("planner")
        #expect(page.contains("按登记的人口从多到少排列") && page.contains("690,000"))
        #expect(page.contains("示例 &lt;网点&gt;，直线约 68 公里") && page.contains("未登记"))
        #expect(page.contains("没有坐标，不知道") && page.contains("示例 (拟设)"))
        let none = try self.page("planner without numbers")
        #expect(none.contains("只按代码排列") && none.contains("href=\"/registers/region-facts\""))
    }

    @Test func `a ranking warns, and is found by no search engine`() throws {
        let page = try page("ranking")
        #expect(page.contains("不得公布") && page.contains("noindex") && page.contains("西藏自治区"))
    }
}
