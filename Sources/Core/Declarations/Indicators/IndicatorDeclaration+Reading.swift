internal import Domain

extension IndicatorDeclaration {
    /// Reads a file of an indicator.
    ///
    /// - Parameters:
    ///   - text: its text.
    ///   - name: the name of the indicator, that of the file without its ending.
    ///   - file: how the file is named in problems.
    /// - Returns: the indicator, nil where too little of it could be read, and every problem found.
    package static func read(
        _ text: String,
        name: String,
        file: String
    ) -> (IndicatorDeclaration?, [DeclarationProblem]) {
        let log = ProblemLog(file: file)
        do throws(DeclarationProblem) {
            let root = try YAMLText.read(text, file: file)
            return (read(root, name: name, log: log), log.problems)
        } catch {
            return (nil, [error])
        }
    }

    private static func read(_ root: DeclaredNode, name: String, log: ProblemLog) -> IndicatorDeclaration? {
        let keys = [
            "label", "help", "plan", "clause", "owner", "tags", "register", "where", "distinct", "of", "by", "date",
            "unit",
            "target",
        ]
        guard let map = MapReader(root, "indicator '\(name)'", keys: keys, log: log) else { return nil }
        if !Words.isName(name) { log.add(0, "the file is named '\(name)'; \(Words.nameRule)") }
        let label = map.wording("label", isRequired: true)
        if map.node("register") == nil {
            log.add(map.line, "\(map.subject) has no 'register'; name the one whose entries count")
        }
        let levels = RegionCode.Level.allCases.map(\.rawValue)
        let distinct = map.word("distinct", among: levels).flatMap(RegionCode.Level.init)
        let denominators = map.list("of").compactMap { denominator($0, log: log) }
        if let other = denominators.first(where: { $0.level != distinct }) {
            map.refuse(
                "of",
                "divides by every \(other.level.rawValue), so that 'distinct' must be \(other.level.rawValue)"
            )
        }
        if distinct != nil, map.node("by") != nil {
            map.refuse("by", "tells entries apart, but 'distinct' counts divisions; leave one of them out")
        }
        guard let label, let register = map.name("register") else { return nil }
        return IndicatorDeclaration(
            name: name,
            label: label,
            help: map.wording("help"),
            plan: map.text("plan"),
            clause: map.text("clause"),
            owner: map.wording("owner"),
            tags: tags(map),
            register: register,
            condition: map.node("where").flatMap {
                ConditionReader(log: log).condition($0, "\(map.subject): 'where'")
            },
            distinct: distinct,
            denominators: denominators,
            parts: map.name("by"),
            date: map.name("date"),
            unit: map.wording("unit"),
            target: target(map, isShare: !denominators.isEmpty)
        )
    }

    private static func denominator(_ node: DeclaredNode, log: ProblemLog) -> Denominator? {
        guard let map = MapReader(node, "'of'", keys: ["label", "regions", "without"], log: log) else { return nil }
        let label = map.wording("label", isRequired: true)
        let levels = RegionCode.Level.allCases.filter { $0 != .county }.map(\.rawValue)
        if map.node("regions") == nil { log.add(map.line, "'of' has no 'regions'; write one of \(Words.list(levels))") }
        guard let label, let level = map.word("regions", among: levels).flatMap(RegionCode.Level.init) else {
            return nil
        }
        return Denominator(label: label, level: level, without: map.name("without"))
    }

    private static func tags(_ map: MapReader) -> [String: String] {
        guard let node = map.node("tags") else { return [:] }
        let names = tagLists.map { String($0.dropFirst("plan-".count)) }
        guard let inner = MapReader(node, "\(map.subject): 'tags'", keys: names, log: map.log) else { return [:] }
        var tags: [String: String] = [:]
        for (list, name) in zip(tagLists, names) { tags[list] = inner.text(name) }
        return tags
    }

    private static func target(_ map: MapReader, isShare: Bool) -> Target? {
        guard let node = map.node("target") else { return nil }
        let subject = "\(map.subject): 'target'"
        guard let inner = MapReader(node, subject, keys: ["least", "by"], log: map.log) else { return nil }
        for key in ["least", "by"] where inner.node(key) == nil {
            inner.refuse(key, "is missing; write {least: 50, by: 2025-12-31}")
        }
        guard let least = inner.integer("least", 1...(isShare ? 100 : 1_000_000_000)), let by = inner.day("by") else {
            return nil
        }
        return Target(least: least, by: by)
    }
}
