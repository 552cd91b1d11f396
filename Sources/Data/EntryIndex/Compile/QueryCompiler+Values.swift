import Domain
import Index
import Query

/// Classes and listed values.
extension QueryCompiler {
    // MARK: Classes

    func symbol(_ symbol: Expression.Symbol, _ field: Field?, at range: SourceRange) throws(QueryFailure) -> QueryTree {
        guard let field else {
            var parts = Self.boxSchemes(symbol.text).map { labels(symbol, $0, "").tree }
            parts.append(try term(Self.word(symbol), nil, at: range))
            return .or(parts)
        }
        guard let (column, prefix) = field.labelColumn else {
            note(.fieldWithoutData(field))
            return .none
        }
        let asked = labels(symbol, column, prefix)
        ask(asked)
        return asked.tree
    }

    /// The columns whose symbols are written like this one.
    private static func boxSchemes(_ text: String) -> [Column] {
        guard let first = text.utf8.first, first > 0x39 else { return [.locarno] }
        return first == UInt8(ascii: "Y") ? [.cpc] : [.ipc, .cpc]
    }

    /// What texts are searched for; a main group is also written without its `/00`.
    private static func word(_ symbol: Expression.Symbol) -> Expression.Term {
        guard case .word(let text) = symbol.asTerm, text.hasSuffix("/00") else { return symbol.asTerm }
        return .word(String(text.dropLast(3)))
    }

    private func labels(_ symbol: Expression.Symbol, _ column: Column, _ prefix: String) -> AskedClass {
        let text = Array((prefix + symbol.text).utf8)
        func asked(_ labels: LabelSelection...) -> AskedClass {
            AskedClass(symbol: symbol.text, column: column, labels: labels)
        }
        func starting(_ more: String = "") -> LabelSelection { .prefix(text + Array(more.utf8)) }
        let exact = LabelSelection.exact([text])
        switch (symbol.reach, column) {
        case (.exact, _): return asked(exact)
        case (.beginning, _): return asked(starting())
        case (.subtree, .ipc), (.subtree, .cpc):
            guard let slash = symbol.text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
                // Section, class and subclass have four characters at most; more is a main group.
                return asked(starting(symbol.text.utf8.count > 4 ? "/" : ""))
            }
            let subgroup = symbol.text.utf8[symbol.text.utf8.index(after: slash)...]
            if subgroup.allSatisfy({ $0 == UInt8(ascii: "0") }) {
                return asked(.prefix(Array(symbol.text.utf8[...slash])))
            }
            note(.classByDigits(symbol.text))
            return asked(starting())
        case (.subtree, .locarno): return asked(exact, starting("-"))
        case (.subtree, .vienna): return asked(exact, starting("."))
        case (.subtree, _): return asked(exact)
        }
    }

    /// The records that have any of some classes of IPC, as fields of technology are made of them.
    func classes(_ symbols: [String]) -> QueryTree {
        .or(symbols.map { labels(Expression.Symbol($0), .ipc, "").tree })
    }

    // MARK: Listed values

    func value(_ term: Expression.Term, _ field: Field, at range: SourceRange) throws(QueryFailure) -> QueryTree {
        let typed = term.plainText
        switch field {
        case .legalStatus:
            // A state decides: 有效 is no word of 有效期届满.
            if let state = Self.state(named: typed) { return Self.label(state, in: .state) }
            return try text(term, [.standing], marks: false, at: range)
        case .inventionType:
            let rights = Self.rights(named: typed)
            guard !rights.isEmpty else { return unknown(field, typed) }
            return .ordinals(column: Column.right.rawValue, .exact(rights.map { Array($0.rawValue.utf8) }))
        case .country, .publicationCountry:
            return country(typed, .country) ?? unknown(field, typed)
        case .region:
            return region(typed) ?? unknown(field, typed)
        case .applicantOrigin:
            return region(typed) ?? country(typed, .origin) ?? unknown(field, typed)
        case .technology:
            guard let symbols = TechnologyFieldTable.ipc(of: typed) else { return unknown(field, typed) }
            return classes(symbols)
        default:
            guard let (column, _) = field.labelColumn else {
                note(.fieldWithoutData(field))
                return .none
            }
            // A code stands for all codes below it, as C39 for C3985.
            return .ordinals(column: column.rawValue, .prefix(Array(NumberTerm.bare(typed).utf8)))
        }
    }

    private func country(_ typed: String, _ column: Column) -> QueryTree? {
        CountryCode(named: typed).map { Self.label($0.code, in: column) }
    }

    /// A division by its name or its code of two, four or six digits.
    private func region(_ typed: String) -> QueryTree? {
        let isCode = typed.utf8.allSatisfy { (0x30...0x39).contains($0) }
        var code: String
        if isCode {
            guard let province = Province(code: typed) else { return nil }
            guard typed.utf8.count == 2 || Prefecture(code: typed) != nil || province.code.hasPrefix(typed) else {
                return nil
            }
            code = typed
        } else {
            guard let found = RecognisedRegion.find(address: typed)?.code else { return nil }
            code = found
        }
        // 440000 is the province and all its prefectures, 440300 one of them.
        while code.utf8.count > 2, code.hasSuffix("00") { code.removeLast(2) }
        return .ordinals(column: Column.region.rawValue, .prefix(Array(code.utf8)))
    }

    private func unknown(_ field: Field, _ typed: String) -> QueryTree {
        note(.unknownValue(field, typed))
        return .none
    }

    /// The name of a legal state given by its name or its words.
    private static func state(named typed: String) -> String? {
        let folded = typed.lowercased()
        return LegalState.names.first {
            $0.name.lowercased() == folded || $0.words.zh == typed || $0.words.en.lowercased() == folded
        }?.name
    }

    /// The kinds of right that a word or the national system's letter means.
    private static func rights(named typed: String) -> [RightKind] {
        switch typed.uppercased() {
        case "I", "A", "B", "发明", "发明专利", "INVENTION": [.patent]
        case "U", "Y", "实用新型", "新型", "UTILITY MODEL", "UTILITYMODEL": [.utilityModel]
        case "D", "S", "外观", "外观设计", "DESIGN": [.design]
        case "T", "商标", "TRADEMARK", "MARK": [.trademark]
        case "G", "GI", "地理标志": [.gi]
        case "L", "布图设计", "集成电路布图设计", "LAYOUT": [.layout]
        case "专利", "PATENT": [.patent, .utilityModel, .design]
        default: []
        }
    }
}
