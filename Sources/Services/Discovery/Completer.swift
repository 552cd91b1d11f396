import Domain
import EntryIndex
import Index
import Query

/// Completes one unfinished word; used by one thread.
struct Completer {
    let word: UnfinishedWord
    let searcher: Searcher
    /// Values with their counts; nil while they are being counted for the first time.
    let known: KnownValues?
    let language: String
    let options: Search.Options

    /// Everything that may go on, in the order in which it is offered.
    ///
    /// - Throws: `SearchFailure`.
    func suggestions() throws -> [Suggestion] {
        guard let field = word.field else {
            // Nobody knows yet which is meant, so each kind gets some places.
            return fields(3) + operators(2) + (try words(4)) + values(.applicant, 4) + values(.inventor, 2) + classes(3)
        }
        if field == .technology { return technologies() }
        let names = field.completingColumn == nil ? [] : values(field, options.suggestions)
        return names + (try words(options.suggestions)) + operators(2)
    }

    // MARK: Numbers

    /// The records that have the number typed, two at most.
    ///
    /// - Throws: `SearchFailure`.
    func recordIDs() throws -> [String] {
        let digits = word.text.utf8.count { (0x30...0x39).contains($0) }
        guard word.field == nil || word.field?.kind == .number, digits >= Self.fewestDigits,
            let question = NumberList.question(word.text)
        else { return [] }
        let tree = try QueryCompiler().compile(question).tree
        return try searcher.search(SearchRequest(tree, limit: 2, sort: .identifier, needsTotal: false)).hits.map(\.id)
    }

    /// Fewer digits are no number that a record is known by.
    private static let fewestDigits = 5

    // MARK: Fields and operators

    private func fields(_ limit: Int) -> [Suggestion] {
        Field.beginning(with: word.text, limit: limit).map { completion in
            Suggestion(
                kind: .field,
                text: completion.name + "=",
                meaning: completion.field.label,
                query: word.completed(with: completion.name + "=")
            )
        }
    }

    private func operators(_ limit: Int) -> [Suggestion] {
        guard word.mayBeOperator else { return [] }
        let typed = word.text.uppercased()
        return Self.operators.filter { $0.sign.hasPrefix(typed) }.prefix(limit).map { sign, meaning in
            Suggestion(kind: .operator, text: sign, meaning: meaning, query: word.completed(with: sign + " "))
        }
    }

    private static let operators: [(sign: String, meaning: Bilingual)] = [
        ("AND", Bilingual("两边都有", "both sides")),
        ("OR", Bilingual("有一边就行", "either side")),
        ("NOT", Bilingual("不含右边", "without the right side")),
        ("NEAR5", Bilingual("相距 5 个字以内，不分先后", "within 5 words, in any order")),
        ("ADJ1", Bilingual("右边紧跟左边", "the right side follows at once")),
        ("WITH", Bilingual("在同一句", "in the same sentence")),
        ("SAME", Bilingual("在同一段", "in the same paragraph")),
        ("XOR", Bilingual("只有一边", "one side but not both")),
    ]

    // MARK: Words

    /// Words that some record has; those that there was no time to count stand last, without a number.
    ///
    /// Names are completed whole, not word by word.
    private func words(_ limit: Int) throws -> [Suggestion] {
        guard word.field.map({ $0.kind == .text }) ?? true else { return [] }
        let tried = try WordCompletion.words(
            beginning: word.text,
            in: word.field,
            searcher,
            limit: Self.wordsTried,
            scan: options.suggestionScan
        )
        let control = SearchControl(deadline: .now.advanced(by: options.suggestionTime))
        var found: [(text: String, count: RecordCount?)] = []
        for text in tried {
            let count = try count(text, control)
            // A word of the dictionary stands somewhere; a character more may never have followed.
            let isKnown = count.map { $0.records + $0.samples > 0 } ?? WordCompletion.isWhole(text)
            if isKnown { found.append((text, count)) }
        }
        return found.enumerated().sorted { one, other in
            let left = one.element.count.map { ($0.records, $0.samples) } ?? (-1, -1)
            let right = other.element.count.map { ($0.records, $0.samples) } ?? (-1, -1)
            return left != right ? left > right : one.offset < other.offset
        }
        .prefix(limit).map { _, word in
            Suggestion(
                kind: .word,
                text: word.text,
                query: self.word.completed(withValue: word.text, of: nil),
                count: word.count
            )
        }
    }

    /// Words that are counted, of which the most frequent are offered.
    private static let wordsTried = 8

    /// Records and samples with a word; nil where time ran out.
    private func count(_ text: String, _ control: SearchControl) throws -> RecordCount? {
        guard !control.isLate else { return nil }
        let tree = try QueryCompiler().compile(Expression(.term(.word(text), word.field))).tree
        let (count, isExact) = try searcher.tally(tree, control)
        return isExact ? count : nil
    }

    // MARK: Values

    /// The values of a field that begin as typed; names by all bare words or by the last one.
    private func values(_ field: Field, _ limit: Int) -> [Suggestion] {
        if field == .legalStatus { return states() }
        guard let known, var column = field.completingColumn else { return [] }
        // A subclass has four characters.
        if column == .ipc, word.text.utf8.count <= 4 { column = .ipcSubclass }
        var isPhrase = word.phrase != word.text
        var found = isPhrase ? known.beginning(with: word.phrase, in: column, limit: limit) : []
        if found.isEmpty {
            isPhrase = false
            found = known.beginning(with: word.text, in: column, limit: limit)
        }
        return found.map { value in
            Suggestion(
                kind: .value,
                text: value.label,
                meaning: field.label,
                query: word.completed(
                    withValue: value.label,
                    of: field.suggestedName(in: language),
                    isPhrase: isPhrase
                ),
                count: value.count
            )
        }
    }

    /// Classes, where what is typed begins like one: a letter of a section and a digit.
    private func classes(_ limit: Int) -> [Suggestion] {
        let bytes = Array(word.text.uppercased().utf8.prefix(2))
        guard bytes.count == 2, (0x41...0x48).contains(bytes[0]), (0x30...0x39).contains(bytes[1]) else { return [] }
        return values(.ipc, limit)
    }

    /// Fields of technology, by the beginning of their numbers or any part of their names; they are not counted.
    private func technologies() -> [Suggestion] {
        let typed = word.text.lowercased()
        let found = TechnologyFieldTable.entries.filter { entry in
            guard !entry.ipc.isEmpty else { return false }
            let names = [entry.zh, entry.en].compactMap { $0?.lowercased() }
            return entry.symbol.hasPrefix(typed) || names.contains { $0.contains(typed) }
        }
        return found.prefix(options.suggestions).map { entry in
            Suggestion(
                kind: .value,
                text: entry.symbol,
                meaning: Bilingual(entry.zh ?? "", entry.en ?? ""),
                query: word.completed(withValue: entry.symbol, of: nil)
            )
        }
    }

    private func states() -> [Suggestion] {
        LegalState.names.filter { state in
            [state.words.zh, state.words.en].contains { $0.lowercased().hasPrefix(word.text.lowercased()) }
        }
        .map { state in
            let text = state.words.text(in: language)
            return Suggestion(
                kind: .value,
                text: text,
                meaning: Field.legalStatus.label,
                query: word.completed(withValue: text, of: nil),
                count: known?.beginning(with: state.name, in: .state, limit: 1).first?.count
            )
        }
    }
}
