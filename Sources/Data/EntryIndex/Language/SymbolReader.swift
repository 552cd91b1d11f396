import Domain

/// Reads class symbols as people type them.
enum SymbolReader {
    /// The normal form of a symbol of a scheme, without blanks; nil when the text is none.
    static func read(_ text: String, _ scheme: FieldKind.Scheme) -> String? {
        switch scheme {
        case .ipc: isSchemeShape(text) ? IPCSymbol.read(text).map { unspaced($0.text) } : nil
        case .cpc: isSchemeShape(text) ? CPCSymbol.read(text).map { unspaced($0.text) } : nil
        case .locarno: LocarnoSymbol.read(text)?.text
        case .nice: NiceClass.read(text)?.text
        case .vienna: ViennaCode.read(text)?.text
        case .other: isCode(text) ? text.uppercased() : nil
        }
    }

    /// The beginning of symbols of a scheme, upper case without blanks; nil when no symbol begins so.
    static func beginning(_ text: String, _ scheme: FieldKind.Scheme) -> String? {
        let bare = text.uppercased().filter { $0 != " " }
        switch scheme {
        case .ipc, .cpc:
            guard isSchemeBeginning(bare), let section = bare.first else { return nil }
            return section != "Y" || scheme == .cpc ? bare : nil
        default: return isCode(bare) ? bare : nil
        }
    }

    /// The normal form of a symbol in the box: a class, subclass or group of IPC and CPC, or `14-02` of Locarno.
    static func box(_ text: String) -> String? {
        if text.utf8.first.map({ (0x30...0x39).contains($0) }) == true {
            let scalars = Array(text.unicodeScalars)
            guard scalars.count == 5, scalars[2] == "-", scalars.count(where: \.isDigit) == 4 else { return nil }
            return LocarnoSymbol.read(text)?.text
        }
        guard text.utf8.count >= 3, isSchemeShape(text) else { return nil }
        return CPCSymbol.read(text).map { unspaced($0.text) }
    }

    private static func unspaced(_ text: String) -> String { text.filter { $0 != " " } }

    /// Whether a text is a subclass alone, so that groups may follow it after a blank.
    static func isSubclass(_ text: String) -> Bool {
        text.utf8.count == 4 && isSchemeShape(text)
    }

    /// Whether a text is a group without its subclass: `10/05`, and `10` where `slash` is not asked for.
    static func isGroup(_ text: String, needsSlash: Bool) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return false }
        guard parts.count == 2 else { return !needsSlash && text.utf8.count <= 4 }
        return parts[0].utf8.count <= 4 && (2...6).contains(parts[1].utf8.count)
    }

    /// Whether a text is a section, class, subclass or group, a group's digits after the slash being two to six.
    private static func isSchemeShape(_ text: String) -> Bool {
        let bare = text.filter { $0 != " " }
        guard isSchemeBeginning(bare.uppercased()), bare.utf8.count != 2 else { return false }
        guard let slash = bare.firstIndex(of: "/") else { return true }
        return bare[bare.index(after: slash)...].utf8.count >= 2
    }

    /// Whether a symbol can begin so: section, two digits, letter, one to four digits, slash, up to six digits.
    private static func isSchemeBeginning(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        func digits(_ limit: Int) -> Int {
            let found = rest.prefix(limit).prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(found)
            return found
        }
        guard let section = rest.popFirst(), (0x41...0x48).contains(section) || section == UInt8(ascii: "Y") else {
            return false
        }
        guard digits(2) == 2 else { return rest.isEmpty }
        guard let subclass = rest.popFirst() else { return true }
        guard (0x41...0x5A).contains(subclass) else { return false }
        let group = digits(4)
        guard let slash = rest.popFirst() else { return true }
        guard group > 0, slash == UInt8(ascii: "/") else { return false }
        _ = digits(6)
        return rest.isEmpty
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count <= 60 && text.unicodeScalars.contains(where: \.isSearchable)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
