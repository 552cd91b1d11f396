/// The eight doors, in the order in which they stand everywhere.
package enum Door: String, Sendable, Hashable, CaseIterable {
    case search
    case apply
    case verify
    case ask
    case data
    case network
    case learn
    case figures

    /// The character on the door, the same in every language.
    package var character: String {
        switch self {
        case .search: "查"
        case .apply: "办"
        case .verify: "证"
        case .ask: "问"
        case .data: "数"
        case .network: "网"
        case .learn: "学"
        case .figures: "看"
        }
    }
}
