/// The text in which an edition is kept.
///
/// **Shape** UTF-8, one line a class: `symbol`, `parent`, `zh`, `en`, `ipc`, separated by tabs, the first line naming them;
/// before it a line `# NAME` where the edition has a name. `parent` is empty at the top and where it follows from the
/// symbol; symbols of `ipc` have a blank between them.
extension ClassTable {
    private static let head = "symbol\tparent\tzh\ten\tipc"

    /// Reads an edition.
    ///
    /// - Throws: `Failure.invalid` with the line and what is wrong with it.
    package init(_ scheme: ClassScheme, text: String) throws(Failure) {
        var edition: String?
        var entries: [ClassEntry] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            if line.hasPrefix("# "), entries.isEmpty {
                edition = String(line.dropFirst(2))
                continue
            }
            if line == Self.head { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 5 else {
                throw Failure.invalid(field: "line \(index + 1)", reason: "it has \(cells.count) cells and not 5")
            }
            func cell(_ place: Int) -> String? { cells[place].isEmpty ? nil : String(cells[place]) }
            guard let symbol = scheme.symbol(reading: String(cells[0])) else {
                throw Failure.invalid(
                    field: "line \(index + 1)",
                    reason: "\(cells[0]) is no symbol of \(scheme.rawValue)"
                )
            }
            entries.append(
                ClassEntry(
                    symbol,
                    parent: cell(1),
                    zh: cell(2),
                    en: cell(3),
                    ipc: cells[4].split(separator: " ").map(String.init)
                )
            )
        }
        self.init(scheme, loaded: entries, edition: edition)
    }

    /// The text of an edition.
    ///
    /// - Parameters:
    ///   - entries: The classes; one without any title, parent or IPC symbol says nothing and is left out.
    ///   - edition: The name of the edition.
    /// - Returns: What ``init(_:text:)`` reads.
    package static func text(_ entries: [ClassEntry], edition: String?) -> String {
        var lines = edition.map { ["# " + clean($0)] } ?? []
        lines.append(head)
        for entry in entries where entry.zh != nil || entry.en != nil || entry.parent != nil || !entry.ipc.isEmpty {
            let cells: [String?] = [entry.symbol, entry.parent, entry.zh, entry.en, entry.ipc.joined(separator: " ")]
            lines.append(cells.map { clean($0 ?? "") }.joined(separator: "\t"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text without line ends and tabs.
    private static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return text.split { $0.isWhitespace }.joined(separator: " ")
    }
}
