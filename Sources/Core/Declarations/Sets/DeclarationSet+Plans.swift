extension DeclarationSet {
    /// What is wrong with a plan beside the registers and codes that it refers to.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - path: how its file is named in problems.
    /// - Returns: the problems in no order.
    func problems(of plan: PlanDeclaration, path: String) -> [DeclarationProblem] {
        let known = registers.keys.sorted()
        var problems: [DeclarationProblem] = []
        func refuse(_ line: Int, _ message: String) {
            problems.append(DeclarationProblem(file: path, line: line, message: message))
        }
        for clause in plan.clauses {
            for name in clause.registers where registers[name] == nil {
                let near = Words.nearest(name, among: known)
                refuse(clause.line, "clause '\(clause.key)' names '\(name)', which is no register\(near)")
            }
        }
        if let issues = plan.issues, registers[issues.register] == nil {
            let near = Words.nearest(issues.register, among: known)
            refuse(issues.line, "issues are kept in '\(issues.register)', which is no register\(near)")
        }
        guard let measures = plan.measures else { return problems }
        guard let register = registers[measures.register] else {
            let near = Words.nearest(measures.register, among: known)
            refuse(measures.line, "measures are kept in '\(measures.register)', which is no register\(near)")
            return problems
        }
        guard case .choice(let name)? = register.field(measures.field)?.type, let list = codes[name] else {
            let choices = register.fields.filter { $0.type.sort == .choice }.map(\.name)
            refuse(
                measures.line,
                "'\(measures.field)' of '\(register.name)' chooses from no list\(Words.nearest(measures.field, among: choices)); "
                    + "fields that do are \(Words.list(choices))"
            )
            return problems
        }
        for clause in plan.clauses where list[clause.key] == nil {
            refuse(clause.line, "clause '\(clause.key)' is no code of '\(name)', by which measures name clauses")
        }
        return problems
    }
}
