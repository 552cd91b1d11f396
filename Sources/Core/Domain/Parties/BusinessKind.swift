/// A kind of business with the office, to which an authorisation to act for somebody may be limited.
///
/// No text of the office lists these kinds: the list is a 示例 that follows the parts of its system for patent business, and
/// pages say so. Codes stay for ever, because authorisations name them; new kinds are added at the end.
package struct BusinessKind: Sendable, Hashable {
    /// What authorisations and programs name it by.
    package let code: String
    /// The name for people.
    package let name: Bilingual

    private init(_ code: String, _ chinese: String, _ english: String) {
        self.code = code
        name = Bilingual(chinese, english)
    }

    /// All kinds, in the order in which pages list them.
    package static let all = [
        BusinessKind("patent-filing", "专利申请、答复与审查请求", "patent applications, replies and requests"),
        BusinessKind("patent-fees", "专利缴费与费用减缴", "patent fees and their reduction"),
        BusinessKind("patent-review", "复审与无效宣告", "re-examination and invalidation"),
        BusinessKind("patent-changes", "著录项目变更、许可、质押、开放许可", "changes, licences, pledges and open licences"),
        BusinessKind("trademark", "商标", "trademarks"),
        BusinessKind("gi", "地理标志", "geographical indications"),
        BusinessKind("layout", "集成电路布图设计", "layout designs"),
        BusinessKind("copies", "证书、登记簿副本与文件副本", "certificates, extracts and copies"),
    ]

    /// The kind of a code; nil for a code that is none.
    package static func of(_ code: String) -> BusinessKind? { byCode[code] }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}
