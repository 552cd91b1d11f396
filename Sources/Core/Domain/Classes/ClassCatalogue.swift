/// The tables of all schemes as they are in force together.
package struct ClassCatalogue: Sendable {
    private var tables: [ClassScheme: ClassTable]

    /// What is built in.
    package static let builtIn = ClassCatalogue()

    private init() {
        tables = Dictionary(uniqueKeysWithValues: ClassScheme.allCases.map { ($0, ClassTable($0)) })
    }

    /// The table of a scheme.
    package subscript(scheme: ClassScheme) -> ClassTable {
        get { tables[scheme] ?? ClassTable(scheme) }
        set { tables[scheme] = newValue }
    }

    /// What a class is about in a few words, in a language or else in the other one; nil where nothing is known.
    ///
    /// A group without a title of its own, which editions of definitions often lack, has that of its main group or subclass.
    ///
    /// - Parameters:
    ///   - text: A symbol as records and labels of the index write it.
    ///   - scheme: Its scheme.
    ///   - language: `zh` or `en`.
    /// - Returns: The title without remarks.
    package func title(of text: String, in scheme: ClassScheme, language: String) -> LocalizedText? {
        guard let symbol = scheme.symbol(reading: text) else { return nil }
        return ([symbol] + self[scheme].ancestors(of: symbol).reversed()).lazy
            .compactMap { entry(of: $0, in: scheme)?.shortTitle(in: language) }.first
    }

    /// A class with its own titles; nil where none is known.
    ///
    /// IPC without an edition has the titles of CPC, down to the main group, as far as the two agree.
    package func entry(of symbol: String, in scheme: ClassScheme) -> ClassEntry? {
        let own = self[scheme][symbol]
        guard own?.title(in: "zh") == nil else { return own }
        guard scheme == .ipc, !symbol.contains("/"), let other = self[.cpc][symbol], other.title(in: "zh") != nil else {
            return nil
        }
        return other
    }

    /// The field of technology that an IPC symbol belongs to, the longest of their symbols deciding; nil for none.
    package func field(of ipc: String) -> ClassEntry? {
        guard let symbol = ClassScheme.ipc.symbol(reading: ipc) else { return nil }
        var best: (length: Int, entry: ClassEntry)?
        for entry in self[.field].entries {
            for beginning in entry.ipc
            where Self.lies(symbol, in: beginning) && beginning.utf8.count > best?.length ?? 0 {
                best = (beginning.utf8.count, entry)
            }
        }
        return best?.entry
    }

    /// Whether an IPC symbol is another or lies below it.
    package static func lies(_ symbol: String, in beginning: String) -> Bool {
        guard symbol.hasPrefix(beginning) else { return false }
        // H04N3 is not below H04N30, nor above it.
        return beginning.utf8.count <= 4 || symbol == beginning || symbol.dropFirst(beginning.count).first == "/"
    }
}
