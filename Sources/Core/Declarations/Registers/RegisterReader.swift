internal import Domain

/// Reads the file of a register.
struct RegisterReader {
    let name: String
    let vocabulary: Vocabulary
    let log: ProblemLog

    private static let keys = [
        "label", "entry", "help", "source", "sample", "door", "title", "read", "write", "approve", "place", "fields",
        "states", "rules",
    ]

    /// Reads the mapping; nil where too little of it could be read.
    func register(_ root: DeclaredNode) -> RegisterDeclaration? {
        guard let map = MapReader(root, "register '\(name)'", keys: Self.keys, log: log) else { return nil }
        if !Words.isName(name) { log.add(0, "the file is named '\(name)'; \(Words.nameRule)") }
        if (vocabulary.rights + vocabulary.reserved).contains(name) {
            log.add(0, "'\(name)' is the name of something that the system itself keeps; choose another")
        }
        let label = map.wording("label", isRequired: true)
        let access = AccessReader(roles: vocabulary.roles, log: log)
        let write = access.access("write", in: map)
        if map.node("write") == nil { log.add(map.line, "\(map.subject) has no 'write'; name the roles that keep it") }
        if write == .everyone { map.refuse("write", "cannot be everyone; name the roles that keep it") }
        let approve = access.access("approve", in: map)
        if approve == .everyone { map.refuse("approve", "cannot be everyone; name the roles that approve") }
        let fields = self.fields(map)
        let states = self.states(map)
        let title = self.title(map, fields)
        let read = access.access("read", in: map) ?? .everyone
        if let field = fields.first(where: { $0.name == title }), let own = field.read, !own.includes(read) {
            log.add(field.line, "field '\(field.name)' names the entries, so that everybody who reads them reads it")
        }
        checkApproval(fields, read, approve)
        let place = self.place(map, fields)
        let rules = self.rules(map)
        check(RegisterNames(fields: fields, states: states), rules, fields)
        check(.facet, most: RegisterDeclaration.mostFacets, fields)
        check(.sort, most: RegisterDeclaration.mostSorts, fields)
        let door = map.word("door", among: RegisterDeclaration.Door.allCases.map(\.rawValue))
        guard let label, let write, let title else { return nil }
        return RegisterDeclaration(
            name: name,
            label: label,
            entry: map.wording("entry") ?? label,
            help: map.wording("help"),
            source: map.text("source"),
            isSample: map.flag("sample"),
            door: door.flatMap(RegisterDeclaration.Door.init) ?? .network,
            title: title,
            read: read,
            write: write,
            approve: approve,
            place: place,
            fields: fields,
            states: states,
            rules: rules
        )
    }

    /// Notes fields whose changes nobody could approve.
    private func checkApproval(_ fields: [FieldDeclaration], _ read: Access, _ approve: Access?) {
        for field in fields {
            guard let own = field.approve, own != .everyone else { continue }
            if approve == nil {
                log.add(
                    field.line,
                    "field '\(field.name)' says who approves it, but the register has no 'approve'; name there the roles that approve"
                )
            }
            if !(field.read ?? read).includes(own) {
                log.add(
                    field.line,
                    "field '\(field.name)' is approved by roles that do not read it; name them in 'read' too"
                )
            }
        }
    }

    private func fields(_ map: MapReader) -> [FieldDeclaration] {
        if map.members("fields").isEmpty,
            map.node("fields").map({ if case .map = $0.kind { true } else { false } }) ?? true
        {
            log.add(
                map.line(of: "fields"),
                "\(map.subject) has no fields; write fields: and under it NAME: {type, label}"
            )
        }
        let reader = FieldReader(roles: vocabulary.roles, log: log)
        return map.members("fields").compactMap(reader.field)
    }

    private func title(_ map: MapReader, _ fields: [FieldDeclaration]) -> String? {
        let texts = fields.filter { [.text, .organisation].contains($0.type.sort) && $0.most == nil }
        guard map.node("title") != nil else {
            if texts.isEmpty, !fields.isEmpty { log.add(map.line, "\(map.subject) has no text that names an entry") }
            return texts.first?.name
        }
        guard let name = map.text("title") else { return nil }
        guard let field = texts.first(where: { $0.name == name }) else {
            let names = texts.map(\.name)
            map.refuse(
                "title",
                "is '\(name)'\(Words.nearest(name, among: names)); name a text or organisation: \(Words.list(names))"
            )
            return nil
        }
        if field.required != .always { map.refuse("title", "is '\(name)', which must be 'required: yes'") }
        return name
    }

    private func place(_ map: MapReader, _ fields: [FieldDeclaration]) -> RegisterDeclaration.Place {
        let none = RegisterDeclaration.Place(region: nil, institution: nil, isInstitution: false)
        guard let node = map.node("place") else { return none }
        let subject = "\(map.subject): 'place'"
        guard let inner = MapReader(node, subject, keys: ["region", "institution"], log: log) else { return none }
        let region = named(inner, "region", fields) { if case .region = $0 { true } else { false } }
        if inner.text("institution") == "self" {
            return RegisterDeclaration.Place(region: region, institution: nil, isInstitution: true)
        }
        let institution = named(inner, "institution", fields) { if case .entry = $0 { true } else { false } }
        return RegisterDeclaration.Place(region: region, institution: institution, isInstitution: false)
    }

