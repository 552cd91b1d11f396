package import Domain

/// What a key for programs is good for.
///
/// What is public needs no key: there a key counts its calls apart from those of the network that they come from.
package enum KeyScope: String, Sendable, Hashable, CaseIterable, Codable {
    /// Searches and all that is asked with words.
    case search
    /// Records, their files, and tables of classes, codes and fees.
    case records
    /// Reading the account that made the key.
    case account = "account:read"
    /// Writing entries of declared registers, as far as the account may; such a key is made in a session with a second factor.
    case entries

    /// What a caller may do with it, as far as that needs permission at all.
    var actions: Set<Action> {
        switch self {
        case .search, .records: []
        case .entries: [.writeEntries]
        case .account: [.readOwnAccount, .listOwnSessions, .readHeldData, .listOwnKeys]
        }
    }

    /// The name for people.
    package var name: Bilingual {
        switch self {
        case .search:
            Bilingual("检索：检索、联想、翻译检索式、批量查号", "search: searches, suggestions, translation of queries, many numbers")
        case .records: Bilingual("记录：记录、文件、分类、代码、费用", "records: records, their files, classes, codes, fees")
        case .entries:
            Bilingual(
                "名录：按我的角色写入（须两步验证登录后申请）",
                "entries: writing registers as my roles allow (made with a second step alone)"
            )
        case .account: Bilingual("我的账号：只读", "my account: reading alone")
        }
    }
}
