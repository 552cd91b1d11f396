import CICU

/// What the tokens of an index depend on; an index made under another version is made anew, never mixed.
public enum AnalysisVersion {
    /// The number of our own rules: raised by every change that can change a token.
    public static let rules = 1

    /// Rules, ICU, Unicode and Snowball in one line, as `rules 1, icu 72.1, unicode 15.0, snowball 1a2b3c4d`.
    ///
    /// Snowball's library does not tell its version, so its part is a checksum over the stems of a list of words.
    public static let current: String = {
        var icu: [UInt8] = [0, 0, 0, 0]
        var unicode: [UInt8] = [0, 0, 0, 0]
        // The function writes four bytes to each.
        unsafe cicu_versions(&icu, &unicode)
        return "rules \(rules), icu \(icu[0]).\(icu[1]), unicode \(unicode[0]).\(unicode[1]), snowball \(snowball())"
    }()

    private static let probes = [
        "batteries", "organization", "sensing", "generously", "dying", "skies", "conditional", "hopefulness", "news",
        "electrical", "electricity", "emitted", "university", "relational", "agreed", "controlling", "succeed",
    ]

    /// FNV-1a over the stems of the probes.
    private static func snowball() -> String {
        let stemmer = Stemmer()
        var hash: UInt32 = 0x811C_9DC5
        for probe in probes {
            for byte in stemmer(probe.utf8) + [0] { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
