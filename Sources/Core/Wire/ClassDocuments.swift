/// A class with its titles and records.
package struct ClassDocument: Codable, Hashable, Sendable {
    package var symbol: String
    /// The title in Chinese, where it is known.
    package var zh: String?
    /// The title in English, where it is known.
    package var en: String?
    /// Records of the class with everything below it; left out where they were not counted.
    package var count: CountDocument?
    /// The address of the class.
    package var url: String

    package init(symbol: String, zh: String?, en: String?, count: CountDocument?, url: String) {
        self.symbol = symbol
        self.zh = zh
        self.en = en
        self.count = count
        self.url = url
    }
}

/// Classes of one scheme found by words.
package struct ClassFindsDocument: Codable, Hashable, Sendable {
    package var scheme: String
    /// The classes that most records with the words have, with how many of these have them.
    package var leading: [ClassDocument]
    /// Classes whose titles have the words.
    package var titled: [ClassDocument]
    /// Whether no record has the words as they were given, so that any of their parts was looked for.
    package var loose: Bool

    package init(scheme: String, leading: [ClassDocument], titled: [ClassDocument], loose: Bool) {
        self.scheme = scheme
        self.leading = leading
        self.titled = titled
        self.loose = loose
    }
}

/// The schemes, as `/classes.json`.
package struct ClassesDocument: Codable, Hashable, Sendable {
    package var schemes: [SchemeDocument]
    /// Records that match the words; left out without words.
    package var total: CountDocument?
    /// What was found for the words; left out without words.
    package var finds: [ClassFindsDocument]?

    package init(schemes: [SchemeDocument], total: CountDocument? = nil, finds: [ClassFindsDocument]? = nil) {
        self.schemes = schemes
        self.total = total
        self.finds = finds
    }

    /// A scheme.
    package struct SchemeDocument: Codable, Hashable, Sendable {
        package var scheme: String
        package var zh: String
        package var en: String
        /// The edition loaded, where it has a name.
        package var edition: String?
        /// Whether the operator loaded an edition.
        package var loaded: Bool
        /// Symbols that the tables have.
        package var symbols: Int
        package var url: String

        package init(
            scheme: String,
            zh: String,
            en: String,
            edition: String?,
            loaded: Bool,
            symbols: Int,
            url: String
        ) {
            self.scheme = scheme
            self.zh = zh
            self.en = en
            self.edition = edition
            self.loaded = loaded
            self.symbols = symbols
            self.url = url
        }
    }
}

/// A scheme or class with the classes right below it, as `/classes/SCHEME.json` and `/classes/SCHEME/SYMBOL.json`.
package struct ClassLevelDocument: Codable, Hashable, Sendable {
    /// The log sequence that the counts are of.
    package var snapshot: UInt64
    package var scheme: String
    /// The class; left out at the top of the scheme.
    package var symbol: String?
    package var zh: String?
    package var en: String?
    /// The classes above, the topmost first.
    package var above: [ClassDocument]
    /// Records of the class with everything below it.
    package var count: CountDocument
    /// The query that finds these records, where there is one.
    package var query: String?
    /// IPC symbols that make the class, where it is made of such.
    package var ipc: [String]?
    /// The classes right below, in the order of the scheme; those that records have and the tables lack among them.
    package var classes: [ClassDocument]
    /// What was found for the words; left out without words.
    package var finds: ClassFindsDocument?

    package init(
        snapshot: UInt64,
        scheme: String,
        symbol: String?,
        zh: String?,
        en: String?,
        above: [ClassDocument],
        count: CountDocument,
        query: String?,
        ipc: [String]?,
        classes: [ClassDocument],
        finds: ClassFindsDocument? = nil
    ) {
        self.snapshot = snapshot
        self.scheme = scheme
        self.symbol = symbol
        self.zh = zh
        self.en = en
        self.above = above
        self.count = count
        self.query = query
        self.ipc = ipc
        self.classes = classes
        self.finds = finds
    }
}
