internal import Domain

/// Reads what fields must say.
struct ConditionReader {
    let log: ProblemLog

    /// Reads `{kind: [tisc, university], applied: {from: 2024-01-01}}`.
    func condition(_ node: DeclaredNode, _ subject: String) -> Condition? {
        guard case .map(let members) = node.kind, !members.isEmpty else {
            log.add(node.line, "\(subject) is \(node.sort); write fields and what they say: {kind: [one, two]}")
            return nil
        }
        let parts = members.compactMap { member -> Condition.Part? in
            match(member.value, "\(subject): '\(member.key)'").map { Condition.Part(field: member.key, match: $0) }
        }
        return parts.count == members.count ? Condition(parts: parts) : nil
    }

    private func match(_ node: DeclaredNode, _ subject: String) -> Condition.Match? {
        switch node.kind {
        case .text("given"): return .given
        case .text("missing"): return .missing
        case .text(let text) where !text.isEmpty: return .anyOf([text])
        case .text, .list:
            let items = if case .list(let items) = node.kind { items } else { [DeclaredNode]() }
            let texts = items.compactMap { item in if case .text(let text) = item.kind { text } else { String?.none } }
            guard !texts.isEmpty, texts.count == items.count else {
                log.add(node.line, "\(subject) must be a value, a list of values, given, missing or {from, until}")
                return nil
            }
            return .anyOf(texts)
        case .map:
            guard let map = MapReader(node, subject, keys: ["from", "until"], log: log) else { return nil }
            let (from, until) = (map.day("from"), map.day("until"))
            guard from != nil || until != nil else {
                log.add(node.line, "\(subject) has neither 'from' nor 'until'")
                return nil
            }
            return .within(from: from, until: until)
        }
    }
}
