import Domain
import EntryIndex
import Query

/// A question as the engine takes it.
struct CompiledQuestion: Sendable {
    let started: ContinuousClock.Instant
    let question: SearchQuestion
    let compiled: CompiledQuery
    /// What was made of the query besides what it says.
    let notes: [Bilingual]
    let searcher: Searcher
    let control: SearchControl

    init(_ question: SearchQuestion, _ parsed: ParsedQuery, _ searcher: Searcher, _ options: Search.Options) throws {
        started = .now
        self.question = question
        self.searcher = searcher
        control = SearchControl(deadline: started.advanced(by: options.deadline))
        let (compiled, note) = try Self.compile(question, parsed, searcher, options)
        self.compiled = compiled
        notes = try compiled.notes(in: searcher.snapshot).map(\.message) + [note].compactMap(\.self)
    }

    /// The query of a question, its like text among it, and which words of that text are searched.
    static func compile(
        _ question: SearchQuestion,
        _ parsed: ParsedQuery,
        _ searcher: Searcher,
        _ options: Search.Options
    ) throws -> (compiled: CompiledQuery, note: Bilingual?) {
        var compiled = try QueryCompiler().compile(parsed.expression)
        guard let text = question.like else { return (compiled, nil) }
        let like = try LikeText(text, searcher, limit: options.tellingWords, colour: compiled.words.nextColour)
        compiled.tree = .and([compiled.tree, like.tree])
        compiled.words += like.words
        return (compiled, note(like))
    }

    private static func note(_ like: LikeText) -> Bilingual {
        let words = like.said.joined(separator: " ")
        if words.isEmpty { return Bilingual("文中的词没有一个出现在记录里", "No record has any word of the text.") }
        return Bilingual("按文中最能说明内容的词检索：\(words)", "Searched for the most telling words of the text: \(words)")
    }
}
