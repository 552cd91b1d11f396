import CICU

/// Our own rules about characters, on top of Unicode's data.
enum CharacterRules {
    /// Whether a page of 256 code points may hold Han characters (radicals, ideographs, compatibility, planes 2 and 3).
    static func mayHoldHan(page: Int) -> Bool {
        (0x2E...0x9F).contains(page) || (0xF9...0xFA).contains(page) || (0x200...0x3FF).contains(page)
    }

    /// The kind of a character that is not folded by Unicode's data, nil for all others.
    ///
    /// Trade mark signs would become letters (`Teflon™` = `teflontm`), so they are separators.
    static func fixedKind(_ scalar: UInt32) -> CharacterKind? {
        switch scalar {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: .lineEnd
        case 0x3002, 0xFF61, 0xFF01, 0xFF1F: .hardEnd
        case 0x2122, 0x2120: .separator
        default: nil
        }
    }

    /// The folded form of a character with a fixed kind.
    static func fixedFold(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xFF61: 0x3002
        case 0xFF01: 0x21
        case 0xFF1F: 0x3F
        default: scalar
        }
    }

    /// The kind of a folded character.
    static func kind(_ scalar: UInt32) -> CharacterKind {
        switch scalar {
        case 0x2D, 0x2010, 0x2011: return .hyphen
        case 0x27, 0x2019, 0x02BC: return .apostrophe
        case 0x2E: return .fullStop
        case 0x21, 0x3F: return .softEnd
        case 0x3A, 0x3B: return .clauseEnd
        case 0x30FC: return .katakana
        default: break
        }
        if let fixed = fixedKind(scalar) { return fixed }
        if cicu_is_white_space(scalar) { return .space }
        let category = cicu_general_category(scalar)
        // Letters (1-5) and marks that spell (6, 8); an enclosing mark (7) is a symbol.
        let isLetterOrMark = (1...6).contains(category) || category == 8
        let isNumeral = (9...11).contains(category)
        switch cicu_script(scalar) {
        case 1 where isLetterOrMark || isNumeral: return .han
        case 2 where isLetterOrMark: return .hiragana
        case 3 where isLetterOrMark: return .katakana
        case 4 where isLetterOrMark: return .hangul
        default: return isLetterOrMark ? .letter : isNumeral ? .digit : .separator
        }
    }

    /// Whether a scalar is a Han character to the analysis.
    static func isHan(_ scalar: UInt32) -> Bool {
        scalar >= 0x2E80 && kind(scalar) == .han
    }

    /// Letters with a stroke and ligatures that Unicode does not decompose.
    static func baseLetter(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x00F8: 0x6F  // ø
        case 0x0111: 0x64  // đ
        case 0x0127: 0x68  // ħ
        case 0x0131: 0x69  // ı
        case 0x0142: 0x6C  // ł
        case 0x0167: 0x74  // ŧ
        default: scalar
        }
    }

    /// The form of a Han character that is not ICU's simplified one, nil for all others.
    ///
    /// ICU also maps a few characters that are themselves standard in simplified Chinese to near synonyms (俱 to 具); those
    /// stay as they are. 苎 and 苧 swap meanings between the two scripts and fold to one.
    static func keepsForm(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x4FF1, 0x5412, 0x59CA, 0x7B9D, 0x8DE4, 0x962A: scalar  // 俱 吒 姊 箝 跤 阪
        case 0x82CE, 0x82E7, 0x85B4: 0x82CE  // 苎 苧 薴
        default: nil
        }
    }
}
