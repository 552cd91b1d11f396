import Discovery
import Domain
import EntryIndex
import Foundation
import HTTPTypes
import Links
import Pages
import Wire

/// Queries of other systems in this language.
extension Site {
    /// The form, and below it what became of a query.
    func translationPage(_ visit: Visit, _ link: TranslationLink) async -> Answer {
        var model = TranslationPage(
            link: link,
            examples: ForeignSyntax.allCases.compactMap { syntax in
                TranslationLink.SystemName(rawValue: syntax.rawValue).map { .init($0, syntax.example) }
            }
        )
        var status = HTTPResponse.Status.ok
        if !link.text.isEmpty {
            do {
                model.outcome = .translated(
                    Self.translated(try services.translateQuery(link.text, from: link.syntax), link)
                )
            } catch {
                status = .badRequest
                model.outcome = .refused(
                    message: error.message.text(in: link.language.rawValue),
                    place: Self.place(error.range, link.text)
                )
            }
        }
        var answer = Answer.page(pages.translation(model, frame(visit, await figures())), tagged: true)
        answer.status = status
        return answer
    }

    /// What became of a query, for programs.
    func translationTwin(_ link: TranslationLink) throws -> Answer {
        let translation = try services.translateQuery(link.text, from: link.syntax)
        return .json(try WireJSON.encode(TranslationDocument(translation)), tagged: true)
    }

    private static func translated(_ translation: Translation, _ link: TranslationLink) -> TranslationPage.Translated {
        let naming: FieldNaming = link.language == .zh ? .chinese : .alias
        return TranslationPage.Translated(
            system: TranslationLink.SystemName(rawValue: translation.syntax.rawValue),
            query: translation.text(naming: naming),
            remarks: translation.remarks.map { remark in
                .init(
                    text: remark.message.text(in: link.language.rawValue),
                    isLoss: remark.weight == .lost,
                    place: place(remark.range, link.text)
                )
            }
        )
    }

    /// The characters that people see from those that are counted.
    static func place(_ range: SourceRange, _ text: String) -> Range<Int> {
        let start = characters(text, 0, range.position)
        return start..<(start + characters(text, range.position, range.length))
    }
}

extension TranslationLink {
    /// The syntax that the link names; nil where it is to be guessed.
    var syntax: ForeignSyntax? { system.flatMap { ForeignSyntax(rawValue: $0.rawValue) } }

    /// Where the text of a search is translated, if it looks like a query of another system.
    init?(guessing state: SearchState) {
        guard let name = ForeignSyntax.guess(state.query).flatMap({ SystemName(rawValue: $0.rawValue) }) else {
            return nil
        }
        self.init(state.query, from: name, language: state.language)
    }
}