    private func named(
        _ map: MapReader,
        _ key: String,
        _ fields: [FieldDeclaration],
        where isOf: (FieldType) -> Bool
    ) -> String? {
        guard let name = map.text(key) else { return nil }
        guard let field = fields.first(where: { $0.name == name && isOf($0.type) && $0.most == nil }) else {
            map.refuse(key, "is '\(name)', which is no field of one \(key == "region" ? "region" : "entry")")
            return nil
        }
        return field.name
    }

    private func states(_ map: MapReader) -> [StateDeclaration] {
        let members = map.members("states")
        let names = members.map(\.key)
        return members.compactMap { member in
            let subject = "state '\(member.key)'"
            if !Words.isName(member.key) { log.add(member.line, "\(subject): \(Words.nameRule)") }
            guard let map = MapReader(member.value, subject, keys: ["zh", "en", "next", "over", "works"], log: log)
            else {
                return nil
            }
            guard let zh = map.text("zh"), let en = map.text("en") else {
                log.add(member.line, "\(subject) needs both languages; write {zh: …, en: …}")
                return nil
            }
            let next = map.texts("next")
            for name in next where !names.contains(name) {
                map.refuse(
                    "next",
                    "names '\(name)'\(Words.nearest(name, among: names)); the states are \(Words.list(names))"
                )
            }
            if map.flag("over"), map.flag("works") {
                map.refuse("works", "cannot be yes where 'over' is; an entry that is over is not at work")
            }
            return StateDeclaration(
                name: member.key,
                label: Bilingual(zh, en),
                next: next,
                isOver: map.flag("over"),
                works: map.flag("works")
            )
        }
    }

    private func rules(_ map: MapReader) -> [RegisterRule] {
        map.list("rules").compactMap { node in
            let keys = ["unique", "across", "since", "order", "refuse", "when", "message"]
            guard let map = MapReader(node, "rule", keys: keys, log: log) else { return nil }
            let asked = ["unique", "order", "refuse"].filter { map.node($0) != nil }
            guard asked.count == 1, let asked = asked.first else {
                log.add(node.line, "a rule says one of unique, order, refuse")
                return nil
            }
            for key in ["across", "since"] where map.node(key) != nil && asked != "unique" {
                map.refuse(key, "belongs to 'unique'")
            }
            let reader = ConditionReader(log: log)
            var condition = map.node("when").flatMap { reader.condition($0, "rule: 'when'") }
            let sort: RegisterRule.Sort
            switch asked {
            case "unique":
                let fields = map.texts("unique")
                guard !fields.isEmpty else {
                    map.refuse("unique", "names no field")
                    return nil
                }
                sort = .unique(fields: fields, across: map.name("across"), since: since(map))
            case "order":
                let fields = map.texts("order")
                guard fields.count == 2 else {
                    map.refuse("order", "needs two fields: [first, second]")
                    return nil
                }
                sort = .order(first: fields[0], second: fields[1])
            default:
                if map.node("when") != nil { map.refuse("when", "belongs into 'refuse' itself") }
                guard let refused = map.node("refuse").flatMap({ reader.condition($0, "rule: 'refuse'") }) else {
                    return nil
                }
                guard map.wording("message", isRequired: true) != nil else { return nil }
                condition = refused
                sort = .refuse
            }
            return RegisterRule(line: node.line, sort: sort, condition: condition, message: map.wording("message"))
        }
    }

    /// Reads `{applied: 2020-12-01}`.
    private func since(_ map: MapReader) -> RegisterRule.Since? {
        guard map.node("since") != nil else { return nil }
        let members = map.members("since")
        guard members.count == 1, let member = members.first, case .text(let text) = member.value.kind,
            let day = PartialDate(iso: text), day.day != nil
        else {
            map.refuse("since", "names one field with a date, and the first day: {applied: 2020-12-01}")
            return nil
        }
        return RegisterRule.Since(field: member.key, day: day)
    }

    /// Notes more fields of a use than the index has columns for.
    private func check(_ use: FieldDeclaration.Use, most: Int, _ fields: [FieldDeclaration]) {
        let users = fields.filter { $0.uses.contains(use) }
        guard users.count > most else { return }
        log.add(
            users[most].line,
            "field '\(users[most].name)' is one more than the \(most) that a register may use as '\(use.rawValue)'; "
                + "take '\(use.rawValue)' from the 'use' of another"
        )
    }

    private func check(_ names: RegisterNames, _ rules: [RegisterRule], _ fields: [FieldDeclaration]) {
        for rule in rules {
            if let condition = rule.condition { names.check(condition, line: rule.line, "rule", log) }
            switch rule.sort {
            case .unique(let unique, _, let since):
                if let since { names.checkDate(since.field, line: rule.line, log) }
                names.checkUnique(unique, line: rule.line, log)
            case .order(let first, let second):
                for name in [first, second] { names.check(name, line: rule.line, "rule: 'order'", log) }
                names.checkOrder(first, second, line: rule.line, log)
            case .refuse: break
            }
        }
        for field in fields {
            if field.isUnique { names.checkUnique([field.name], line: field.line, log) }
            if case .when(let condition) = field.required {
                names.check(condition, line: field.line, "field '\(field.name)': 'required'", log)
            }
        }
    }
}
