/// The problems of one file, all of them, in the order in which they were found.
final class ProblemLog {
    /// How the file is named.
    let file: String
    private(set) var problems: [DeclarationProblem] = []

    /// Begins without problems.
    init(file: String) {
        self.file = file
    }

    /// Notes a problem at a line.
    func add(_ line: Int, _ message: String) {
        problems.append(DeclarationProblem(file: file, line: line, message: message))
    }
}
