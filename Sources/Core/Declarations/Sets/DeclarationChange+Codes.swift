extension DeclarationChange {
    /// What changes from one version of a code list to the next.
    package static func between(_ old: CodeList, _ new: CodeList) -> [DeclarationChange] {
        var changes: [DeclarationChange] = []
        for code in old.codes where new[code.code] == nil {
            changes.append(Self(.decision, "code '\(code.code)' is gone; let it end with 'until' instead"))
        }
        for code in new.codes {
            guard let before = old[code.code] else {
                changes.append(Self(.compatible, "code '\(code.code)' is new"))
                continue
            }
            if before.from != code.from || before.until != code.until {
                changes.append(Self(.compatible, "code '\(code.code)' is in force at other times"))
            }
            if before.broader != code.broader {
                changes.append(Self(.reindex, "code '\(code.code)' is a part of another"))
            }
            if before.label != code.label { changes.append(Self(.reindex, "code '\(code.code)' is called otherwise")) }
        }
        if changes.isEmpty, old != new { changes.append(words) }
        return changes
    }
}
