import Links

/// The cookies of the site: how a reader wants pages to look, whether nothing is to be kept, and nothing about the reader.
enum DisplayCookie: String, CaseIterable {
    case theme, size
    /// Confidential mode.
    case `private`

    /// How long a cookie is kept after the choice; seconds.
    static let seconds = 365 * 24 * 3_600
    /// What the cookie of confidential mode says while it is on.
    static let on = "yes"

    /// The `Set-Cookie` values that keep a choice, or forget it.
    static func values(for choice: DisplayChoice, isSecure: Bool) -> [String] {
        let values =
            switch choice {
            case .standard: [theme, size].map { $0.forgotten }
            case .theme(let chosen): [theme.kept(chosen.rawValue)]
            case .size(let chosen): [size.kept(chosen.rawValue)]
            case .confidential(true): [`private`.kept(on)]
            case .confidential(false): [`private`.forgotten]
            }
        return values.map { $0 + "; Path=/; SameSite=Lax; HttpOnly" + (isSecure ? "; Secure" : "") }
    }

    private func kept(_ value: String) -> String { "\(rawValue)=\(value); Max-Age=\(Self.seconds)" }
    private var forgotten: String { "\(rawValue)=; Max-Age=0" }
}
