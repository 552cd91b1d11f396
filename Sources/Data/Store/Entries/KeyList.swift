/// The keys of an entry as its row lists them: one a line, scope, field and value divided by tabs, sorted.
enum KeyList {
    /// The list of some keys, each once.
    static func text(_ keys: some Collection<LookupKey>) -> String {
        guard !keys.isEmpty else { return "" }
        var lines = keys.map(line)
        lines.sort()
        var last: String?
        var result = ""
        for line in lines where line != last {
            if last != nil { result += "\n" }
            result += line
            last = line
        }
        return result
    }

    /// The keys of a list.
    static func keys(_ text: String) -> [LookupKey] {
        text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { return nil }
            return LookupKey(
                scope: String(Substring(parts[0])),
                field: String(Substring(parts[1])),
                value: String(Substring(parts[2]))
            )
        }
    }

    private static func line(_ key: LookupKey) -> String {
        "\(key.scope)\t\(key.field)\t\(key.value)"
    }
}
