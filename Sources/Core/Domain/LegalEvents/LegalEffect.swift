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

    /// What becomes of the right, in words.
    package var words: Bilingual {
        switch self {
        case .published: Bilingual("申请公布，审中", "Published; pending")
        case .examined: Bilingual("进入实质审查，审中", "Under substantive examination; pending")
        case .granted: Bilingual("授权，有效", "Granted; in force")
        case .ended(let reason): LegalState.lapsed(reason).words
        case .restored: Bilingual("恢复到终止以前的状态", "Restored to the state before it ended")
        case .partlyInvalidated: Bilingual("部分无效，其余有效", "Invalidated in part; the rest in force")
        case .transferred: Bilingual("权利人变更，状态不变", "New holder; same state")
        case .changed: Bilingual("信息变更，状态不变", "Particulars changed; same state")
        case .corrected: Bilingual("文献更正，状态不变", "Document corrected; same state")
        case .encumbered(let encumbrance):
            Bilingual("开始：\(encumbrance.words.zh)；状态不变", "Begins: \(encumbrance.words.en); same state")
        case .freed(let encumbrance):
            Bilingual("结束：\(encumbrance.words.zh)；状态不变", "Ends: \(encumbrance.words.en); same state")
        case .noted: Bilingual("状态不变", "Same state")
        }
    }

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
