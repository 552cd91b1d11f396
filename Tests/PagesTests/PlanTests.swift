import Links
import Pages
import Testing

/// The page of a plan.
struct PlanTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    private func page(_ language: PageLanguage, _ place: Int = 0) -> String {
        let model = Samples.plans(language)[place]
        return pages.plan(model, Samples.frame(.plan(model.link)))
    }

    @Test func `targets say number, unit, time and whose words they are`() {
        let zh = page(.zh)
        #expect(zh.contains("覆盖率： <b>至少 50%（到 2025 年）</b>") && zh.contains("<q lang=\"zh-CN\">提升至50%以上</q>"))
        #expect(zh.contains("<b>1,550 家（到 2025-06）</b>") && zh.contains("<b>到 2025 年完成</b>"))
        #expect(zh.contains("方案没有给出数值") && zh.contains("本平台归纳，方案没有这样写"))
        let en = page(.en)
        #expect(en.contains("<b>at least 50% by 2025</b>") && en.contains("<b>1,550 outlets by Jun 2025</b>"))
        #expect(en.contains("<b>to be done by 2025</b>") && en.contains("the plan gives no number"))
    }

    @Test func `what is Chinese on an English page says so`() {
        let en = page(.en)
        #expect(en.contains("<p class=\"sum read\" lang=\"zh-CN\">示例方案</p>"))
        #expect(en.contains("<span lang=\"zh-CN\">示例局，各地示例部门</span>"))
        #expect(!page(.zh).contains("<p class=\"quiet\" lang"))
    }

    @Test func `a clause says what carries it out, or that nothing does`() {
        let zh = page(.zh)
        #expect(zh.contains("2 条里有 1 条在这里已有可用的名录或页面"))
        #expect(zh.contains("<span class=\"state is-live\">已有名录或页面</span>"))
        #expect(zh.contains("<span class=\"state is-none\">尚未提供</span>"))
        #expect(zh.contains("人才档案 <span class=\"quiet\">由工作人员维护，不公开</span>"))
        #expect(zh.contains("\">1 项</a><span class=\"plus\">+2") && zh.contains("还没有登记"))
        #expect(page(.en).contains("\">1 measure</a><span class=\"plus\">"))
    }

    @Test func `a node without a plan says what its operator does`() {
        #expect(page(.zh, 1).contains("还没有发布方案") && page(.en, 1).contains("huizhi definitions publish"))
    }
}
