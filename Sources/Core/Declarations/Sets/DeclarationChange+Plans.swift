extension DeclarationChange {
    /// What changes from one version of a plan to the next.
    package static func between(_ old: PlanDeclaration, _ new: PlanDeclaration) -> [DeclarationChange] {
        let before = Dictionary(old.clauses.map { ($0.key, $0) }) { first, _ in first }
        let after = Set(new.clauses.map(\.key))
        var changes: [DeclarationChange] = []
        for clause in old.clauses where !after.contains(clause.key) {
            changes.append(Self(.decision, "clause '\(clause.key)' is gone; its measures are shown nowhere"))
        }
        for clause in new.clauses {
            guard let old = before[clause.key] else {
                changes.append(Self(.compatible, "clause '\(clause.key)' is new"))
                continue
            }
            if old.title != clause.title || old.units != clause.units {
                changes.append(Self(.compatible, "clause '\(clause.key)' has another title or other units"))
            }
            if old.targets != clause.targets {
                changes.append(Self(.compatible, "clause '\(clause.key)' has other targets"))
            }
            if old.registers != clause.registers || old.pages != clause.pages {
                changes.append(Self(.compatible, "clause '\(clause.key)' is carried out otherwise"))
            }
        }
        if changes.isEmpty, old != new { changes.append(Self(.compatible, "words, order or notes")) }
        return changes
    }
}
