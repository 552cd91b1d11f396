/// An example of the query language: queries above an arrow that mean the same, or one that is refused.
struct QueryExample: Equatable, CustomStringConvertible {
    /// The place and words of a refusal.
    struct Refusal: Equatable {
        let position: Int
        let length: Int
        let message: String
    }

    let queries: [String]
    /// What stands behind the arrow: the printed form, or the corrected query.
    let printed: String?
    let notes: [String]
    let refusal: Refusal?

    var description: String { queries.joined(separator: " / ") }

    /// The example without the words that differ between languages.
    var withoutWords: QueryExample {
        QueryExample(
            queries: queries,
            printed: printed,
            notes: notes.map { _ in "" },
            refusal: refusal.map { Refusal(position: $0.position, length: $0.length, message: "") }
        )
    }

    /// All examples of a page, in order.
    static func all(in page: Markdown) -> [QueryExample] {
        page.blocks.filter { $0.tag.hasPrefix("huizhi") }.flatMap { block in
            block.lines.split(separator: "").map { Self(Array($0)) }
        }
    }

    private init(queries: [String], printed: String?, notes: [String], refusal: Refusal?) {
        self.queries = queries
        self.printed = printed
        self.notes = notes
        self.refusal = refusal
    }

    private init(_ lines: [String]) {
        var queries: [String] = []
        var printed: String?
        var notes: [String] = []
        var refusal: Refusal?
        for line in lines {
            if line.hasPrefix("→ ") {
                printed = String(line.dropFirst(2))
            } else if line.hasPrefix("! ") {
                notes.append(String(line.dropFirst(2)))
            } else if let match = line.wholeMatch(of: /✗ (\d+)\+(\d+) (.+)/) {
                refusal = Refusal(
                    position: Int(match.output.1) ?? -1,
                    length: Int(match.output.2) ?? -1,
                    message: String(match.output.3)
                )
            } else {
                queries.append(line)
            }
        }
        self.init(queries: queries, printed: printed, notes: notes, refusal: refusal)
    }
}
