internal import Domain

/// Reads a mapping key by key; what is wrong goes into the log, and reading goes on.
struct MapReader {
    let log: ProblemLog
    let line: Int
    /// What the mapping says, as messages name it: `field 'name'`.
    let subject: String
    private let members: [String: DeclaredNode]
    private let lines: [String: Int]

    /// Opens a mapping.
    ///
    /// - Parameters:
    ///   - node: the node; one that is no mapping is a problem.
    ///   - subject: what it says.
    ///   - keys: the keys that it may have; others are problems.
    ///   - log: where problems go.
    init?(_ node: DeclaredNode, _ subject: String, keys: [String], log: ProblemLog) {
        guard case .map(let members) = node.kind else {
            log.add(node.line, "\(subject) is \(node.sort); write a mapping of \(Words.list(keys))")
            return nil
        }
        for member in members where !keys.contains(member.key) {
            // `{zh: 一, 二}` is a mapping with a key 二 and no value.
            let hint = member.value.isEmpty ? "; a text with a comma stands in quotation marks" : ""
            log.add(
                member.line,
                "\(subject) has no '\(member.key)'\(Words.nearest(member.key, among: keys)); it may say \(Words.list(keys))\(hint)"
            )
        }
        self.log = log
        self.subject = subject
        line = node.line
        self.members = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
        lines = Dictionary(members.map { ($0.key, $0.line) }) { first, _ in first }
    }

    /// The value of a key.
    func node(_ key: String) -> DeclaredNode? { members[key] }

    /// The line of a key; of the mapping where it lacks the key.
    func line(of key: String) -> Int { lines[key] ?? line }

    /// Notes a problem of a key.
    func refuse(_ key: String, _ message: String) {
        log.add(line(of: key), "\(subject): '\(key)' \(message)")
    }

    /// A text that is not empty.
    func text(_ key: String) -> String? {
        guard let node = members[key] else { return nil }
        guard case .text(let text) = node.kind, !text.isEmpty else {
            refuse(key, "is \(node.isEmpty ? "empty" : node.sort); write a text")
            return nil
        }
        return text
    }

    /// A name: small letters, digits and hyphens.
    func name(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        guard Words.isName(text) else {
            refuse(key, "is '\(text)'; \(Words.nameRule)")
            return nil
        }
        return text
    }

    /// Yes or no; no where the key is missing.
    func flag(_ key: String) -> Bool {
        guard let text = text(key) else { return false }
        switch text {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            refuse(key, "is '\(text)'; write yes or no")
            return false
        }
    }

    /// A whole number within bounds.
    func integer(_ key: String, _ bounds: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        guard let number = Int(text), bounds.contains(number) else {
            refuse(key, "is '\(text)'; write a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
            return nil
        }
        return number
    }

    /// One of several words.
    func word(_ key: String, among words: [String]) -> String? {
        guard let text = text(key) else { return nil }
        guard words.contains(text) else {
            refuse(key, "is '\(text)'\(Words.nearest(text, among: words)); write one of \(Words.list(words))")
            return nil
        }
        return text
    }

    /// A wording in both languages.
    func wording(_ key: String, isRequired: Bool = false) -> Bilingual? {
        guard let node = members[key] else {
            if isRequired { log.add(line, "\(subject) has no '\(key)'; write \(key): {zh: …, en: …}") }
            return nil
        }
        guard let map = MapReader(node, "\(subject): '\(key)'", keys: ["zh", "en"], log: log) else { return nil }
        guard let zh = map.text("zh"), let en = map.text("en") else {
            log.add(node.line, "\(subject): '\(key)' needs both languages; write {zh: …, en: …}")
            return nil
        }
        return Bilingual(zh, en)
    }

    /// The items of a list; a single text is a list of one.
    func list(_ key: String) -> [DeclaredNode] {
        guard let node = members[key] else { return [] }
        switch node.kind {
        case .list(let items): return items
        case .text: return [node]
        case .map:
            refuse(key, "is a mapping; write a list: [one, two]")
            return []
        }
    }

    /// The texts of a list, each once.
    func texts(_ key: String) -> [String] {
        var texts: [String] = []
        for node in list(key) {
            guard case .text(let text) = node.kind, !text.isEmpty else {
                log.add(
                    node.line,
                    "\(subject): '\(key)' holds \(node.isEmpty ? "an empty text" : node.sort); write texts"
                )
                continue
            }
            guard !texts.contains(text) else {
                log.add(node.line, "\(subject): '\(key)' holds '\(text)' twice; keep one")
                continue
            }
            texts.append(text)
        }
        return texts
    }

    /// The members of a mapping in their order.
    func members(_ key: String) -> [DeclaredNode.Member] {
        guard let node = members[key] else { return [] }
        guard case .map(let members) = node.kind else {
            refuse(key, "is \(node.sort); write a mapping")
            return []
        }
        return members
    }

    /// A day, `2024-03-01`.
    func day(_ key: String) -> PartialDate? {
        guard let text = text(key) else { return nil }
        guard let date = PartialDate(iso: text), date.day != nil else {
            refuse(key, "is '\(text)'; write a day as 2024-03-01")
            return nil
        }
        return date
    }
}

extension DeclaredNode {
    /// Whether nothing stands there.
    var isEmpty: Bool {
        if case .text("") = kind { true } else { false }
    }
}
