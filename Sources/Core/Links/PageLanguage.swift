/// The language a page is written in; Chinese stands in a URL by saying nothing.
package enum PageLanguage: String, Sendable, Hashable, CaseIterable {
    case zh
    case en

    /// The language tag of HTML and HTTP (BCP 47).
    package var tag: String {
        switch self {
        case .zh: "zh-CN"
        case .en: "en"
        }
    }

    /// The language that one click switches to.
    package var other: PageLanguage {
        switch self {
        case .zh: .en
        case .en: .zh
        }
    }
}
