/// A symbol of IPC or CPC taken apart; both schemes write alike.
struct SchemeSymbol: Hashable, Sendable {
    /// `H`, `H02` or `H02K`.
    var head: [UInt8]
    /// The main group without leading zeros; nil for a section, class or subclass.
    var mainGroup: [UInt8]?
    /// The subgroup as printed, nil when there is none to print.
    var subgroup: [UInt8]?

    /// Reads every way in which files print a symbol.
    ///
    /// Full: `H02K 17/02`, `B03C3/09`, `G06F015/00`, `H04N   1/40        20060101AFI...`, `E01B3/32（2006.01）I`.
    /// Fixed columns: `G06F 1516` (subclass, three columns of main group, subgroup).
    /// Truncated: `H`, `H02`, `H02K`, `H02K17`.
    init?(_ text: String, sections: StaticString) {
        var rest = FieldCharacters(text).bytes[...]
        guard let section = rest.first, Array(sections.description.utf8).contains(section) else { return nil }
        head = [section]
        rest.removeFirst()
        guard !rest.isEmpty else { return }
        let classDigits = rest.takeDigits(atMost: 2)
        guard classDigits.count == 2 else { return nil }
        head += classDigits
        guard let subclass = rest.first else { return }
        guard subclass.isLetter else { return nil }
        head.append(subclass)
        rest.removeFirst()
        guard !rest.isEmpty, !Self.isVersion(rest) else { return }
        guard readGroups(rest) else { return nil }
    }

    /// Joins parts that stand in elements of their own into one printed symbol.
    static func joined(_ head: [String], mainGroup: String?, subgroup: String?) -> String {
        guard let mainGroup, !mainGroup.isEmpty else { return head.joined() }
        guard let subgroup, !subgroup.isEmpty else { return head.joined() + mainGroup + "/00" }
        return head.joined() + mainGroup + "/" + subgroup
    }

    /// `H02K 17/02`; a main group named without a subgroup is printed with `/00`.
    var text: String {
        guard let mainGroup else { return head.text }
        return "\(head.text) \(mainGroup.text)/\((subgroup ?? Self.whole).text)"
    }

    /// Bytes whose prefix is the key of every broader symbol, and whose order is the scheme's.
    ///
    /// **Shape** Subclass, main group in four digits, subgroup as printed; `/00` adds nothing.
    var key: String {
        guard let mainGroup else { return head.text }
        let padding = String(repeating: "0", count: 4 - mainGroup.count)
        let tail = subgroup.map { $0.allSatisfy { $0 == 0x30 } ? [] : $0 } ?? []
        return head.text + padding + mainGroup.text + tail.text
    }

    /// How deep the symbol reaches.
    var level: ClassLevel {
        guard mainGroup != nil else { return head.count == 1 ? .section : head.count == 3 ? .class : .subclass }
        return (subgroup ?? Self.whole).allSatisfy { $0 == 0x30 } ? .mainGroup : .subgroup
    }

    /// The symbol cut off at a broader level, nil when it does not reach so far.
    func truncated(to target: ClassLevel) -> SchemeSymbol? {
        guard target <= level else { return nil }
        var cut = self
        switch target {
        case .section, .class, .subclass:
            cut.head = Array(head.prefix(target == .section ? 1 : target == .class ? 3 : 4))
            cut.mainGroup = nil
            cut.subgroup = nil
        case .mainGroup: cut.subgroup = Self.whole
        case .subgroup: break
        }
        return cut
    }

    private static let whole = Array("00".utf8)

    private mutating func readGroups(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        rest.drop(anyOf: " ")
        let blanks = text.count - rest.count
        let digits = rest.takeDigits()
        guard !digits.isEmpty else { return false }
        var after = rest
        after.drop(anyOf: " ")
        guard after.first == UInt8(ascii: "/") else {
            return (rest.isEmpty || Self.isVersion(rest)) && readColumns(blanks: blanks, digits: digits)
        }
        after.removeFirst()
        after.drop(anyOf: " ")
        let fraction = after.takeDigits(atMost: 6)
        guard (2...6).contains(fraction.count), after.first?.isDigit != true, Self.isVersion(after) else {
            return false
        }
        subgroup = Array(fraction)
        return take(mainGroup: digits)
    }

    /// Groups printed without a slash: a lone main group, or three columns of main group before the subgroup.
    private mutating func readColumns(blanks: Int, digits: ArraySlice<UInt8>) -> Bool {
        let columns = blanks + digits.count
        let isLoneMainGroup = columns <= 3 || blanks == 1 && digits.count <= 3
        if isLoneMainGroup || blanks == 0 && digits.count == 4 && digits.first == UInt8(ascii: "2") {
            return take(mainGroup: digits)
        }
        guard blanks <= 2, (5...9).contains(columns) else { return false }
        subgroup = Array(digits.dropFirst(3 - blanks))
        return take(mainGroup: digits.prefix(3 - blanks))
    }

    private mutating func take(mainGroup digits: ArraySlice<UInt8>) -> Bool {
        let digits = Array(digits.withoutLeadingZeros)
        guard digits.count <= 4, digits != [0x30] else { return false }
        mainGroup = digits
        return true
    }

    /// Whether what follows a symbol is version, level, position or nothing: `(2006.01)I`, `20060101AFI`.
    private static func isVersion(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first else { return true }
        if first == UInt8(ascii: "(") || first == UInt8(ascii: "[") { return true }
        guard first == UInt8(ascii: " ") else { return false }
        let next = rest.drop { $0 == UInt8(ascii: " ") }
        let digits = next.prefix { $0.isDigit }.count
        return next.isEmpty || digits >= 8 || next.first == UInt8(ascii: "(") || next.first == UInt8(ascii: "[")
    }
}
