/// The text in which an edition is kept.
///
/// **Shape** UTF-8, a line each: `spelling`, `holder`, `verdict` (`same` or `different`), `source` and, where it is known,
/// `from` (`2019-08-02`), separated by tabs. The first line may name the cells; a line `# NAME` before it names the
/// edition, and further lines with `#` are remarks. Of these `# version N` before the lines says which version an export was
/// made of; it is no part of the edition.
extension AliasTable {
    private static let head = "spelling\tholder\tverdict\tsource\tfrom"

    /// Reads an edition.
    ///
    /// - Throws: `Failure.invalid` with the line, what is wrong with it and what to write instead.
    package init(text: String) throws(Failure) {
        var edition: String?
        var entries: [AliasEntry] = []
        var lines: [Int] = []
        let all = text.drop { $0 == "\u{FEFF}" }.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in all.enumerated() where !line.allSatisfy(\.isWhitespace) {
            if line.hasPrefix("#") {
                // What has cells was meant as a line of the table; only a spreadsheet leaves tabs behind a remark.
                if line.split(separator: "\t").count > 1 {
                    throw Failure.invalid(
                        field: "line \(index + 1)",
                        reason: "it begins with # as remarks do but has cells; write a name that does not begin with #"
                    )
                }
                if edition == nil, entries.isEmpty, line.hasPrefix("# "), Self.version(inRemark: line) == nil {
                    edition = String(line.dropFirst(2))
                }
                continue
            }
            if line == Self.head { continue }
            do {
                entries.append(try Self.entry(line))
            } catch Failure.invalid(let field, let reason) {
                throw Failure.invalid(field: "line \(index + 1), \(field)", reason: reason)
            }
            lines.append(index + 1)
        }
        try self.init(entries, edition: edition, lines: lines)
    }

    private static func entry(_ line: Substring) throws(Failure) -> AliasEntry {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
            let tail = cell.drop(while: \.isWhitespace)
            return String(tail.prefix(tail.count - tail.reversed().prefix(while: \.isWhitespace).count))
        }
        guard (4...5).contains(cells.count) else {
            throw Failure.invalid(
                field: "cells",
                reason:
                    "it has \(cells.count) and not 4 or 5; write spelling, holder, same or different, source and, where "
                    + "known, the day, with a tab between"
            )
        }
        guard let verdict = AliasEntry.Verdict(rawValue: cells[2]) else {
            throw Failure.invalid(field: "verdict", reason: "\"\(cells[2])\" is neither same nor different")
        }
        var from: PartialDate?
        if cells.count > 4, !cells[4].isEmpty {
            from = FieldDate.read(cells[4])
            guard let from, from.day != nil, from.description == cells[4] else {
                throw Failure.invalid(field: "from", reason: "\"\(cells[4])\" is no day; write it as 2019-08-02")
            }
        }
        return AliasEntry(cells[0], of: cells[1], verdict, source: cells[3], from: from)
    }

    /// The text of an edition with a remark that says which version it is.
    ///
    /// - Parameters:
    ///   - text: The text as it is kept.
    ///   - version: Which version it is.
    /// - Returns: The text; the remark stands after the name of the edition, where there is one.
    package static func exported(_ text: String, version: Int64) -> String {
        let remark = "# version \(version)\n"
        guard text.hasPrefix("# "), let end = text.firstIndex(where: \.isNewline) else { return remark + text }
        return String(text[...end]) + remark + String(text[text.index(after: end)...])
    }

    /// The version that a text was exported from, by its remark before the lines; nil where it has none.
    package static func version(ofExport text: String) -> Int64? {
        let lines = text.drop { $0 == "\u{FEFF}" }.split(whereSeparator: \.isNewline)
        return lines.prefix { $0.hasPrefix("#") || $0 == head || $0.allSatisfy(\.isWhitespace) }.lazy
            .compactMap { version(inRemark: $0) }.first
    }

    /// The version that a remark `# version N` names; cells that a table program adds behind it do not count.
    static func version(inRemark line: Substring) -> Int64? {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count == 3, words[0] == "#", words[1] == "version", let version = Int64(words[2]), version > 0
        else {
            return nil
        }
        return version
    }

    /// The text of this edition: what ``init(text:)`` reads.
    package var text: String {
        var lines = edition.map { ["# " + Self.clean($0)] } ?? []
        lines.append(Self.head)
        for entry in entries {
            let from = entry.from?.description ?? ""
            let cells = [entry.spelling, entry.holder, entry.verdict.rawValue, entry.source, from]
            lines.append(cells.map(Self.clean).joined(separator: "\t"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text without line ends and tabs.
    private static func clean(_ text: String) -> String {
        guard text.contains(where: { $0.isNewline || $0 == "\t" }) else { return text }
        return text.split { $0.isWhitespace }.joined(separator: " ")
    }
}
