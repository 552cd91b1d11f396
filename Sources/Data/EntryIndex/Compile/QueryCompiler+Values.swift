import Domain
import Index
import Query

/// Numbers, dates, classes and listed values.
extension QueryCompiler {
    // MARK: Numbers

    func number(_ number: Expression.Number, _ field: Field?, at range: SourceRange) throws(QueryFailure) -> QueryTree {
        let kinds = field?.numberKinds ?? Field.boxNumbers
        if let field, kinds.isEmpty { notes.append(.fieldWithoutData(field)) }
        var parts = kinds.map { tree(number, $0) }
        if field == nil, number.isAlsoText {
            parts.append(try term(.phrase(number.text), nil, at: range))
        }
        return .or(parts)
    }

    private func tree(_ number: Expression.Number, _ kind: NumberTerm.Kind) -> QueryTree {
        let fields = TextField.numbers.mask
        let bare = NumberTerm.bare(number.text)
        let prefix = NumberTerm.prefix(kind)
        switch number.reach {
        case .whole:
            var forms: Set<String> = [bare]
            if bare.hasPrefix("ZL") { forms.insert(String(bare.dropFirst(2))) }
            if kind != .publication, let application = number.application {
                // The record is found whether its source printed the check digit or not, and whatever was typed.
                forms.formUnion(application.lookupKeys)
                forms.insert("CN" + application.digits)
            }
            if kind == .publication, let publication = PublicationNumber.read(number.text) {
                forms.formUnion(publication.lookupKeys)
            }
            return .anyOf(forms.sorted().map { NumberTerm.term(kind, $0) }, fields: fields)
        case .beginning:
            return .expand(.prefix(NumberTerm.term(kind, bare)), fields: fields)
        case .ending:
            return .expand(Pattern([.bytes(prefix), .any(maximum: nil), .bytes(Array(bare.utf8))]), fields: fields)
        case .containing:
            return .expand(
                Pattern([.bytes(prefix), .any(maximum: nil), .bytes(Array(bare.utf8)), .any(maximum: nil)]),
                fields: fields
            )
        }
    }

    // MARK: Dates

    func date(_ period: Expression.DateRange, _ field: Field?) -> QueryTree {
        let columns = field?.dateColumns ?? Field.boxDates
        if let field, columns.isEmpty { notes.append(.fieldWithoutData(field)) }
        return .or(
            columns.map { column in
                column.isNumber
                    ? .numbers(column: column.rawValue, period.numbers)
                    : .ordinals(
                        column: column.rawValue,
                        .range(
                            low: IndexedFacts.label(period.numbers.lowerBound),
                            high: IndexedFacts.label(period.numbers.upperBound)
                        )
                    )
            }
        )
    }

    // MARK: Classes

    func symbol(_ symbol: Expression.Symbol, _ field: Field?, at range: SourceRange) throws(QueryFailure) -> QueryTree {
        guard let field else {
            var parts = Self.boxSchemes(symbol.text).map { labels(symbol, $0, "") }
            parts.append(try term(symbol.asTerm, nil, at: range))
            return .or(parts)
        }
        guard let (column, prefix) = field.labelColumn else {
            notes.append(.fieldWithoutData(field))
            return .none
        }
        return labels(symbol, column, prefix)
    }

    /// The columns whose symbols are written like this one.
    private static func boxSchemes(_ text: String) -> [Column] {
        if IPCSymbol.read(text) != nil || CPCSymbol.read(text) != nil { return [.ipc, .cpc] }
        if LocarnoSymbol.read(text) != nil { return [.locarno] }
        if ViennaCode.read(text) != nil { return [.vienna] }
        return []
    }

    private func labels(_ symbol: Expression.Symbol, _ column: Column, _ prefix: String) -> QueryTree {
        let text = Array((prefix + symbol.text).utf8)
        func starting(_ more: String) -> QueryTree {
            .ordinals(column: column.rawValue, .prefix(text + Array(more.utf8)))
        }
        let exact = QueryTree.ordinals(column: column.rawValue, .exact([text]))
        switch symbol.reach {
        case .exact: return exact
        case .beginning: return starting("")
        case .subtree: break
        }
        switch column {
        case .ipc, .cpc:
            guard let slash = symbol.text.firstIndex(of: "/") else {
                // Section, class and subclass have four characters at most; more is a main group.
                return starting(symbol.text.utf8.count > 4 ? "/" : "")
            }
            let subgroup = symbol.text[symbol.text.index(after: slash)...]
            if subgroup.allSatisfy({ $0 == "0" }) {
                let group = Array(symbol.text[...slash].utf8)
                return .ordinals(column: column.rawValue, .prefix(group))
            }
            notes.append(.classByDigits(symbol.text))
            return starting("")
        case .locarno: return .or([exact, starting("-")])
        case .vienna: return .or([exact, starting(".")])
        default: return exact
        }
    }

    // MARK: Listed values

    func value(_ term: Expression.Term, _ field: Field, at range: SourceRange) throws(QueryFailure) -> QueryTree {
        let typed = term.plainText
        switch field {
        case .legalStatus:
            let state = Self.state(named: typed).map { Self.label($0, in: .state) } ?? .none
            return .or([state, try text(term, [.standing], at: range)])
        case .inventionType:
            let rights = Self.rights(named: typed)
            if rights.isEmpty { notes.append(.unknownValue(field, typed)) }
            return .or(rights.map { Self.label($0.rawValue, in: .right) })
        case .country, .publicationCountry:
            return country(typed, .country, field)
        case .region:
            return region(typed, .region) ?? unknown(field, typed)
        case .applicantOrigin:
            return region(typed, .region) ?? country(typed, .origin, field)
        default:
            guard let (column, _) = field.labelColumn else {
                notes.append(.fieldWithoutData(field))
                return .none
            }
            let bare = Array(typed.filter { $0 != "+" && $0 != "*" }.utf8)
            // A code stands for all codes below it, as C39 for C3985.
            return .ordinals(column: column.rawValue, .prefix(bare))
        }
    }

    private func country(_ typed: String, _ column: Column, _ field: Field) -> QueryTree {
        guard let code = CountryCode(reading: typed) ?? CountryCode(named: typed) else { return unknown(field, typed) }
        return Self.label(code.code, in: column)
    }

    private func region(_ typed: String, _ column: Column) -> QueryTree? {
        let code =
            typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) && [2, 4, 6].contains(typed.utf8.count)
            ? typed : RecognisedRegion.find(address: typed)?.code
        guard var code, Province(code: String(code.prefix(2))) != nil else { return nil }
        // 440000 is the province and all its prefectures, 440300 one of them.
        while code.utf8.count > 2, code.hasSuffix("00") { code.removeLast(2) }
        return .ordinals(column: column.rawValue, .prefix(Array(code.utf8)))
    }

    private func unknown(_ field: Field, _ typed: String) -> QueryTree {
        notes.append(.unknownValue(field, typed))
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
