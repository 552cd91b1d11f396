/// One of the 34 provincial units of China.
///
/// Every list, filter and tile map shows all of them, also those without data.
///
/// **Source** GB/T 2260.
package struct Province: Hashable, Sendable {
    /// Six digits.
    package let code: String
    /// The full Chinese name, 江苏省.
    package let name: String
    /// The short names, 江苏 and Jiangsu.
    package let words: Bilingual
    /// The first day on which the unit existed in its present form; nil when it is older than any record.
    package let validFrom: PartialDate?
    /// The last day on which the unit existed; nil while it exists.
    package let validTo: PartialDate?

    /// All provincial units in the order of their codes.
    package static let all: [Province] = [
        Province("110000", "北京市", "北京", "Beijing"),
        Province("120000", "天津市", "天津", "Tianjin"),
        Province("130000", "河北省", "河北", "Hebei"),
        Province("140000", "山西省", "山西", "Shanxi"),
        Province("150000", "内蒙古自治区", "内蒙古", "Inner Mongolia"),
        Province("210000", "辽宁省", "辽宁", "Liaoning"),
        Province("220000", "吉林省", "吉林", "Jilin"),
        Province("230000", "黑龙江省", "黑龙江", "Heilongjiang"),
        Province("310000", "上海市", "上海", "Shanghai"),
        Province("320000", "江苏省", "江苏", "Jiangsu"),
        Province("330000", "浙江省", "浙江", "Zhejiang"),
        Province("340000", "安徽省", "安徽", "Anhui"),
        Province("350000", "福建省", "福建", "Fujian"),
        Province("360000", "江西省", "江西", "Jiangxi"),
        Province("370000", "山东省", "山东", "Shandong"),
        Province("410000", "河南省", "河南", "Henan"),
        Province("420000", "湖北省", "湖北", "Hubei"),
        Province("430000", "湖南省", "湖南", "Hunan"),
        Province("440000", "广东省", "广东", "Guangdong"),
        Province("450000", "广西壮族自治区", "广西", "Guangxi"),
        Province("460000", "海南省", "海南", "Hainan", from: PartialDate(year: 1988, month: 4, day: 13)),
        Province("500000", "重庆市", "重庆", "Chongqing", from: PartialDate(year: 1997, month: 3, day: 14)),
        Province("510000", "四川省", "四川", "Sichuan"),
        Province("520000", "贵州省", "贵州", "Guizhou"),
        Province("530000", "云南省", "云南", "Yunnan"),
        Province("540000", "西藏自治区", "西藏", "Xizang"),
        Province("610000", "陕西省", "陕西", "Shaanxi"),
        Province("620000", "甘肃省", "甘肃", "Gansu"),
        Province("630000", "青海省", "青海", "Qinghai"),
        Province("640000", "宁夏回族自治区", "宁夏", "Ningxia"),
        Province("650000", "新疆维吾尔自治区", "新疆", "Xinjiang"),
        Province("710000", "台湾省", "台湾", "Taiwan"),
        Province("810000", "香港特别行政区", "香港", "Hong Kong", from: PartialDate(year: 1997, month: 7, day: 1)),
        Province("820000", "澳门特别行政区", "澳门", "Macao", from: PartialDate(year: 1999, month: 12, day: 20)),
    ]

    /// The unit with a code of two, four or six digits, by its first two; nil for an unknown one.
    package init?(code: String) {
        guard [2, 4, 6].contains(code.utf8.count), let province = Self.byDigits[String(code.prefix(2))] else {
            return nil
        }
        self = province
    }

    /// The unit that delivers to a postcode of six digits, by its first two; nil for an unknown one.
    package init?(postcode: String) {
        let digits = FieldCharacters(postcode).bytes
        guard digits.count == 6, digits.allSatisfy(\.isDigit), let lead = digits.prefix(2).decimal else { return nil }
        if let special = ["999077": "81", "999078": "82", "999079": "71"][digits.text] {
            self.init(code: special)
        } else if let row = Self.postcodes.first(where: { $0.range.contains(lead) }) {
            self.init(code: row.code)
        } else {
            return nil
        }
    }

    /// Whether the unit existed on a day.
    package func isValid(on day: PartialDate) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }

    private init(_ code: String, _ name: String, _ zh: String, _ en: String, from: PartialDate? = nil) {
        self.code = code
        self.name = name
        words = Bilingual(zh, en)
        validFrom = from
        validTo = nil
    }

    private static let byDigits = Dictionary(uniqueKeysWithValues: all.map { (String($0.code.prefix(2)), $0) })

    /// First two digits of postcodes by province.
    private static let postcodes: [(range: ClosedRange<Int>, code: String)] = [
        (1...2, "15"), (3...4, "14"), (5...7, "13"), (10...10, "11"), (11...12, "21"), (13...13, "22"), (15...16, "23"),
        (20...20, "31"), (21...22, "32"), (23...24, "34"), (25...27, "37"), (30...30, "12"), (31...32, "33"),
        (33...34, "36"), (35...36, "35"), (40...40, "50"), (41...42, "43"), (43...44, "42"), (45...47, "41"),
        (51...52, "44"), (53...54, "45"), (55...56, "52"), (57...57, "46"), (61...64, "51"), (65...67, "53"),
        (71...72, "61"), (73...74, "62"), (75...75, "64"), (81...81, "63"), (83...84, "65"), (85...86, "54"),
    ]
}
