import Links

/// Every text of the pages in both languages, in one table.
///
/// **Shape** Lines `KEY | 中文 | English`; lines that are empty or begin with `#` are skipped. `{name}` in a text is
/// a place for a value. `KEY.one` is the form for one thing where English needs it.
struct TextTable: Sendable {
    private var texts: [String: [PageLanguage: String]] = [:]

    init() {}

    /// Adds the lines of one file.
    ///
    /// - Throws: ``SiteFailure/text(file:line:reason:)`` for a line that is no entry, or a key that is there already.
    mutating func read(_ content: String, file: String) throws {
        for (index, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
            guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
                throw SiteFailure.text(file: file, line: index + 1, reason: "an entry has three parts")
            }
            guard texts[parts[0]] == nil else {
                throw SiteFailure.text(file: file, line: index + 1, reason: "\(parts[0]) is there already")
            }
            texts[parts[0]] = [.zh: parts[1], .en: parts[2]]
        }
    }

    var keys: [String] { texts.keys.sorted() }

    func text(_ key: String, _ language: PageLanguage) -> String? { texts[key]?[language] }

    /// The texts of one language.
    func words(_ language: PageLanguage) -> Words {
        Words(language: language, texts: texts.compactMapValues { $0[language] })
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
