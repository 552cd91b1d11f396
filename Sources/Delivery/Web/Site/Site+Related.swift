import Discovery
import Domain
import EntryIndex
import Links
import Pages
import Wire

/// The words that go with a query.
extension Site {
    func relatedPage(_ visit: Visit, _ link: RelatedLink) async throws -> Answer {
        guard !link.query.allSatisfy(\.isWhitespace) else {
            return .page(pages.related(RelatedPage(link: link), frame(visit, await figures())), tagged: true)
        }
        let found = try await services.search.related(to: link.query)
        let naming: FieldNaming = link.language == .zh ? .chinese : .alias
        func word(_ word: RelatedWords.Word) -> RelatedPage.Word {
            func state(_ expression: Expression) -> SearchState {
                SearchState(query: expression.printed(naming: naming), language: link.language)
            }
            return RelatedPage.Word(
                text: word.text,
                both: Tally(word.both),
                all: Tally(word.all),
                score: word.score,
                alternative: state(word.alternative),
                condition: state(word.condition)
            )
        }
        let result = RelatedPage.Result(
            total: Tally(found.total),
            read: found.read,
            words: found.words.map(word),
            translations: found.translations.map(word),
            isToEnglish: found.isToEnglish,
            bilingual: found.bilingual
        )
        let frame = frame(visit, await figures(), sequence: found.sequence)
        return .page(pages.related(RelatedPage(link: link, result: result), frame))
    }

    func relatedTwin(_ link: RelatedLink) async throws -> Answer {
        guard !link.query.allSatisfy(\.isWhitespace) else {
            throw Failure.invalid(field: "q", reason: "say to which word or query")
        }
        let found = try await services.search.related(to: link.query)
        func word(_ word: RelatedWords.Word) -> RelatedDocument.WordDocument {
            RelatedDocument.WordDocument(
                text: word.text,
                both: CountDocument(word.both),
                all: CountDocument(word.all),
                score: (word.score * 1_000).rounded() / 1_000,
                or: word.alternative.printed(),
                and: word.condition.printed()
            )
        }
        let document = RelatedDocument(
            query: link.query,
            count: CountDocument(found.total),
            read: found.read,
            snapshot: found.sequence,
            words: found.words.map(word),
            translations: found.translations.map(word),
            language: found.isToEnglish ? "en" : "zh",
            bilingual: found.bilingual
        )
        return .json(try WireJSON.encode(document))
    }
}
