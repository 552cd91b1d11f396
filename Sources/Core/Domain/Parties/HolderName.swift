/// What two prints of a holder's name have in common, step by step.
///
/// The legal form of a company, a place in brackets and a place in front of the name differ between prints of one holder;
/// they also differ between two companies of a group. So equal names are proposals for a person, never a fact.
package struct HolderName: Hashable, Sendable {
    /// Without case, width, blanks between Han characters and punctuation; see ``PartyName/key(_:)``.
    package let key: String
    /// Without its legal form: 有限公司, 株式会社, `Co., Ltd.`, `GmbH`.
    package let withoutForm: String
    /// Also without brackets and, of a company, a place in front: 华为技术 of 深圳市华为技术（中国）有限公司.
    ///
    /// 上海市第一人民医院 keeps its place: without it, it would be that of any city.
    package let core: String

    /// Takes a name apart.
    package init(_ name: String) {
        key = PartyName.key(name)
        withoutForm = Self.withoutForm(key)
        let outside = PartyName.key(Self.outsideBrackets(name))
        let formless = Self.withoutForm(outside)
        let bare = formless == outside ? outside : Self.withoutPlace(formless)
        core = bare.isEmpty ? withoutForm : bare
    }

    /// Why two names may be one holder's; nil where nothing says so.
    package func likeness(to other: HolderName) -> Likeness? {
        if key == other.key { return .spelling }
        if withoutForm == other.withoutForm { return .form }
        return core == other.core ? .place : nil
    }

    /// Why two names may be one holder's, the surest first.
    package enum Likeness: String, Sendable, Hashable, CaseIterable {
        /// They differ in case, width, blanks or punctuation.
        case spelling
        /// They differ in the legal form.
        case form
        /// They differ in a place or what else stands in brackets.
        case place
    }

    private static func outsideBrackets(_ name: String) -> String {
        var depth = 0
        var kept = ""
        for character in name {
            if "（([【〔".contains(character) { depth += 1 }
            if depth == 0 { kept.append(character) }
            if "）)]】〕".contains(character) { depth = max(0, depth - 1) }
        }
        return kept
    }

    private static func withoutForm(_ key: String) -> String {
        guard key.unicodeScalars.contains(where: \.isHan) else {
            var words = key.split(separator: " ")
            while words.count > 1, let last = words.last, latinForms.contains(String(last)) { words.removeLast() }
            if words.count > 1, words.first == "the" { words.removeFirst() }
            return words.joined(separator: " ")
        }
        var rest = key
        while let form = hanForms.first(where: { rest.hasSuffix($0) && rest.count >= $0.count + fewestCharacters }) {
            rest.removeLast(form.count)
        }
        for form in hanFronts where rest.hasPrefix(form) && rest.count >= form.count + fewestCharacters {
            rest.removeFirst(form.count)
        }
        return rest
    }

    /// Without a province and a city in front, 广东省深圳市; 市政 is no end of one.
    private static func withoutPlace(_ name: String) -> String {
        var rest = Substring(name)
        for end in ["省", "市"] as [Character] {
            guard let place = rest.prefix(longestPlace).firstIndex(of: end) else { continue }
            let after = rest[rest.index(after: place)...]
            let isPlace = rest.distance(from: rest.startIndex, to: place) >= 2 && after.first != "政"
            if isPlace, after.count >= fewestCharacters { rest = after }
        }
        return String(rest)
    }

    /// A name keeps two characters at least.
    private static let fewestCharacters = 2
    /// Characters within which the name of a place in front ends.
    private static let longestPlace = 5

    private static let hanForms = [
        "股份有限公司", "有限责任公司", "有限公司", "股份公司", "总公司", "集团公司", "公司", "集团", "株式会社", "有限会社",
        "合同会社", "普通合伙", "有限合伙", "股份",
    ]
    private static let hanFronts = ["株式会社", "有限会社"]
    private static let latinForms: Set<String> = [
        "inc", "incorporated", "ltd", "limited", "co", "corp", "corporation", "company", "llc", "llp", "lp", "plc",
        "gmbh",
        "mbh", "ag", "kg", "kgaa", "se", "sa", "sas", "sarl", "spa", "srl", "bv", "nv", "ab", "oy", "oyj", "as", "asa",
        "kk",
        "kabushiki", "kaisha", "pty", "pte", "bhd", "and",
    ]
}
