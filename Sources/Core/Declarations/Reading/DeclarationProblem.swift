/// What is wrong with a file of declarations, and what to do about it.
package struct DeclarationProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file as it was named.
    package let file: String
    /// The line, from 1; 0 where the whole file is meant.
    package let line: Int
    /// What is wrong, and what to write instead.
    package let message: String

    /// Names a problem and its place.
    package init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// File, line and message as compilers print them.
    package var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}
