import Domain
import EntryIndex
import HTTPTypes
import Links
import Pages

/// The form with a line for each field.
extension Site {
    /// The form, or the way to the search that asks for all that is filled in.
    func fieldsPage(_ visit: Visit, _ link: FieldsLink) async throws -> Answer {
        let naming: FieldNaming = link.language == .zh ? .chinese : .alias
        let query = FieldForm.query(naming: naming) { link[$0] }
        guard query.isEmpty else {
            return try await lead(visit, to: SearchState(query: query, language: link.language))
        }
        let lines = FieldForm.lines.map { line in
            let isPeriod = if case .period = line { true } else { false }
            return FieldsPage.Line(
                name: line.field.alias,
                label: line.field.label.text(in: link.language.rawValue),
                isPeriod: isPeriod
            )
        }
        return .page(pages.fields(FieldsPage(link: link, lines: lines), frame(visit, await figures())), tagged: true)
    }
}
