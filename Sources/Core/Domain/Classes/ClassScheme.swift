/// A classification through which people find records.
package enum ClassScheme: String, Hashable, Sendable, CaseIterable {
    /// The International Patent Classification.
    case ipc
    /// The Cooperative Patent Classification.
    case cpc
    /// WIPO's 35 fields of technology, each made of IPC symbols.
    case field
    /// The national economic classification of China, GB/T 4754.
    case industry
    /// The Locarno Classification of designs.
    case locarno
    /// The Nice Classification of goods and services, with the similar groups of the Chinese table.
    case nice
    /// The Vienna Classification of figurative elements.
    case vienna
    /// Provinces and prefectures of China, GB/T 2260.
    case region

    /// The scheme's name.
    package var words: Bilingual {
        switch self {
        case .ipc: Bilingual("国际专利分类（IPC）", "International Patent Classification (IPC)")
        case .cpc: Bilingual("联合专利分类（CPC）", "Cooperative Patent Classification (CPC)")
        case .field: Bilingual("35 个技术领域", "35 fields of technology")
        case .industry: Bilingual("国民经济行业（GB/T 4754）", "Industries (GB/T 4754)")
        case .locarno: Bilingual("外观设计洛迦诺分类", "Locarno Classification of designs")
        case .nice: Bilingual("商标尼斯分类", "Nice Classification of goods and services")
        case .vienna: Bilingual("商标图形要素（维也纳分类）", "Vienna Classification of figurative elements")
        case .region: Bilingual("省和地市", "Provinces and prefectures")
        }
    }

    /// The scheme's short name, as it stands before a symbol.
    package var label: Bilingual {
        switch self {
        case .ipc: Bilingual("IPC", "IPC")
        case .cpc: Bilingual("CPC", "CPC")
        case .field: Bilingual("技术领域", "Technology")
        case .industry: Bilingual("行业", "Industry")
        case .locarno: Bilingual("洛迦诺", "Locarno")
        case .nice: Bilingual("尼斯", "Nice")
        case .vienna: Bilingual("维也纳", "Vienna")
        case .region: Bilingual("地区", "Region")
        }
    }

    // MARK: Symbols

    /// A symbol in the form in which it stands in tables, addresses and labels of the index; nil where the text is none.
    ///
    /// `H`, `H01`, `H01M`, `H01M10`, `H01M10/05` of IPC and CPC; `I`...`V` and `1`...`35` of the fields; `C`, `C38`,
    /// `C3841` of industries, which may be typed without the letter; `06`, `06-01`; `9`, similar group `0901` and item
    /// `090001`; `7`, `7.1`, `7.1.1`; six digits of a region.
    package func symbol(reading text: String) -> String? {
        switch self {
        case .ipc: return IPCSymbol.read(text).map { Self.group($0.text) }
        case .cpc: return CPCSymbol.read(text).map { Self.group($0.text) }
        case .locarno: return LocarnoSymbol.read(text)?.text
        case .vienna: return ViennaCode.read(text)?.text
        case .nice:
            let digits = FieldCharacters(text).withoutBlanks
            guard [4, 6].contains(digits.count), digits.allSatisfy(\.isDigit) else { return NiceClass.read(text)?.text }
            return digits.prefix(2).decimal.flatMap { NiceClass($0) } == nil ? nil : digits.text
        case .field:
            let symbol = FieldCharacters(text).withoutBlanks.text
            if TechnologyFieldTable.sectors.contains(where: { $0.symbol == symbol }) { return symbol }
            return Int(symbol).flatMap { (1...35).contains($0) ? String($0) : nil }
        case .industry: return Self.industry(FieldCharacters(text).lettersAndDigits)
        case .region:
            let digits = FieldCharacters(text).withoutBlanks.text
            if let unit = Prefecture(code: digits) { return unit.code }
            guard let province = Province(code: digits) else { return nil }
            return province.code.hasPrefix(digits) ? province.code : nil
        }
    }

    /// The symbol above, where it follows from the symbol itself; nil at the top, and for a field.
    package func parent(of symbol: String) -> String? {
        let length = symbol.utf8.count
        switch self {
        case .ipc, .cpc:
            if let slash = symbol.firstIndex(of: "/") { return String(symbol[..<slash]) }
            return length > 4 ? String(symbol.prefix(4)) : length > 3 ? String(symbol.prefix(3)) : Self.head(symbol, 1)
        case .locarno: return Self.head(symbol, 2)
        case .vienna: return symbol.lastIndex(of: ".").map { String(symbol[..<$0]) }
        case .nice: return length > 2 ? Int(symbol.prefix(2)).map(String.init) : nil
        case .industry: return length > 3 ? String(symbol.dropLast()) : Self.head(symbol, 1)
        case .region: return symbol.hasSuffix("0000") ? nil : symbol.prefix(2) + "0000"
        case .field: return nil
        }
    }

    /// Text whose order is the order of the scheme.
    func key(_ symbol: String) -> String {
        switch self {
        case .ipc, .cpc:
            guard symbol.utf8.count > 4 else { return symbol }
            let groups = symbol.dropFirst(4).split(separator: "/", maxSplits: 1)
            return symbol.prefix(4) + Self.padded(groups[0], 4) + groups.dropFirst().joined()
        case .vienna: return symbol.split(separator: ".").map { Self.padded($0, 2) }.joined()
        case .nice: return Self.padded(symbol[...], 2)
        case .field: return symbol.utf8.allSatisfy { $0 <= 0x39 } ? Self.padded(symbol[...], 2) : symbol
        case .industry, .locarno, .region: return symbol
        }
    }

    private static func padded(_ text: Substring, _ length: Int) -> String {
        String(repeating: "0", count: max(0, length - text.utf8.count)) + text
    }

    /// The beginning of a symbol; nil where it is no longer than that.
    private static func head(_ symbol: String, _ length: Int) -> String? {
        symbol.utf8.count > length ? String(symbol.prefix(length)) : nil
    }

    /// Without the blank, a main group without its `/00`.
    private static func group(_ text: String) -> String {
        let bare = String(decoding: text.utf8.filter { $0 != 0x20 }, as: UTF8.self)
        guard let slash = bare.firstIndex(of: "/"), bare[slash...].dropFirst().allSatisfy({ $0 == "0" }) else {
            return bare
        }
        return String(bare[..<slash])
    }

    /// `C3841`, with the letter of its section where that is missing.
    private static func industry(_ characters: [UInt8]) -> String? {
        let letter = characters.first.flatMap { $0.isLetter ? $0 : nil }
        let digits = characters.dropFirst(letter == nil ? 0 : 1)
        guard digits.count <= 4, digits.count != 1, digits.allSatisfy(\.isDigit) else { return nil }
        guard let division = digits.prefix(2).decimal else {
            return letter.flatMap { letter in
                IndustrySection.all.contains { $0.letter == letter } ? [letter].text : nil
            }
        }
        guard let section = IndustrySection.all.first(where: { $0.divisions.contains(division) }),
            letter == nil || letter == section.letter
        else { return nil }
        return [section.letter].text + digits.text
    }
}
