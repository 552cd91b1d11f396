/// A page of documentation, taken apart as far as the tests look at it.
struct Markdown {
    /// A stretch beneath one heading, without what stands beneath the next one.
    struct Section {
        let title: String
        /// The cells of its tables, without the rows of names and lines.
        let rows: [[String]]
        let text: String
    }

    /// A fenced block with the word behind its fence.
    struct Block {
        let tag: String
        let lines: [String]
    }

    let sections: [Section]
    let blocks: [Block]
    /// The text without fenced blocks.
    let prose: String

    init(_ text: String) {
        var sections: [Section] = []
        var blocks: [Block] = []
        var prose: [String] = []
        var title = ""
        var lines: [String] = []
        var block: Block?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                if let open = block {
                    blocks.append(open)
                    block = nil
                } else {
                    block = Block(tag: String(line.dropFirst(3)), lines: [])
                }
                continue
            }
            if let open = block {
                block = Block(tag: open.tag, lines: open.lines + [line])
                continue
            }
            prose.append(line)
            if line.hasPrefix("#") {
                sections.append(Self.section(title, lines))
                title = String(line.drop { $0 == "#" || $0 == " " })
                lines = []
            } else {
                lines.append(line)
            }
        }
        sections.append(Self.section(title, lines))
        self.sections = sections
        self.blocks = blocks
        self.prose = prose.joined(separator: "\n")
    }

    func section(_ title: String) -> Section? { sections.first { $0.title == title } }

    /// The names under which links find the headings.
    var anchors: Set<String> { Set(sections.map { Self.anchor($0.title) }) }

    /// A heading as the end of a link: lower case, blanks as hyphens, without punctuation.
    static func anchor(_ title: String) -> String {
        String(title.lowercased().compactMap { $0 == " " ? "-" : $0.isLetter || $0.isNumber || $0 == "-" ? $0 : nil })
    }

    /// The targets of all links and pictures, in order.
    var links: [String] {
        prose.matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
    }

    private static func section(_ title: String, _ lines: [String]) -> Section {
        var rows: [[String]] = []
        var isTable = false
        for line in lines {
            guard line.hasPrefix("|") else {
                isTable = false
                continue
            }
            if line.hasPrefix("|---") {
                isTable = true
            } else if isTable {
                rows.append(
                    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                        .map { String($0.trimmingBlanks) }
                )
            }
        }
        return Section(title: title, rows: rows, text: lines.joined(separator: "\n"))
    }
}

extension StringProtocol {
    /// The text without blanks at its ends.
    var trimmingBlanks: String {
        var rest = self[...]
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }

    /// What stands between backticks, in order.
    var codeSpans: [String] {
        String(self).matches(of: /`([^`]+)`/).map { String($0.output.1) }
    }
}
