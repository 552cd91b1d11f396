import Discovery
import Domain
import EntryIndex
import Foundation
import Links
import Pages
import Wire

/// Histories of queries.
extension Site {
    /// The form, and below it every query with what it finds.
    func historyPage(_ visit: Visit, _ link: PastedText) async throws -> Answer {
        var model = HistoryPage(link: link)
        var sequence: UInt64?
        if !link.text.isEmpty {
            let history = try await services.search.history(link.text, knowing: visit.knownSequence)
            let naming: FieldNaming = link.language == .zh ? .chinese : .alias
            model.uncounted = history.uncounted
            model.lines = history.lines.map { line in
                let outcome: HistoryPage.Outcome =
                    switch line.outcome {
                    case .counted(let parsed, let count, let isExact):
                        .counted(
                            Tally(count.records, samples: count.samples),
                            query: parsed.printed(naming: naming),
                            isExact: isExact
                        )
                    case .refused(let failure):
                        .refused(
                            failure.message.text(in: link.language.rawValue),
                            place: Self.place(failure.range, line.text)
                        )
                    }
                return HistoryPage.Line(number: line.number, text: line.text, outcome: outcome)
            }
            sequence = history.sequence
        }
        return .page(pages.history(model, frame(visit, await figures(), sequence: sequence)))
    }

    /// Every query with what it finds, for programs.
    func historyTwin(_ visit: Visit, _ link: PastedText) async throws -> Answer {
        let history = try await services.search.history(link.text, knowing: visit.knownSequence)
        let document = HistoryDocument(
            snapshot: history.sequence,
            lines: history.lines.map { line in
                var document = HistoryDocument.LineDocument(number: line.number, query: line.text)
                switch line.outcome {
                case .counted(let parsed, let count, let isExact):
                    document.expression = parsed.printed()
                    document.count = CountDocument(count)
                    document.exact = isExact
                case .refused(let failure): document.error = QueryErrorDocument(failure).error
                }
                return document
            },
            uncounted: history.uncounted > 0 ? history.uncounted : nil
        )
        return .json(try WireJSON.encode(document))
    }
}

extension QueryErrorDocument {
    /// A refusal as programs read it.
    init(_ failure: QueryFailure, shiftedBy shift: Int = 0) {
        self.init(
            message: failure.message,
            position: failure.position + shift,
            length: failure.length,
            suggestion: failure.suggestion
        )
    }
}
