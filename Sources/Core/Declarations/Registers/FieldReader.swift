internal import Domain

/// Reads a field of a register.
struct FieldReader {
    let roles: [String]
    let log: ProblemLog

    private static let common = [
        "type", "label", "help", "required", "unique", "many", "use", "read", "write", "approve", "personal",
        "visit",
    ]

    private static let own: [FieldType.Sort: [String]] = [
        .text: ["longest", "lines", "pattern", "check"], .rich: ["longest"],
        .number: ["decimals", "least", "most", "unit"], .money: ["least", "most"], .date: ["precision"],
        .choice: ["codes"], .region: ["levels"], .entry: ["registers", "inverse"],
        .file: ["types", "largest"],
    ]

    /// The uses that each type has.
    private static func uses(of sort: FieldType.Sort) -> [FieldDeclaration.Use] {
        switch sort {
        case .text, .organisation: [.list, .sort, .search]
        case .rich, .address: [.list, .search]
        case .number, .money, .date, .period: [.list, .sort]
        case .choice: [.list, .facet, .sort, .search]
        case .region: [.list, .facet, .sort, .map]
        case .entry: [.list, .facet]
        case .right, .person, .hours: [.list]
        case .file: []
        case .location: [.map]
        }
    }

    /// Reads a member of `fields`; nil where too little of it could be read.
    func field(_ member: DeclaredNode.Member) -> FieldDeclaration? {
        let subject = "field '\(member.key)'"
        if !Words.isName(member.key) { log.add(member.line, "\(subject): \(Words.nameRule)") }
        if [Condition.state, "id"].contains(member.key) {
            log.add(member.line, "\(subject): every entry has a value of this name already; choose another")
        }
        guard let sort = self.sort(of: member, subject) else { return nil }
        let keys = Self.common + (Self.own[sort] ?? [])
        guard let map = MapReader(member.value, subject, keys: keys, log: log) else { return nil }
        let personal = self.personal(map)
        let read = AccessReader(roles: roles, log: log).access("read", in: map)
        let uses = self.uses(map, sort)
        if personal != nil || sort == .person { checkPersonal(map, personal, read, uses) }
        guard let type = self.type(map, sort), let label = map.wording("label", isRequired: true) else { return nil }
        let most = map.node("many") == nil ? nil : self.most(map)
        let isUnique = map.flag("unique")
        if isUnique, most != nil || !type.parts.isEmpty && sort != .organisation || sort == .hours || sort == .rich {
            map.refuse("unique", "is of no use for a \(sort.rawValue)\(most == nil ? "" : " with several values")")
        }
        let inverse = map.wording("inverse")
        if inverse != nil, !uses.contains(.facet) {
            map.refuse("inverse", "needs 'use: [facet]', by which the entries that refer here are found")
        }
        let approve = AccessReader(roles: roles, log: log).access("approve", in: map, mayBeOperator: true)
        if approve == .everyone { map.refuse("approve", "cannot be everyone; name the roles that approve") }
        return FieldDeclaration(
            name: member.key,
            line: member.line,
            label: label,
            help: map.wording("help"),
            type: type,
            most: most,
            required: required(map),
            isUnique: isUnique,
            read: read,
            write: AccessReader(roles: roles, log: log).access("write", in: map),
            approve: approve,
            personal: personal,
            uses: uses,
            visit: visit(map, sort),
            inverse: inverse
        )
    }

    /// The question of a visitor that it answers; hours, coordinates and addresses answer one by themselves.
    private func visit(_ map: MapReader, _ sort: FieldType.Sort) -> FieldDeclaration.Visit? {
        if map.node("visit") != nil {
            let words = FieldDeclaration.Visit.allCases.map(\.rawValue)
            return map.word("visit", among: words).flatMap(FieldDeclaration.Visit.init)
        }
        switch sort {
        case .hours: return .open
        case .location, .address: return .way
        default: return nil
        }
    }

    private func sort(of member: DeclaredNode.Member, _ subject: String) -> FieldType.Sort? {
        let words = FieldType.Sort.allCases.map(\.rawValue)
        guard case .map(let members) = member.value.kind else {
            log.add(member.line, "\(subject) is \(member.value.sort); write a mapping with type and label")
            return nil
        }
        guard let type = members.first(where: { $0.key == "type" }) else {
            log.add(member.line, "\(subject) has no 'type'; write one of \(Words.list(words))")
            return nil
        }
        guard case .text(let word) = type.value.kind, let sort = FieldType.Sort(rawValue: word) else {
            let word = if case .text(let text) = type.value.kind { text } else { type.value.sort }
            log.add(
                type.line,
                "\(subject): 'type' is '\(word)'\(Words.nearest(word, among: words)); write one of \(Words.list(words))"
            )
            return nil
        }
        return sort
    }

