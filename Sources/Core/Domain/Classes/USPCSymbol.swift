/// A symbol of the United States Patent Classification: class and subclass.
///
/// **Shape** `340/539.12`; a design class begins with `D` (`D14/480`), a letter may follow the subclass (`179/90K`).
///
/// Files print it in fixed columns with an implied decimal point: three columns of class, three of subclass, the rest
/// decimals or letters (`705 26`, `34053912`, `D14480`, `600300000`, `179  2DD`).
package struct USPCSymbol: Hashable, Sendable {
    /// The class without leading zeros.
    package let `class`: String
    /// The subclass with its decimal point, without leading zeros.
    package let subclass: String

    /// Reads fixed columns or `class/subclass`, nil for anything else.
    package static func read(_ text: String) -> USPCSymbol? {
        let characters = FieldCharacters(untrimmed: text).bytes
        if let slash = characters.firstIndex(of: UInt8(ascii: "/")) {
            return USPCSymbol(classColumns: characters[..<slash], slashed: characters[(slash + 1)...])
        }
        guard characters.count > 3 else { return nil }
        return USPCSymbol(classColumns: characters.prefix(3), columns: characters.dropFirst(3))
    }

    /// Joins class and subclass columns that stand in elements of their own: `705` and `026000`.
    ///
    /// - Returns: nil when they make no symbol.
    package init?(class classText: String, subclass: String) {
        self.init(
            classColumns: FieldCharacters(classText).bytes[...],
            columns: FieldCharacters(untrimmed: subclass).bytes[...]
        )
    }

    /// The normal form, `340/539.12`.
    package var text: String { "\(self.class)/\(subclass)" }

    private init?(classColumns: ArraySlice<UInt8>, columns: ArraySlice<UInt8>) {
        let whole = columns.prefix(3).filter { $0 != UInt8(ascii: " ") }
        let tail = columns.dropFirst(3).filter { $0 != UInt8(ascii: " ") }
        let letters = tail.drop { $0.isDigit }
        var decimals = tail.prefix { $0.isDigit }
        while decimals.last == UInt8(ascii: "0"), decimals.count == 3 || decimals.allSatisfy({ $0 == 0x30 }) {
            decimals.removeLast()
        }
        guard letters.allSatisfy(\.isLetter) else { return nil }
        let subclass = whole.withoutLeadingZeros.text + (decimals.isEmpty ? "" : "." + decimals.text) + letters.text
        self.init(classColumns: classColumns, whole: whole, subclass: subclass)
    }

    private init?(classColumns: ArraySlice<UInt8>, slashed: ArraySlice<UInt8>) {
        let subclass = slashed.filter { $0 != UInt8(ascii: " ") }
        guard subclass.allSatisfy({ $0.isDigit || $0.isLetter || $0 == UInt8(ascii: ".") }) else { return nil }
        let whole = subclass.prefix { $0 != UInt8(ascii: ".") }
        self.init(classColumns: classColumns, whole: Array(whole), subclass: subclass.withoutLeadingZeros.text)
    }

    private init?(classColumns: ArraySlice<UInt8>, whole: [UInt8], subclass: String) {
        let characters = classColumns.filter { $0 != UInt8(ascii: " ") }
        let letters = characters.prefix { $0.isLetter }
        let digits = characters.dropFirst(letters.count)
        guard (1...3).contains(characters.count), digits.allSatisfy(\.isDigit), !whole.isEmpty,
            whole.allSatisfy({ $0.isDigit || $0.isLetter }), !subclass.isEmpty
        else { return nil }
        self.class = letters.text + (digits.isEmpty ? "" : digits.withoutLeadingZeros.text)
        self.subclass = subclass
    }
}

extension USPCSymbol: CustomStringConvertible {
    package var description: String { text }
}
