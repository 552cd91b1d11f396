/// Names and addresses of people as others see them: enough to tell people apart, too little to know who it is.
///
/// **Source** GB/T 37964-2019, section 8 and annex A (masking); Personal Information Protection Law, article 51 (de-identification).
package enum Masked {
    private static let star: Character = "*"

    /// Family names of two characters that a name may begin with.
    private static let families: Set<String> = [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "夏侯", "轩辕", "南宫", "独孤",
        "端木", "西门", "百里", "东郭", "申屠", "太史", "闻人", "澹台", "濮阳", "淳于", "单于", "赫连", "拓跋", "呼延", "万俟", "钟离", "司空",
    ]

    /// A name: of a Chinese one the family name, of others the first letter of each word.
    ///
    /// 张三 becomes 张*, 欧阳修竹 欧阳**, Anna Berg `A*** B***`. A name of one character is hidden.
    package static func name(_ name: String) -> String {
        let words = name.split(whereSeparator: \.isWhitespace)
        return words.map { word in
            guard word.count > 1, let first = word.first else { return String(star) }
            guard !first.isASCII, first.unicodeScalars.allSatisfy(\.properties.isIdeographic) else {
                return String(first) + "***"
            }
            let shown = word.count > 2 && families.contains(String(word.prefix(2))) ? 2 : 1
            return word.prefix(shown) + String(repeating: star, count: word.count - shown)
        }.joined(separator: " ")
    }

    /// An e-mail address: its first letter and its host, as `a***@example.org`.
    package static func email(_ address: String) -> String {
        guard let at = address.lastIndex(of: "@") else { return "***" }
        let local = address[..<at]
        return (local.count > 1 ? local.prefix(1) : "") + "***" + address[at...]
    }
}
