/// An administrative division of mainland China, Hong Kong, Macao or Taiwan by its code.
///
/// Provinces and prefectures are in the table of this module; a county is known by its digits and the unit above it.
///
/// **Source** GB/T 2260.
package struct RegionCode: Hashable, Sendable {
    /// The level of a division.
    package enum Level: String, Hashable, Sendable, CaseIterable {
        case province, prefecture, county

        /// The level in words.
        package var words: Bilingual {
            switch self {
            case .province: Bilingual("省级", "province")
            case .prefecture: Bilingual("地级", "prefecture")
            case .county: Bilingual("县级", "county")
            }
        }
    }

    /// The six digits.
    package let digits: String

    /// Reads a code of two, four or six digits, or a name: 陕西省西安市, 西安, Shaanxi; nil for what names no division.
    ///
    /// A bare name that a province and a prefecture have is the province.
    package init?(_ text: String) {
        let isCode = text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
        guard let code = isCode ? Self.whole(text) : Self.byName[text.lowercased()] ?? Self.inner(text) else {
            return nil
        }
        digits = code
    }

    /// Six digits of a code that the table does not contradict.
    private static func whole(_ code: String) -> String? {
        guard [2, 4, 6].contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            Province(code: code) != nil
        else { return nil }
        let digits = code + String(repeating: "0", count: 6 - code.utf8.count)
        let isPrefecture = digits.hasSuffix("00") && !digits.hasSuffix("0000")
        return isPrefecture && Prefecture(code: digits) == nil ? nil : digits
    }

    /// Which level it is of.
    package var level: Level {
        digits.hasSuffix("0000") ? .province : digits.hasSuffix("00") ? .prefecture : .county
    }

    /// The provincial unit it is or lies in.
    package var province: Province? { Province(code: digits) }

    /// The prefecture it is or lies in; nil for a province and what stands directly under one.
    package var prefecture: Prefecture? {
        level == .province ? nil : Prefecture(code: String(digits.prefix(4)))
    }

    /// The division directly above it; nil for a province.
    package var above: RegionCode? {
        guard level != .province else { return nil }
        let unit = level == .county ? prefecture?.code : nil
        return (unit ?? province?.code).flatMap { RegionCode($0) }
    }

    /// The digits of the division and of all those above it, itself first.
    package var levels: [String] { [digits] + (above?.levels ?? []) }

    /// The full name with that of the province before it, 陕西省西安市; a county that the table lacks has its code behind it.
    package var words: Bilingual {
        guard let province else { return Bilingual(digits, digits) }
        let english = TerritoryName.shown(province.words.en, language: "en")
        if level == .province { return Bilingual(province.name, english) }
        if let unit = Prefecture(code: digits) {
            return Bilingual(province.name + unit.name, "\(unit.name), \(english)")
        }
        let above = prefecture?.name ?? ""
        return Bilingual(
            province.name + above + " " + digits,
            "\(above.isEmpty ? "" : above + " ")\(digits), \(english)"
        )
    }

    private static let byName: [String: String] = {
        var names: [String: String] = [:]
        for province in Province.all {
            for name in [province.name, province.words.zh, province.words.en] {
                names[name.lowercased()] = province.code
            }
        }
        for unit in Prefecture.all {
            for name in [unit.name, unit.short] where names[name] == nil { names[name] = unit.code }
        }
        return names
    }()

    /// A prefecture behind the name of its province.
    private static func inner(_ text: String) -> String? {
        for province in Province.all {
            for name in [province.name, province.words.zh] where text.hasPrefix(name) {
                let rest = text.dropFirst(name.count)
                if let unit = Prefecture.all(in: province).first(where: { $0.name == rest || $0.short == rest }) {
                    return unit.code
                }
            }
        }
        return nil
    }
}