    private func type(_ map: MapReader, _ sort: FieldType.Sort) -> FieldType? {
        switch sort {
        case .text:
            return .text(
                longest: map.integer("longest", 1...20_000) ?? 200,
                hasLines: map.flag("lines"),
                pattern: pattern(map),
                check: map.word("check", among: FieldType.CheckDigits.allCases.map(\.rawValue))
                    .flatMap(FieldType.CheckDigits.init)
            )
        case .rich: return .rich(longest: map.integer("longest", 1...200_000) ?? 20_000)
        case .number:
            let decimals = map.integer("decimals", 0...ExactNumber.mostDecimals) ?? 0
            let bounds = self.bounds(map, decimals: decimals)
            return .number(decimals: decimals, least: bounds.least, most: bounds.most, unit: map.wording("unit"))
        case .money:
            let bounds = self.bounds(map, decimals: 2)
            return .money(least: bounds.least, most: bounds.most)
        case .date:
            let parts = FieldType.DatePart.allCases.map(\.rawValue)
            return .date(map.word("precision", among: parts).flatMap(FieldType.DatePart.init) ?? .day)
        case .choice:
            guard let list = map.name("codes") else {
                if map.node("codes") == nil { map.refuse("codes", "is missing; name a file of Definitions/codes") }
                return nil
            }
            return .choice(list: list)
        case .region: return .region(words(map, "levels", RegionCode.Level.self) ?? RegionCode.Level.allCases)
        case .right: return .right
        case .entry:
            let registers = map.texts("registers")
            if registers.isEmpty { map.refuse("registers", "names no register; write registers: [NAME]") }
            return registers.isEmpty ? nil : .entry(registers)
        case .file:
            let types = map.texts("types")
            let known = FileSort.allCases.map(\.mediaType)
            for type in types where !known.contains(type) {
                map.refuse(
                    "types",
                    "names '\(type)'\(Words.nearest(type, among: known)); write some of \(Words.list(known))"
                )
            }
            return .file(
                types: types.isEmpty ? ["application/pdf"] : types,
                largest: map.integer("largest", 1...100_000_000) ?? 10_000_000
            )
        case .period: return .period
        case .organisation: return .organisation
        case .person: return .person
        case .location: return .location
        case .address: return .address
        case .hours: return .hours
        }
    }

    private func words<Word: CaseIterable & RawRepresentable<String>>(
        _ map: MapReader,
        _ key: String,
        _ type: Word.Type
    ) -> [Word]? {
        guard map.node(key) != nil else { return nil }
        let known = Word.allCases.map(\.rawValue)
        let found = map.texts(key).compactMap { text -> Word? in
            if let word = Word(rawValue: text) { return word }
            map.refuse(key, "names '\(text)'\(Words.nearest(text, among: known)); write some of \(Words.list(known))")
            return nil
        }
        return found.isEmpty ? nil : found
    }

    private func pattern(_ map: MapReader) -> String? {
        guard let pattern = map.text("pattern") else { return nil }
        do {
            _ = try Regex(pattern)
            return pattern
        } catch {
            map.refuse("pattern", "is no regular expression: \(error)")
            return nil
        }
    }

    private func bounds(_ map: MapReader, decimals: Int) -> (least: ExactNumber?, most: ExactNumber?) {
        let values = ["least", "most"].map { key -> ExactNumber? in
            guard let text = map.text(key) else { return nil }
            if let number = ExactNumber(text, decimals: decimals) { return number }
            map.refuse(key, "is '\(text)'; write a number with at most \(decimals) digits behind the point")
            return nil
        }
        if let least = values[0], let most = values[1], most.units < least.units {
            map.refuse("most", "is less than 'least'")
        }
        return (values[0], values[1])
    }

    private func most(_ map: MapReader) -> Int? {
        if let text = map.text("many"), text == "yes" || text == "no" { return text == "yes" ? 50 : nil }
        return map.integer("many", 2...1_000)
    }

    private func required(_ map: MapReader) -> FieldDeclaration.Requirement {
        guard let node = map.node("required") else { return .never }
        if case .map = node.kind {
            let condition = ConditionReader(log: log).condition(node, "\(map.subject): 'required'")
            return condition.map { .when($0) } ?? .never
        }
        return map.flag("required") ? .always : .never
    }

    private func uses(_ map: MapReader, _ sort: FieldType.Sort) -> Set<FieldDeclaration.Use> {
        guard map.node("use") != nil else { return [] }
        let allowed = Self.uses(of: sort)
        var uses: Set<FieldDeclaration.Use> = []
        for use in words(map, "use", FieldDeclaration.Use.self) ?? [] {
            if allowed.contains(use) {
                uses.insert(use)
            } else {
                let words = allowed.isEmpty ? "none" : Words.list(allowed.map(\.rawValue))
                map.refuse("use", "cannot be '\(use.rawValue)' for a \(sort.rawValue), only \(words)")
            }
        }
        return uses
    }

    private func personal(_ map: MapReader) -> FieldDeclaration.Personal? {
        guard let node = map.node("personal") else { return nil }
        let subject = "\(map.subject): 'personal'"
        guard let inner = MapReader(node, subject, keys: ["purpose", "basis", "years"], log: log) else { return nil }
        let years = inner.integer("years", 0...100)
        if inner.node("years") == nil {
            inner.refuse("years", "is missing; say how long it is kept after the entry is over")
        }
        guard let purpose = inner.wording("purpose", isRequired: true),
            let basis = inner.wording("basis", isRequired: true)
        else { return nil }
        return FieldDeclaration.Personal(purpose: purpose, basis: basis, years: years ?? 0)
    }

    private func checkPersonal(
        _ map: MapReader,
        _ personal: FieldDeclaration.Personal?,
        _ read: Access?,
        _ uses: Set<FieldDeclaration.Use>
    ) {
        if map.node("personal") == nil {
            log.add(map.line, "\(map.subject) is about persons; write personal: {purpose, basis, years}")
        }
        if read == nil || read == .everyone {
            map.refuse("read", "must name the roles that may read it, because it is personal")
        }
        if map.flag("unique") {
            map.refuse("unique", "would tell others what it says; leave it out of personal fields")
        }
        if !uses.isEmpty { map.refuse("use", "must be left out: personal fields are neither listed nor indexed") }
    }
}
