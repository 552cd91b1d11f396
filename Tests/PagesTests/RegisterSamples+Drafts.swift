import Links
import Pages

extension RegisterSamples {
    /// Drafts of a new entry and of one that is there.
    static func drafts(_ language: PageLanguage) -> [DraftRow] {
        [
            DraftRow(
                link: RegisterLink(.new("outlet"), language: language),
                register: "网点 <示例>",
                title: "新 <网点>",
                time: "2026-11-30 09:05"
            ),
            DraftRow(
                link: RegisterLink(.edit("outlet", id), language: language),
                register: "网点 <示例>",
                title: "示例 <网点>",
                time: "2026-11-29 09:05"
            ),
        ]
    }
}
