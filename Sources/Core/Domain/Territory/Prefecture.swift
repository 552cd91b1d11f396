/// A prefecture-level unit, or a county that stands directly under its province.
package struct Prefecture: Hashable, Sendable {
    /// Six digits; the last two are 00 for a prefecture.
    package let code: String
    /// The full Chinese name, 南京市 or 恩施土家族苗族自治州.
    package let name: String
    /// The Chinese name as people say it, 南京 or 恩施.
    package let short: String

    /// All units in the order of their codes, counties after the prefectures of their province.
    package static let all: [Prefecture] = PrefectureTable.lines.split(separator: "\n").flatMap { line in
        let words = line.split(separator: " ")
        return words.dropFirst().map { Prefecture(province: words[0], entry: $0) }
    }

    /// The unit with this code, of four or six digits.
    package init?(code: String) {
        guard let unit = Self.byCode[code.utf8.count == 4 ? code + "00" : code] else { return nil }
        self = unit
    }

    /// The province the unit belongs to.
    package var province: Province? { Province(code: code) }

    /// Units of one province.
    package static func all(in province: Province) -> [Prefecture] {
        all.filter { $0.code.hasPrefix(province.code.prefix(2)) }
    }

    private init(province: Substring, entry: Substring) {
        let digits = entry.prefix { $0.isASCII }
        let names = entry.dropFirst(digits.count).split(separator: "=")
        code = province + digits + (digits.count == 2 ? "00" : "")
        let name = names.first.map(String.init) ?? ""
        self.name = name
        let endings = ["地区", "市", "盟"]
        let cut = endings.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
        short = names.count > 1 ? String(names[1]) : cut
    }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}
