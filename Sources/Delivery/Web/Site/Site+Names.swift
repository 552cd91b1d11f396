import Discovery
import Domain
import EntryIndex
import HTTPTypes
import Links
import Pages
import Wire

/// The spellings of a holder's name.
extension Site {
    /// The form and the spellings; where some are picked, the way to the search of all of them.
    func namesPage(_ visit: Visit, _ link: NamesLink) async throws -> Answer {
        let naming: FieldNaming = link.language == .zh ? .chinese : .alias
        if !link.picked.isEmpty {
            let query = Self.holders(link.picked).printed(naming: naming)
            return try await lead(visit, to: SearchState(query: query, language: link.language))
        }
        guard !link.name.allSatisfy(\.isWhitespace) else {
            return .page(pages.names(NamesPage(link: link), frame(visit, await figures())), tagged: true)
        }
        let found = try await services.search.spellings(of: link.name)
        func spelling(_ spelling: HolderSpellings.Spelling) -> NamesPage.Spelling {
            NamesPage.Spelling(
                name: spelling.name,
                count: Tally(spelling.count),
                likeness: spelling.likeness?.rawValue,
                firstYear: spelling.years?.lowerBound,
                lastYear: spelling.years?.upperBound,
                places: spelling.places,
                search: SearchState(language: link.language).adding(Discovery.Facet.applicant.rawValue, spelling.name)
            )
        }
        let result = NamesPage.Result(
            proposed: found.proposed.map(spelling),
            others: found.others.map(spelling),
            unread: found.unread
        )
        let frame = frame(visit, await figures(), sequence: found.sequence)
        return .page(pages.names(NamesPage(link: link, result: result), frame))
    }

    func namesTwin(_ link: NamesLink) async throws -> Answer {
        let found = try await services.search.spellings(of: link.name)
        func name(_ spelling: HolderSpellings.Spelling) -> NamesDocument.NameDocument {
            NamesDocument.NameDocument(
                name: spelling.name,
                count: CountDocument(spelling.count),
                likeness: spelling.likeness?.rawValue,
                firstYear: spelling.years?.lowerBound,
                lastYear: spelling.years?.upperBound,
                places: spelling.places
            )
        }
        // A name that differs in a place may be that of another company; who asks decides.
        let sure = found.proposed.filter { $0.likeness != .place }
        let document = NamesDocument(
            name: link.name,
            proposed: found.proposed.map(name),
            others: found.others.map(name),
            unread: found.unread,
            query: sure.isEmpty ? nil : Self.holders(sure.map(\.name)).printed(),
            snapshot: found.sequence
        )
        return .json(try WireJSON.encode(document))
    }

    /// The records of any of some holders.
    private static func holders(_ names: [String]) -> Expression {
        .any(of: names.map { Expression(.term(.phrase($0.replacing("\"", with: " ")), .applicant)) })
    }
}
