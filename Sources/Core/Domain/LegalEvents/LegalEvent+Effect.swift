extension LegalEvent {
    /// What the event does to its right: by its code, else by its words; nil where neither is known.
    package var effect: LegalEffect? {
        code.flatMap(LegalEventCode.effect) ?? text.flatMap(LegalWording.effect)
    }

    /// Whether the event is about a licence, a pledge or a preservation and leaves the right itself as it is.
    package var isAboutEncumbrance: Bool {
        switch effect {
        case .encumbered, .freed: return true
        case .noted:
            let words = [code.flatMap(LegalEventCode.words)?.zh, text].compactMap(\.self)
            return words.contains { said in Self.encumbrances.contains { $0.isContained(in: Array(said.utf8)) } }
        default: return false
        }
    }

    private static let encumbrances: [Phrase] = ["许可", "质押", "保全"]
}
