/// The classes of one scheme: what is built in, and what the operator's edition says.
///
/// **Cost** Looking up a title is one hashing. An edition of 250,000 symbols takes some 60 MB.
package struct ClassTable: Sendable {
    package let scheme: ClassScheme
    /// The operator's edition as it was named, such as `2025.05`; nil where none was named.
    package let edition: String?
    /// Whether an edition was loaded besides what is built in.
    package let isLoaded: Bool
    /// In the order of the scheme.
    package let entries: [ClassEntry]
    private let places: [String: Int]
    /// Places of the classes below each symbol; those at the top under the empty text.
    private let below: [String: [Int]]

    /// The kind of the definitions in which editions are kept; their name is that of the scheme.
    package static let definitionKind = "classes"

    /// Puts a table together.
    ///
    /// - Parameters:
    ///   - scheme: The scheme.
    ///   - loaded: The classes of the operator's edition; a class named twice is brought together.
    ///   - edition: The name of the edition.
    package init(_ scheme: ClassScheme, loaded: [ClassEntry] = [], edition: String? = nil) {
        self.scheme = scheme
        self.edition = edition
        isLoaded = !loaded.isEmpty
        var known: [String: ClassEntry] = [:]
        // A table of its own replaces the built-in fields: their IPC symbols belong together.
        let builtIn = scheme == .field && isLoaded ? [] : scheme.builtIn
        for entry in builtIn + loaded { known[entry.symbol, default: entry].adopt(entry) }
        // A class without a line of its own still has a place between those above and below it.
        for symbol in Array(known.keys) {
            var symbol = symbol
            while let parent = known[symbol]?.parent ?? scheme.parent(of: symbol), parent != symbol,
                known[parent] == nil
            {
                known[parent] = ClassEntry(parent)
                symbol = parent
            }
        }
        let ordered = known.values.map { (key: scheme.key($0.symbol), entry: $0) }.sorted { $0.key < $1.key }
        entries = ordered.map(\.entry)
        places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.symbol, $0) })
        var below: [String: [Int]] = [:]
        for (place, entry) in entries.enumerated() {
            below[entry.parent ?? scheme.parent(of: entry.symbol) ?? "", default: []].append(place)
        }
        self.below = below
    }

    /// The class of a symbol; nil where the table does not have it.
    package subscript(symbol: String) -> ClassEntry? { places[symbol].map { entries[$0] } }

    /// The classes right below a symbol, or at the top, in the order of the scheme.
    package func children(of symbol: String?) -> [ClassEntry] { (below[symbol ?? ""] ?? []).map { entries[$0] } }

    /// The symbol right above another, whether the table has it or not; nil at the top.
    package func parent(of symbol: String) -> String? { self[symbol]?.parent ?? scheme.parent(of: symbol) }

    /// The symbols above another, the topmost first.
    package func ancestors(of symbol: String) -> [String] {
        var found: [String] = []
        var current = symbol
        // No scheme is deeper than this; a table that goes round in circles ends here.
        while found.count < 8, let parent = parent(of: current), parent != current {
            found.append(parent)
            current = parent
        }
        return found.reversed()
    }

    /// Some symbols and those of the table, each once, in the order of the scheme.
    package func ordered(_ symbols: some Sequence<String>) -> [String] {
        Set(symbols).map { (key: scheme.key($0), symbol: $0) }.sorted { $0.key < $1.key }.map(\.symbol)
    }

    /// Classes whose titles have all the words, the broadest and shortest first.
    ///
    /// - Parameters:
    ///   - words: Words, with blanks between them; case does not matter. Of many the first count: see ``SoughtWords``.
    ///   - limit: Classes at most.
    /// - Returns: The classes, the broadest first.
    ///
    /// **Cost** Every title is read for at most ``SoughtWords/most`` words: some 30 ms for 250,000 and one word.
    package func matches(_ words: String, limit: Int) -> [ClassEntry] {
        let wanted = SoughtWords(words)
        guard !wanted.isEmpty else { return [] }
        var found: [(rank: Int, place: Int)] = []
        for (place, entry) in entries.enumerated() {
            let titles = [entry.zh, entry.en].compactMap(\.self).map { Array($0.lowercased().utf8) }
            guard titles.contains(where: wanted.areAll(in:)) else { continue }
            found.append((entry.symbol.utf8.count * 1_000 + min(999, titles.map(\.count).min() ?? 0), place))
        }
        return found.sorted { $0 < $1 }.prefix(limit).map { entries[$0.place] }
    }
}
