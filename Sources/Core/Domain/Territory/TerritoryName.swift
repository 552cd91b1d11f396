/// How names of countries and regions in free text are shown.
package enum TerritoryName {
    /// A name as a page shows it: 香港 and "HONG KONG" become 中国香港 or "Hong Kong, China".
    ///
    /// Only a text that is nothing but a name of Hong Kong, Macao or Taiwan changes; the source keeps its own print.
    package static func shown(_ text: String, language: String) -> String {
        let code = variants[folded(text)] ?? text
        guard ["HK", "MO", "TW"].contains(code), let country = CountryCode(reading: code) else { return text }
        return country.words.text(in: language)
    }

    /// Names and codes as they are met in sources, folded, with their code.
    static let variants: [String: String] = [
        "hk": "HK", "香港": "HK", "中国香港": "HK", "香港特别行政区": "HK", "中国香港特别行政区": "HK", "hongkong": "HK",
        "hongkongchina": "HK", "hongkongsar": "HK", "hongkongsarchina": "HK", "中國香港": "HK", "香港特別行政區": "HK",
        "mo": "MO", "澳门": "MO", "中国澳门": "MO", "澳门特别行政区": "MO", "中国澳门特别行政区": "MO", "macao": "MO",
        "macau": "MO", "macaochina": "MO", "macauchina": "MO", "macaosar": "MO", "macausar": "MO", "澳門": "MO",
        "tw": "TW", "台湾": "TW", "中国台湾": "TW", "台湾省": "TW", "中国台湾省": "TW", "台灣": "TW", "臺灣": "TW", "taiwan": "TW",
        "taiwanchina": "TW", "taiwanprovinceofchina": "TW", "chinesetaipei": "TW", "中国台北": "TW", "台湾地区": "TW",
        "中国台湾地区": "TW", "taiwanroc": "TW", "republicofchina": "TW", "taiwanprovince": "TW",
        "美利坚合众国": "US", "usa": "US", "unitedstates": "US", "大不列颠": "GB", "uk": "GB", "greatbritain": "GB",
        "southkorea": "KR", "大韩民国": "KR", "northkorea": "KP", "russia": "RU", "俄罗斯联邦": "RU", "vietnam": "VN",
        "turkey": "TR", "czechrepublic": "CZ", "捷克共和国": "CZ", "中华人民共和国": "CN", "peoplesrepublicofchina": "CN",
        "prchina": "CN", "欧盟": "EU", "epo": "EP", "wipo": "WO",
    ]

    /// A name without case, blanks and punctuation.
    static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            folded += scalar.properties.lowercaseMapping
        }
        return folded
    }
}
