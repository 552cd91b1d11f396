/// The simple legal state of a right, as far as its records tell.
package enum LegalState: Hashable, Sendable {
    /// Applied for, nothing granted or refused yet.
    case pending
    /// Granted or registered, and nothing known has ended it.
    case inForce
    /// Ended; the reason where it is known.
    case lapsed(LapseReason?)
    /// Ended, but the holder may still have it restored.
    case restorable
    /// The records do not tell.
    case unknown

    /// The state's name in addresses and facets: `pending`, `inForce`, `lapsed`, `restorable`, `unknown`.
    package var name: String {
        switch self {
        case .pending: "pending"
        case .inForce: "inForce"
        case .lapsed: "lapsed"
        case .restorable: "restorable"
        case .unknown: "unknown"
        }
    }

    /// Every name with its words, in the order in which a page lists them.
    package static let names: [(name: String, words: Bilingual)] = [
        LegalState.inForce, .pending, .lapsed(nil), .restorable, .unknown,
    ]
    .map { ($0.name, $0.words) }

    /// The state in words; a known reason follows it.
    package var words: Bilingual {
        switch self {
        case .pending: Bilingual("审中", "Pending")
        case .inForce: Bilingual("有效", "In force")
        case .lapsed(nil): Bilingual("失效", "Lapsed")
        case .lapsed(.some(let reason)):
            Bilingual("失效（\(reason.words.zh)）", "Lapsed (\(reason.words.en))")
        case .restorable: Bilingual("可恢复", "Restorable")
        case .unknown: Bilingual("状态未知", "Unknown")
        }
    }
}
