internal import Domain

extension Condition {
    /// Whether all its parts hold for an entry.
    package func holds(for content: EntryContent) -> Bool {
        parts.allSatisfy { part in
            if part.field == Self.state { return part.holds(for: content.state.map { .text($0) }) }
            return part.holds(for: content.fields[part.field])
        }
    }
}

extension Condition.Part {
    fileprivate func holds(for value: FieldValue?) -> Bool {
        switch match {
        case .given: value != nil
        case .missing: value == nil
        case .anyOf(let texts): value?.items.contains { $0.text.map(texts.contains) ?? false } ?? false
        case .within(let from, let until):
            value?.items.contains { item in
                guard let date = item.text.flatMap(PartialDate.init(iso:)) else { return false }
                return (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
            } ?? false
        }
    }
}
