import Foundation

/// The units that a number may stand before with a blank between them and still be one word with it: `5 mm` is `5mm`.
enum MeasureUnit {
    /// Whether a word is a unit, in any case and width.
    static func isOne(_ word: String) -> Bool {
        word.utf8.count <= 12 && symbols.contains(word.precomposedStringWithCompatibilityMapping.lowercased())
    }

    /// Symbols of the SI and of units used with it (GB 3100-1993), lower case; the inch is left out, as `in` is a word.
    private static let symbols: Set<String> = [
        // Length, area, volume.
        "m", "mm", "cm", "dm", "km", "μm", "um", "nm", "pm", "m2", "mm2", "cm2", "m3", "mm3", "cm3",
        "l", "ml", "μl", "ul", "dl",
        // Mass, amount, concentration.
        "g", "kg", "mg", "μg", "ug", "ng", "t", "mol", "mmol", "μmol", "ppm", "ppb", "wt",
        // Time and frequency.
        "s", "ms", "μs", "ns", "min", "h", "d", "hz", "khz", "mhz", "ghz", "thz", "rpm",
        // Electricity and light.
        "v", "mv", "kv", "μv", "a", "ma", "μa", "w", "mw", "kw", "gw", "wh", "kwh", "ah", "mah", "ω", "kω", "mω",
        "f", "μf", "nf", "pf", "mh", "lm", "lx", "cd", "db", "dbm",
        // Force, pressure, energy, temperature.
        "n", "kn", "pa", "kpa", "mpa", "gpa", "j", "kj", "mj", "ev", "kev", "mev", "k", "°c", "°f", "bar",
        // Information.
        "kb", "mb", "gb", "tb", "bit", "bps", "kbps", "mbps", "gbps",
        "毫米", "厘米", "米", "千米", "微米", "纳米", "毫克", "克", "千克", "公斤", "吨", "毫升", "升", "秒", "分钟", "小时", "天",
        "伏", "安", "瓦", "千瓦", "度", "摄氏度",
    ]
}
