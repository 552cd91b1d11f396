/// A symbol of the International Patent Classification.
///
/// **Shape** `H02K 17/02`: subclass, one blank, main group without leading zeros, slash, subgroup as printed. Version,
/// level, position, value and office are not part of it. A symbol may be cut off: `H`, `H02`, `H02K`; a main group
/// alone is written `H02K 17/00`.
///
/// **Order** `key` sorts as the scheme does, and the key of a broader symbol is a prefix of every narrower one's
/// (for subgroups: of those whose digits begin with its own).
package struct IPCSymbol: Hashable, Sendable {
    /// The normal form.
    package let text: String
    /// Sort key; see the type's Order.
    package let key: String
    /// How deep the symbol reaches.
    package let level: ClassLevel

    private static let sections: StaticString = "ABCDEFGH"

    /// Reads a symbol as files and people print it, nil when it is none.
    ///
    /// `B03C3/09`, `G06F015/00`, `H04N   1/40        20060101AFI`, `E01B3/32（2006.01）I`, and fixed columns such as
    /// `G06F 1516` for 15/16.
    package static func read(_ text: String) -> IPCSymbol? {
        SchemeSymbol(text, sections: sections).map(IPCSymbol.init)
    }

    /// Reads a symbol as files and people print it.
    ///
    /// - Throws: `Misread` when the text is no symbol.
    package init(reading text: String) throws(Misread) {
        guard let symbol = SchemeSymbol(text, sections: Self.sections) else {
            throw Misread(.ipc, .shape(example: "H02K 17/02"), text: text)
        }
        self.init(symbol)
    }

    /// Joins the parts that stand in elements of their own.
    ///
    /// - Returns: nil when they make no symbol.
    package init?(
        section: String,
        class classDigits: String,
        subclass: String,
        mainGroup: String? = nil,
        subgroup: String? = nil
    ) {
        let joined = SchemeSymbol.joined([section, classDigits, subclass], mainGroup: mainGroup, subgroup: subgroup)
        guard let symbol = SchemeSymbol(joined, sections: Self.sections) else { return nil }
        self.init(symbol)
    }

    private init(_ symbol: SchemeSymbol) {
        text = symbol.text
        key = symbol.key
        level = symbol.level
    }

    /// The symbol cut off at a broader level, nil when it does not reach so far.
    package func truncated(to level: ClassLevel) -> IPCSymbol? {
        SchemeSymbol(text, sections: Self.sections)?.truncated(to: level).map(IPCSymbol.init)
    }

    /// Every broader symbol, the section first: `H`, `H02`, `H02K`, `H02K 17/00`.
    package var ancestors: [IPCSymbol] {
        ClassLevel.allCases.prefix { $0 < level }.compactMap { truncated(to: $0) }
    }

    /// Whether a symbol equals this one or lies below it.
    package func contains(_ other: IPCSymbol) -> Bool { other.key.hasPrefix(key) }
}

extension IPCSymbol: CustomStringConvertible {
    package var description: String { text }
}
