import Domain
import Index
import Query

/// What a typed number asks of the numbers of one kind; the counterpart of ``NumberForms``.
struct NumberQuestion {
    /// Records that match any of these have the number.
    private(set) var parts: [QueryTree] = []
    private let kind: NumberTerm.Kind
    private let fields = TextField.numbers.mask

    init(_ number: Expression.Number, _ kind: NumberTerm.Kind) {
        self.kind = kind
        var bare = NumberTerm.bare(number.text)
        // 专利号 is the application number of a Chinese patent.
        if bare.hasPrefix("ZL") { bare = "CN" + bare.dropFirst(2) }
        guard !bare.isEmpty else { return }
        switch number.reach {
        case .whole: addWhole(number.text, bare)
        case .beginning: addBeginning(number.text, bare)
        case .ending, .containing: addInner(bare, isAtEnd: number.reach == .ending)
        }
    }

    // MARK: Whole numbers

    private mutating func addWhole(_ typed: String, _ bare: String) {
        // Without what follows: a check digit is not asked for, so a wrong one finds the record too.
        var stems: Set<String> = readings(typed)
        var terms: Set<String> = []
        for number in Self.withCountry(bare) + Self.withCountry(NumberTerm.withoutLeadingZeros(bare)) {
            stems.insert(number)
        }
        if let (number, code) = NumberTerm.splitKind(bare) {
            for number in Self.withCountry(number) + Self.withCountry(NumberTerm.withoutLeadingZeros(number)) {
                terms.insert(number + NumberTerm.separator + code)
            }
        }
        if kind.isPublished, let read = PublicationNumber.read(typed) {
            let isCountryTyped = (bare.utf8.first ?? 0) > 0x39
            for number in isCountryTyped ? [read.country + read.number] : [read.country + read.number, read.number] {
                guard let code = read.kind else {
                    stems.insert(number)
                    continue
                }
                // A document whose source names no kind may be of any.
                terms.formUnion([number + NumberTerm.separator + code, number + NumberTerm.separator])
            }
        }
        parts += stems.sorted().map { stem in beginning(stem + NumberTerm.separator) }
        if !terms.isEmpty {
            parts.append(.anyOf(terms.sorted().map { NumberTerm.term(kind, $0) }, fields: fields))
        }
    }

    /// The application that the text reads as, in the form of the index.
    private func readings(_ typed: String) -> Set<String> {
        guard !kind.isPublished else { return [] }
        if let chinese = ApplicationNumber.read(typed) { return ["CN" + chinese.digits] }
        for text in [typed, "PCT" + typed] {
            if let id = RightNumber.applicationID(country: nil, number: text), id.hasPrefix("PCT") { return [id] }
        }
        return []
    }

    /// A number as typed and, where it does not begin so, as a Chinese one; a country's letters may be the number's own.
    private static func withCountry(_ number: String) -> [String] {
        number.hasPrefix("CN") ? [number] : [number, "CN" + number]
    }

    // MARK: Parts of numbers

    private mutating func addBeginning(_ typed: String, _ bare: String) {
        var beginnings = Set(Self.withCountry(bare))
        beginnings.formUnion(readings(typed).map { $0 + NumberTerm.separator })
        if let (number, code) = NumberTerm.splitKind(bare) {
            beginnings.formUnion(Self.withCountry(number).map { $0 + NumberTerm.separator + code })
        }
        parts += beginnings.sorted().map { beginning($0) }
    }

    /// The end or any part of a number, with or without what follows it.
    private mutating func addInner(_ bare: String, isAtEnd: Bool) {
        let tail: [Pattern.Element] = isAtEnd ? [] : [.any(maximum: nil)]
        let whole: [Pattern.Element] =
            isAtEnd
            ? [.bytes(Array(bare.utf8)), .bytes(Array(NumberTerm.separator.utf8)), .any(maximum: 2)]
            : [.bytes(Array(bare.utf8))] + tail
        var endings = [whole]
        // The last one or two characters may be a check digit or a kind code.
        for count in 1...2 where count <= bare.utf8.count {
            let text = bare.dropLast(count) + NumberTerm.separator + bare.suffix(count)
            endings.append([.bytes(Array(text.utf8))] + tail)
        }
        let start: [Pattern.Element] = [.bytes(NumberTerm.prefix(kind)), .any(maximum: nil)]
        parts += endings.map { .expand(Pattern(start + $0), fields: fields) }
    }

    private func beginning(_ text: String) -> QueryTree {
        .beginning(NumberTerm.term(kind, text), fields: fields)
    }
}
