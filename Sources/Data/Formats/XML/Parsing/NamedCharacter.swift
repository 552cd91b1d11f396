import CXML
import Foundation

/// The characters that documents call by name without bringing the list of names along.
enum NamedCharacter {
    /// The text that an entity name stands for; nil for a name that no list read here knows.
    ///
    /// Known are the names of HTML 4, the letters with accents of the ISO sets (`ccaron`, `Sacute`), and their
    /// punctuation (`lsqb`).
    static func text(named name: String) -> String? {
        if let known = punctuation[name] { return known }
        if let value = html(name), let scalar = Unicode.Scalar(value) { return String(scalar) }
        return accented(name)
    }

    private static func html(_ name: String) -> UInt32? {
        let value = unsafe cxml_html_character(Array(name.utf8) + [0])
        return value == 0 ? nil : value
    }

    /// One letter and the name of an accent: `ccaron` is c with caron.
    private static func accented(_ name: String) -> String? {
        guard let letter = name.first, letter.isASCII, letter.isLetter,
            let accent = accents[String(name.dropFirst())]
        else { return nil }
        let composed = (String(letter) + String(accent)).precomposedStringWithCanonicalMapping
        return composed.unicodeScalars.count == 1 ? composed : nil
    }

    private static let accents: [String: Unicode.Scalar] = [
        "grave": "\u{300}", "acute": "\u{301}", "circ": "\u{302}", "tilde": "\u{303}", "macr": "\u{304}",
        "breve": "\u{306}", "dot": "\u{307}", "uml": "\u{308}", "ring": "\u{30A}", "dblac": "\u{30B}",
        "caron": "\u{30C}", "cedil": "\u{327}", "ogon": "\u{328}",
    ]

    private static let punctuation: [String: String] = [
        "apos": "'", "lsqb": "[", "rsqb": "]", "lcub": "{", "rcub": "}", "lpar": "(", "rpar": ")", "ast": "*",
        "plus": "+", "equals": "=", "comma": ",", "period": ".", "colon": ":", "semi": ";", "excl": "!",
        "quest": "?", "num": "#", "dollar": "$", "percnt": "%", "sol": "/", "bsol": "\\", "lowbar": "_",
        "verbar": "|", "commat": "@", "hyphen": "-", "dash": "\u{2010}", "horbar": "\u{2015}",
        "lstrok": "\u{142}", "Lstrok": "\u{141}", "dstrok": "\u{111}", "Dstrok": "\u{110}",
        "inodot": "\u{131}", "kgreen": "\u{138}", "tstrok": "\u{167}", "Tstrok": "\u{166}",
    ]
}
