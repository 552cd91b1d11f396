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
        let answer = try await beside(link.name)
        let found = answer.found
        func spelling(_ spelling: HolderSpellings.Spelling) -> NamesPage.Spelling {
            NamesPage.Spelling(
                name: spelling.name,
                count: Tally(spelling.count),
                likeness: spelling.likeness?.rawValue,
                firstYear: spelling.years?.lowerBound,
                lastYear: spelling.years?.upperBound,
                places: spelling.places,
                search: SearchState(language: link.language).adding(Discovery.Facet.applicant.rawValue, spelling.name),
                standing: spelling.standing.map(NamesPage.Standing.init),
                proposals: NamesPage.Proposals(answer.proposals(of: spelling.name)),
                isCorrectable: answer.canPropose(spelling.name)
            )
        }
        let result = NamesPage.Result(
            proposed: found.proposed.map(spelling),
            others: found.others.map(spelling),
            unread: found.unread,
            edition: answer.edition.map { edition in
                NamesPage.Edition(
                    version: Int(edition.version),
                    name: edition.table.edition,
                    published: edition.published?.description ?? ""
                )
            },
            reference: services.aliases.options.open > 0 ? found.reference : nil
        )
        let frame = frame(visit, await figures(), sequence: found.sequence)
        return .page(pages.names(NamesPage(link: link, result: result), frame))
    }

    func namesTwin(_ link: NamesLink) async throws -> Answer {
        let answer = try await beside(link.name)
        let found = answer.found
        func name(_ spelling: HolderSpellings.Spelling) -> NamesDocument.NameDocument {
            NamesDocument.NameDocument(
                name: spelling.name,
                count: CountDocument(spelling.count),
                likeness: spelling.isPublished ? "published" : spelling.likeness?.rawValue,
                firstYear: spelling.years?.lowerBound,
                lastYear: spelling.years?.upperBound,
                places: spelling.places,
                table: spelling.standing?.line.map(NamesDocument.LineDocument.init),
                proposals: NamesDocument.ProposalsDocument(answer.proposals(of: spelling.name))
            )
        }
        // A name that differs in a place may be that of another company; who asks decides.
        let sure = found.proposed.filter { $0.isPublished || $0.likeness != .place }
        let document = NamesDocument(
            name: link.name,
            proposed: found.proposed.map(name),
            others: found.others.map(name),
            unread: found.unread,
            query: sure.isEmpty ? nil : Self.holders(sure.map(\.name)).printed(),
            edition: answer.edition.map { edition in
                NamesDocument.EditionDocument(
                    version: Int(edition.version),
                    name: edition.table.edition,
                    published: edition.published?.description
                )
            },
            reference: found.reference,
            snapshot: found.sequence
        )
        return .json(try WireJSON.encode(document))
    }

    /// The spellings of a name by the published table and the records, and what readers proposed of them.
    private func beside(_ name: String) async throws -> NamesAnswer {
        let edition = try await services.aliases.edition()
        let found = try await services.search.spellings(of: name, table: edition?.table ?? .empty)
        guard let reference = found.reference else { return NamesAnswer(found: found, edition: edition, proposals: []) }
        let proposals = try await services.aliases.proposals(naming: reference)
        return NamesAnswer(found: found, edition: edition, proposals: proposals)
    }

    /// The records of any of some holders.
    private static func holders(_ names: [String]) -> Expression {
        .any(of: names.map { Expression(.term(.phrase($0.replacing("\"", with: " ")), .applicant)) })
    }
}
