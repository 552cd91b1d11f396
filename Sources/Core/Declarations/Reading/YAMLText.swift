internal import Yams

/// The text of a YAML file, taken apart.
enum YAMLText {
    /// The most bytes of a file.
    static let largest = 1 << 20
    /// The most values in a file, those behind aliases counted each time.
    static let mostNodes = 100_000

    /// Reads a file that holds one mapping.
    ///
    /// - Parameters:
    ///   - text: the text of the file.
    ///   - file: how it is named in problems.
    /// - Returns: the mapping.
    /// - Throws: `DeclarationProblem` where it is no YAML, holds no mapping or is too large.
    static func read(_ text: String, file: String) throws(DeclarationProblem) -> DeclaredNode {
        guard text.utf8.count <= largest else {
            throw DeclarationProblem(
                file: file,
                line: 0,
                message: "\(text.utf8.count) bytes are more than the \(largest) of a declaration; divide it"
            )
        }
        let root = try composed(text, file: file)
        guard let root, case .mapping = root else {
            throw DeclarationProblem(
                file: file,
                line: root?.mark?.line ?? 0,
                message: "a declaration is a mapping; begin with 'label: {zh: …, en: …}'"
            )
        }
        var count = 0
        return try converted(root, line: 1, count: &count, file: file)
    }

    private static func composed(_ text: String, file: String) throws(DeclarationProblem) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw problem(error, file: file)
        } catch {
            throw DeclarationProblem(file: file, line: 0, message: "no YAML: \(error)")
        }
    }

    private static func problem(_ error: YamlError, file: String) -> DeclarationProblem {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let words = [context?.text, problem].compactMap(\.self).joined(separator: ": ")
            return DeclarationProblem(
                file: file,
                line: mark.line,
                message: "no YAML here: \(words); look for a missing blank behind ':', an indent or a quote"
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "'\($0)'" }.sorted().joined(separator: ", ")
            return DeclarationProblem(
                file: file,
                line: context.mark.line,
                message: "\(keys) stands twice in one mapping; keep one"
            )
        default:
            return DeclarationProblem(file: file, line: 0, message: "no YAML: \(error)")
        }
    }

    private static func converted(
        _ node: Node,
        line before: Int,
        count: inout Int,
        file: String
    ) throws(DeclarationProblem) -> DeclaredNode {
        let line = node.mark?.line ?? before
        count += 1
        guard count <= mostNodes else {
            throw DeclarationProblem(file: file, line: line, message: "more than \(mostNodes) values; divide the file")
        }
        switch node {
        case .scalar(let scalar):
            let isNothing = scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
            return DeclaredNode(kind: .text(isNothing ? "" : scalar.string), line: line)
        case .sequence(let sequence):
            var items: [DeclaredNode] = []
            for item in sequence { items.append(try converted(item, line: line, count: &count, file: file)) }
            return DeclaredNode(kind: .list(items), line: line)
        case .mapping(let mapping):
            var members: [DeclaredNode.Member] = []
            for (key, value) in mapping {
                let place = key.mark?.line ?? line
                guard case .scalar(let name) = key else {
                    throw DeclarationProblem(file: file, line: place, message: "a key must be a text")
                }
                guard !name.string.contains(where: { "{[".contains($0) }) else {
                    throw DeclarationProblem(
                        file: file,
                        line: place,
                        message: "'\(name.string)' is read as one key; write a blank behind ':'"
                    )
                }
                members.append(
                    DeclaredNode.Member(
                        key: name.string,
                        line: place,
                        value: try converted(value, line: place, count: &count, file: file)
                    )
                )
            }
            return DeclaredNode(kind: .map(members), line: line)
        case .alias:
            throw DeclarationProblem(file: file, line: line, message: "an alias to nothing; write the value itself")
        }
    }
}
