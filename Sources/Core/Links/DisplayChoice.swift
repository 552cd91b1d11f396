/// Colours of the page, chosen by the reader and kept in the cookie `theme`.
package enum Theme: String, Sendable, Hashable, CaseIterable {
    case light
    case dark
    case contrast
}

/// Size of the type, chosen by the reader and kept in the cookie `size`.
package enum TextSize: String, Sendable, Hashable, CaseIterable {
    case large
}

/// A choice in the menu 显示: a plain link to the same page that the server answers with a cookie and a redirect.
package enum DisplayChoice: Sendable, Hashable {
    /// Forget both cookies: what the system wishes, in normal type.
    case standard
    case theme(Theme)
    case size(TextSize)
    /// Confidential mode, kept in the cookie `private`: nothing of what is asked is kept.
    case confidential(Bool)

    /// The choice a URL asks for, if it asks for one.
    package init?(_ parameters: Parameters) {
        if let theme = parameters["theme"].flatMap(Theme.init(rawValue:)) {
            self = .theme(theme)
        } else if let size = parameters["size"].flatMap(TextSize.init(rawValue:)) {
            self = .size(size)
        } else if let isOn = ["yes": true, "no": false][parameters["private"] ?? ""] {
            self = .confidential(isOn)
        } else if parameters["display"] == "standard" {
            self = .standard
        } else {
            return nil
        }
    }

    var parameter: (name: String, value: String) {
        switch self {
        case .standard: ("display", "standard")
        case .theme(let theme): ("theme", theme.rawValue)
        case .size(let size): ("size", size.rawValue)
        case .confidential(let isOn): ("private", isOn ? "yes" : "no")
        }
    }

    /// The names under which an address makes a choice.
    static let names: Set<String> = ["display", "theme", "size", "private"]
}
