/// What a legal event does to a right.
package enum LegalEffect: Hashable, Sendable {
    case published
    case examined
    case granted
    case ended(LapseReason)
    case restored
    case partlyInvalidated
    case transferred
    case changed
    case corrected
    /// A licence, pledge, preservation or open licence begins or ends.
    case encumbered(Encumbrance)
    case freed(Encumbrance)
    /// Something that leaves right and encumbrances as they are.
    case noted

    /// What may lie on a right without ending it.
    package enum Encumbrance: String, Hashable, Sendable, CaseIterable {
        case licence, openLicence, pledge, preservation

        /// The encumbrance in words.
        package var words: Bilingual {
            switch self {
            case .licence: Bilingual("许可", "licensed")
            case .openLicence: Bilingual("开放许可", "open licence")
            case .pledge: Bilingual("质押", "pledged")
            case .preservation: Bilingual("保全", "under preservation")
            }
        }
    }
}
