extension PlanDeclaration {
    /// Reads the file of a plan.
    ///
    /// - Parameters:
    ///   - text: its text.
    ///   - name: the name of the plan, that of the file without its ending.
    ///   - file: how the file is named in problems.
    ///   - vocabulary: what it may refer to.
    /// - Returns: the declaration, nil where too little of it could be read, and every problem found.
    package static func read(
        _ text: String,
        name: String,
        file: String,
        vocabulary: Vocabulary
    ) -> (PlanDeclaration?, [DeclarationProblem]) {
        let log = ProblemLog(file: file)
        do throws(DeclarationProblem) {
            let root = try YAMLText.read(text, file: file)
            return (PlanReader(name: name, vocabulary: vocabulary, log: log).plan(root), log.problems)
        } catch {
            return (nil, [error])
        }
    }
}
