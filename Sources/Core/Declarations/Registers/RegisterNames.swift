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
