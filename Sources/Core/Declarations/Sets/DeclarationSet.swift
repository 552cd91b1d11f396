package import Domain

/// All declarations together, as they refer to each other.
package struct DeclarationSet: Sendable {
    /// The registers by their names.
    package private(set) var registers: [String: RegisterDeclaration] = [:]
    /// The code lists by their names.
    package private(set) var codes: [String: CodeList] = [:]
    /// The calendars by their names.
    package private(set) var calendars: [String: HolidayCalendar] = [:]
    /// The indicators by their names.
    package private(set) var indicators: [String: IndicatorDeclaration] = [:]
    /// The plans by their names.
    package private(set) var plans: [String: PlanDeclaration] = [:]
    /// Everything that is wrong, file after file in the order of lines.
    package private(set) var problems: [DeclarationProblem] = []

    private let vocabulary: Vocabulary
    private var paths: [String: String] = [:]
    private var indicatorPaths: [String: String] = [:]

    /// Reads files and checks them against each other.
    ///
    /// - Parameters:
    ///   - files: all of them.
    ///   - vocabulary: what they may refer to beside each other.
    package init(_ files: [DeclarationFile], vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        for file in files {
            switch file.kind {
            case .codes:
                let (list, problems) = CodeList.read(file.text, name: file.name, file: file.path)
                codes[file.name] = list
                self.problems += problems
            case .calendar:
                let (calendar, problems) = HolidayCalendar.read(file.text, name: file.name, file: file.path)
                calendars[file.name] = calendar
                self.problems += problems
            case .indicator:
                let (indicator, problems) = IndicatorDeclaration.read(file.text, name: file.name, file: file.path)
                indicators[file.name] = indicator
                indicatorPaths[file.name] = file.path
                self.problems += problems
            case .register:
                let (register, problems) = RegisterDeclaration.read(
                    file.text,
                    name: file.name,
                    file: file.path,
                    vocabulary: vocabulary
                )
                registers[file.name] = register
                paths[file.name] = file.path
                self.problems += problems
            case .plan:
                let (plan, problems) = PlanDeclaration.read(
                    file.text,
                    name: file.name,
                    file: file.path,
                    vocabulary: vocabulary
                )
                plans[file.name] = plan
                self.problems += problems
            }
        }
        for file in files where file.kind == .plan {
            if let plan = plans[file.name] { problems += self.problems(of: plan, path: file.path) }
        }
        for register in registers.values.sorted(by: { $0.name < $1.name }) { check(register) }
        checkShared()
        for indicator in indicators.values.sorted(by: { $0.name < $1.name }) { check(indicator) }
        problems.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    private mutating func check(_ register: RegisterDeclaration) {
        for field in register.fields {
            switch field.type {
            case .choice(let list) where codes[list] == nil:
                let near = Words.nearest(list, among: codes.keys.sorted())
                refuse(
                    register,
                    field.line,
                    "field '\(field.name)' chooses from '\(list)', which is no file of codes\(near)"
                )
            case .entry(let names):
                let known = registers.keys.sorted() + vocabulary.rights
                for name in names where !known.contains(name) {
                    let near = Words.nearest(name, among: known)
                    refuse(
                        register,
                        field.line,
                        "field '\(field.name)' refers to '\(name)', which is no register\(near)"
                    )
                }
            default: break
            }
            if case .when(let condition) = field.required { check(condition, line: field.line, of: register) }
        }
        for rule in register.rules { rule.condition.map { check($0, line: rule.line, of: register) } }
        guard let name = register.place.institution, let field = register.field(name),
            case .entry(let names) = field.type
        else { return }
        for name in names where registers[name].map({ !$0.place.isInstitution }) ?? false {
            refuse(
                register,
                field.line,
                "'place' says that field '\(field.name)' is the institution, but '\(name)' says no 'institution: self'"
            )
        }
    }

    private mutating func check(_ indicator: IndicatorDeclaration) {
        let path = indicatorPaths[indicator.name] ?? indicator.name
        var wrong: [String] = []
        let lists =
            (indicator.clause.map { [("clause", $0)] } ?? [])
            + indicator.tags.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        for (list, code) in lists where codes[list]?[code] == nil {
            let near = Words.nearest(code, among: codes[list]?.codes.map(\.code) ?? [])
            wrong.append("'\(code)' is no code of '\(list)'\(near)")
        }
        for name in indicator.denominators.compactMap(\.without) where codes[name] == nil {
            wrong.append(
                "'without' names '\(name)', which is no file of codes\(Words.nearest(name, among: codes.keys.sorted()))"
            )
        }
        if let name = indicator.plan {
            if let plan = plans[name] {
                if let clause = indicator.clause, !plan.clauses.contains(where: { $0.key == clause }) {
                    wrong.append("'clause' is '\(clause)', which is no clause of the plan '\(name)'")
                }
            } else {
                wrong.append("'plan' is '\(name)', which is no plan\(Words.nearest(name, among: plans.keys.sorted()))")
            }
        }
        if let register = registers[indicator.register] {
            if let name = indicator.parts { wrong += problems(ofParts: name, in: register) }
            if let name = indicator.date { wrong += problems(ofDate: name, in: register) }
            if indicator.distinct != nil, register.place.region == nil {
                wrong.append("'\(register.name)' has no 'place: {region: …}', so that its entries lie in no division")
            }
            let log = ProblemLog(file: path)
            if let condition = indicator.condition {
                let names = RegisterNames(fields: register.fields, states: register.states)
                names.check(condition, line: 0, "'where'", log)
                wrong += log.problems.map(\.message) + self.wrong(condition, of: register)
                for part in condition.parts where register.field(part.field).map({ $0.personal != nil }) ?? false {
                    wrong.append("'where' asks '\(part.field)', which is personal")
                }
            }
        } else {
            let near = Words.nearest(indicator.register, among: registers.keys.sorted())
            wrong.append("'register' is '\(indicator.register)', which is no register\(near)")
        }
        problems += wrong.map {
            DeclarationProblem(file: path, line: 0, message: "indicator '\(indicator.name)': \($0)")
        }
    }

    /// What is wrong with a field by whose codes a count is told apart.
    private func problems(ofParts name: String, in register: RegisterDeclaration) -> [String] {
        guard let field = register.field(name) else {
            return ["'by' is '\(name)', which is no field\(Words.nearest(name, among: register.fields.map(\.name)))"]
        }
        guard case .choice = field.type, field.most == nil, register.readers(of: field) == .everyone else {
            return ["'by' is '\(name)'; name a field that chooses one code and that everybody reads"]
        }
        return []
    }

    /// What is wrong with a field whose day says since when an entry counts.
    private func problems(ofDate name: String, in register: RegisterDeclaration) -> [String] {
        guard let field = register.field(name) else {
            return ["'date' is '\(name)', which is no field\(Words.nearest(name, among: register.fields.map(\.name)))"]
        }
        guard field.type.sort == .date, field.most == nil, register.readers(of: field) == .everyone else {
            return ["'date' is '\(name)'; name a field of one date that everybody reads"]
        }
        return []
    }

    /// What people call something that is declared; nil for an unknown name.
    package func label(of name: String, _ kind: DeclarationFile.Kind) -> Bilingual? {
        switch kind {
        case .codes: codes[name]?.label
        case .calendar: calendars[name]?.label
        case .register: registers[name]?.label
        case .indicator: indicators[name]?.label
        case .plan: plans[name]?.title
        }
    }

    /// Notes codes that a condition asks for and the list has not.
    private mutating func check(_ condition: Condition, line: Int, of register: RegisterDeclaration) {
        for message in wrong(condition, of: register) { refuse(register, line, message) }
    }

    /// What a condition asks for that its code lists have not.
    private func wrong(_ condition: Condition, of register: RegisterDeclaration) -> [String] {
        var messages: [String] = []
        for part in condition.parts {
            guard case .anyOf(let words) = part.match, let field = register.field(part.field),
                case .choice(let name) = field.type, let list = codes[name]
            else { continue }
            let known = list.codes.map(\.code)
            for word in words where list[word] == nil {
                let near = Words.nearest(word, among: known)
                messages.append("'\(word)' is no code of '\(name)', from which '\(part.field)' chooses\(near)")
            }
        }
        return messages
    }

    /// Notes rules of one name that compare different numbers of fields.
    private mutating func checkShared() {
        var counts: [String: (count: Int, register: String)] = [:]
        for register in registers.values.sorted(by: { $0.name < $1.name }) {
            for rule in register.rules {
                guard case .unique(let fields, let across?, _) = rule.sort else { continue }
                if let first = counts[across], first.count != fields.count {
                    refuse(
                        register,
                        rule.line,
                        "rule '\(across)' compares \(fields.count) fields here and \(first.count) in '\(first.register)'"
                    )
                }
                counts[across] = counts[across] ?? (fields.count, register.name)
            }
        }
    }

    private mutating func refuse(_ register: RegisterDeclaration, _ line: Int, _ message: String) {
        problems.append(DeclarationProblem(file: paths[register.name] ?? register.name, line: line, message: message))
    }
}
