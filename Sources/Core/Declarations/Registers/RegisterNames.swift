internal import Domain

/// The names of a register, to check what refers to them.
struct RegisterNames {
    let fields: [FieldDeclaration]
    let states: [StateDeclaration]

    /// Notes a name that is no field.
    func check(_ name: String, line: Int, _ subject: String, _ log: ProblemLog) {
        let names = fields.map(\.name)
        guard !names.contains(name) else { return }
        log.add(
            line,
            "\(subject) names '\(name)', which is no field\(Words.nearest(name, among: names)); the fields are \(Words.list(names))"
        )
    }

    /// Notes what a condition names that is not there, or asks what its field cannot say.
    func check(_ condition: Condition, line: Int, _ subject: String, _ log: ProblemLog) {
        for part in condition.parts {
            if part.field == Condition.state {
                checkStates(part, line: line, subject, log)
                continue
            }
            check(part.field, line: line, subject, log)
            guard let field = fields.first(where: { $0.name == part.field }) else { continue }
            if case .within = part.match, field.type.sort != .date {
                log.add(line, "\(subject): '\(part.field)' is a \(field.type.word); only a date lies between days")
            }
            if case .anyOf = part.match, !field.type.parts.isEmpty {
                log.add(line, "\(subject): '\(part.field)' is a \(field.type.word); ask whether it is given or missing")
            }
        }
    }

    /// Notes fields that cannot be unique together: the key would say nothing, tell of a person, or be too long for an index.
    func checkUnique(_ names: [String], line: Int, _ log: ProblemLog) {
        var length = 0
        for name in names {
            check(name, line: line, "rule: 'unique'", log)
            guard let field = fields.first(where: { $0.name == name }) else { continue }
            if field.most != nil || field.personal != nil || [.rich, .hours, .person, .file].contains(field.type.sort) {
                log.add(
                    line,
                    "rule: 'unique' names '\(name)', which has several values, no single text, or is personal"
                )
            }
            if case .text(let longest, _, _, _) = field.type { length += longest } else { length += 100 }
        }
        if length > Self.longestKey {
            log.add(
                line,
                "rule: 'unique' compares up to \(length) characters, more than \(Self.longestKey); set 'longest'"
            )
        }
    }

    /// The most characters of what is unique: 2,400 bytes of a row of an index, which has 2,704 with PostgreSQL.
    static let longestKey = 800

    /// Notes a field that is no single date.
    func checkDate(_ name: String, line: Int, _ log: ProblemLog) {
        check(name, line: line, "rule: 'since'", log)
        guard let field = fields.first(where: { $0.name == name }) else { return }
        if field.type.sort != .date || field.most != nil {
            log.add(line, "rule: 'since' names '\(name)', which is no single date")
        }
    }

    /// Notes two fields that cannot be compared.
    func checkOrder(_ first: String, _ second: String, line: Int, _ log: ProblemLog) {
        let found = [first, second].compactMap { name in fields.first { $0.name == name } }
        guard found.count == 2 else { return }
        let sorts = found.map(\.type.sort)
        let isOrdered = sorts.allSatisfy { [.date, .number, .money].contains($0) } && sorts[0] == sorts[1]
        if !isOrdered || found.contains(where: { $0.most != nil }) {
            log.add(line, "rule: 'order' compares two dates, two numbers or two amounts, one value each")
        }
    }

    private func checkStates(_ part: Condition.Part, line: Int, _ subject: String, _ log: ProblemLog) {
        guard case .anyOf(let words) = part.match else {
            log.add(line, "\(subject): 'state' is one of the states, or a list of them")
            return
        }
        let names = states.map(\.name)
        for word in words where !names.contains(word) {
            log.add(
                line,
                "\(subject) names the state '\(word)'\(Words.nearest(word, among: names)); the states are \(Words.list(names))"
            )
        }
    }
}
