import Domain

extension Reference {
    /// The reference by the Chinese standard, three holders at most.
    ///
    /// **Source** GB/T 7714-2015, 4.5 (专利文献) and 8.1.2: 专利申请者或所有者. 专利题名: 专利号[文献类型标识/文献载体标识].
    /// 公告日期或公开日期[引用日期]. 获取和访问路径.
    package var chineseText: String {
        let shown = holders.prefix(Self.named).joined(separator: ", ") + (holders.count > Self.named ? ", 等" : "")
        let head = shown.isEmpty ? "" : shown + ". "
        let kind = isPatent ? "P" : "Z"
        return "\(head)\(title): \(number)[\(kind)/OL]. \(date.map(\.description) ?? "")[\(accessed)]. \(address)."
    }

    /// The reference in English: holders, title, number, day of publication, address.
    ///
    /// **Source** ISO 690:2021, patents.
    package var englishText: String {
        let shown = holders.prefix(Self.named).joined(separator: ", ") + (holders.count > Self.named ? " et al." : "")
        let head = shown.isEmpty ? "" : shown.hasSuffix(".") ? shown + " " : shown + ". "
        let dated = date.map { ". \($0)" } ?? ""
        return "\(head)\(title). \(right.bibliography.right.words.en) \(number)\(dated). "
            + "Available from: \(address) [viewed \(accessed)]."
    }

    /// Holders named before "and others".
    private static let named = 3
}
