package import Links

/// What a record has to do with other documents.
extension RecordPage {
    /// The records of this node that cite it.
    package struct Citing: Sendable, Hashable {
        /// The newest ones.
        package var documents: [Document]
        /// How many there are.
        package var total: Tally
        /// The search that finds them all.
        package var search: SearchState

        package init(_ documents: [Document], total: Tally, search: SearchState) {
            self.documents = documents
            self.total = total
            self.search = search
        }
    }

    /// Another document: a priority, a citation, a member of the family.
    package struct Document: Sendable, Hashable {
        package var number: String
        /// Country, region or organisation, in the language of the page.
        package var country: String?
        package var date: String?
        /// Its title, where the store has its record.
        package var title: String?
        /// How near it is, who cited it, how it is related: as the source words it.
        package var note: String?
        package var state: StateChip?
        /// Its record, where the store has it.
        package var link: RecordLink?
        /// A search for its number, where it has no record here.
        package var search: SearchState?
        /// Whether it is a publication of this very record.
        package var isOwn = false

        package init(
            _ number: String,
            country: String? = nil,
            date: String? = nil,
            title: String? = nil,
            note: String? = nil,
            state: StateChip? = nil,
            link: RecordLink? = nil,
            search: SearchState? = nil
        ) {
            self.number = number
            self.country = country
            self.date = date
            self.title = title
            self.note = note
            self.state = state
            self.link = link
            self.search = search
        }
    }
}
