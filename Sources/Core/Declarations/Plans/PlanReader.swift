internal import Domain

/// Reads the file of a plan.
struct PlanReader {
    let name: String
    let vocabulary: Vocabulary
    let log: ProblemLog

    private static let keys = ["label", "number", "issuer", "published", "period", "measures", "issues", "parts"]
    private static let clauseKeys = ["zh", "en", "units", "targets", "registers", "pages"]
    private static let targetKeys = ["zh", "en", "printed", "least", "value", "unit", "by"]

    /// Reads the mapping; nil where too little of it could be read.
    func plan(_ root: DeclaredNode) -> PlanDeclaration? {
        guard let map = MapReader(root, "plan '\(name)'", keys: Self.keys, log: log) else { return nil }
        // Plans are named by their years.
        if !Words.isName("a" + name) {
            log.add(0, "the file is named '\(name)'; write small letters, digits and hyphens, as in 2023-2025")
        }
        let title = map.wording("label", isRequired: true)
        let period = self.period(map)
        let parts = self.parts(map)
        let measures = self.measures(map)
        guard let title, let period else { return nil }
        return PlanDeclaration(
            name: name,
            title: title,
            number: map.text("number"),
            issuer: map.wording("issuer"),
            published: map.day("published"),
            from: period.from,
            until: period.until,
            measures: measures,
            issues: map.text("issues").map { PlanDeclaration.Issues(register: $0, line: map.line(of: "issues")) },
            parts: parts
        )
    }

    private func period(_ map: MapReader) -> (from: PartialDate, until: PartialDate)? {
        guard let node = map.node("period") else {
            log.add(map.line, "\(map.subject) has no 'period'; write period: {from: 2023, until: 2025}")
            return nil
        }
        let subject = "\(map.subject): 'period'"
        guard let map = MapReader(node, subject, keys: ["from", "until"], log: log) else { return nil }
        guard map.node("from") != nil, map.node("until") != nil else {
            log.add(node.line, "\(subject) needs both ends; write {from: 2023, until: 2025}")
            return nil
        }
        guard let from = date("from", map), let until = date("until", map) else { return nil }
        guard from <= until else {
            map.refuse("until", "lies before 'from'")
            return nil
        }
        return (from, until)
    }

    /// A year, a month or a day.
    private func date(_ key: String, _ map: MapReader) -> PartialDate? {
        guard let text = map.text(key) else { return nil }
        guard let date = PartialDate(iso: text) else {
            map.refuse(key, "is '\(text)'; write a year, a month or a day as 2025, 2025-06 or 2025-06-30")
            return nil
        }
        return date
    }

    private func measures(_ map: MapReader) -> PlanDeclaration.Measures? {
        guard let node = map.node("measures") else { return nil }
        let subject = "\(map.subject): 'measures'"
        guard let inner = MapReader(node, subject, keys: ["register", "field"], log: log) else { return nil }
        guard let register = inner.text("register"), let field = inner.text("field") else {
            log.add(node.line, "\(subject) names the register and the field with the clause: {register: …, field: …}")
            return nil
        }
        return PlanDeclaration.Measures(register: register, field: field, line: map.line(of: "measures"))
    }

    private func parts(_ map: MapReader) -> [PlanDeclaration.Part] {
        var seen: Set<String> = []
        let parts = map.list("parts").enumerated().compactMap { index, node in
            part(node, index + 1, &seen)
        }
        if seen.isEmpty {
            log.add(
                map.line(of: "parts"),
                "\(map.subject) has no clauses; write parts: and under it - {zh, en, clauses: {KEY: {zh, en}}}"
            )
        }
        if seen.count > PlanDeclaration.mostClauses {
            map.refuse("parts", "have \(seen.count) clauses, at most \(PlanDeclaration.mostClauses) are numbered")
        }
        return parts
    }

    private func part(_ node: DeclaredNode, _ number: Int, _ seen: inout Set<String>) -> PlanDeclaration.Part? {
        let subject = "part \(number)"
        guard let map = MapReader(node, subject, keys: ["zh", "en", "clauses"], log: log) else { return nil }
        let title = title(map)
        var clauses: [PlanClause] = []
        for member in map.members("clauses") {
            if !seen.insert(member.key).inserted {
                log.add(member.line, "clause '\(member.key)' stands in two parts; keep one")
            }
            if let clause = clause(member, seen.count) { clauses.append(clause) }
        }
        return title.map { PlanDeclaration.Part(number: number, title: $0, clauses: clauses) }
    }

    private func title(_ map: MapReader) -> Bilingual? {
        guard let zh = map.text("zh"), let en = map.text("en") else {
            log.add(map.line, "\(map.subject) needs both languages; write zh: … and en: …")
            return nil
        }
        return Bilingual(zh, en)
    }

    private func clause(_ member: DeclaredNode.Member, _ number: Int) -> PlanClause? {
        let subject = "clause '\(member.key)'"
        if !Words.isName(member.key) { log.add(member.line, "\(subject): \(Words.nameRule)") }
        guard let map = MapReader(member.value, subject, keys: Self.clauseKeys, log: log) else { return nil }
        let pages = map.texts("pages")
        for page in pages where !vocabulary.pages.contains(page) {
            let near = Words.nearest(page, among: vocabulary.pages)
            map.refuse("pages", "names '\(page)'\(near); the pages are \(Words.list(vocabulary.pages))")
        }
        let targets = map.list("targets").compactMap { target($0, subject) }
        return title(map).map { title in
            PlanClause(
                key: member.key,
                number: number,
                title: title,
                units: map.text("units"),
                targets: targets,
                registers: map.texts("registers"),
                pages: pages,
                line: member.line
            )
        }
    }

    private func target(_ node: DeclaredNode, _ clause: String) -> PlanTarget? {
        let subject = "target of \(clause)"
        guard let map = MapReader(node, subject, keys: Self.targetKeys, log: log) else { return nil }
        if map.node("least") != nil, map.node("value") != nil {
            map.refuse("value", "stands beside 'least'; keep 'least' where more is as good, else 'value'")
        }
        let bounds = 0...1_000_000_000
        let least = map.integer("least", bounds)
        let value = least ?? map.integer("value", bounds)
        let by = date("by", map)
        if value != nil, map.node("by") == nil {
            log.add(node.line, "\(subject) has a number and no 'by'; say by when")
        }
        return title(map).map { label in
            PlanTarget(
                label: label,
                printed: map.text("printed"),
                value: value,
                isLeast: least != nil,
                unit: map.wording("unit"),
                by: by
            )
        }
    }
}
