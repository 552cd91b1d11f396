import Links

/// The two cookies of the site: how a reader wants pages to look, and nothing about the reader.
enum DisplayCookie {
    static let theme = "theme"
    static let size = "size"

    /// The `Set-Cookie` values that keep a choice for a year, or forget both.
    static func values(for choice: DisplayChoice) -> [String] {
        switch choice {
        case .standard: [theme, size].map { "\($0)=; Max-Age=0" + attributes }
        case .theme(let chosen): ["\(theme)=\(chosen.rawValue); Max-Age=\(year)" + attributes]
        case .size(let chosen): ["\(size)=\(chosen.rawValue); Max-Age=\(year)" + attributes]
        }
    }

    private static let attributes = "; Path=/; SameSite=Lax; HttpOnly"
    private static let year = 365 * 24 * 3_600
}
