extension RegisterDeclaration {
    /// Reads the file of a register.
    ///
    /// - Parameters:
    ///   - text: its text.
    ///   - name: the name of the register, that of the file without its ending.
    ///   - file: how the file is named in problems.
    ///   - vocabulary: what it may refer to.
    /// - Returns: the declaration, nil where too little of it could be read, and every problem found.
    package static func read(
        _ text: String,
        name: String,
        file: String,
        vocabulary: Vocabulary
    ) -> (RegisterDeclaration?, [DeclarationProblem]) {
        let log = ProblemLog(file: file)
        do throws(DeclarationProblem) {
            let root = try YAMLText.read(text, file: file)
            let register = RegisterReader(name: name, vocabulary: vocabulary, log: log).register(root)
            return (register, log.problems)
        } catch {
            return (nil, [error])
        }
    }
}
