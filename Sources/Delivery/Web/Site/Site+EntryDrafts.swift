import Declarations
import Domain
import HTTPTypes
import Links
import Pages
import Registers

/// What somebody typed into forms of entries and has not sent yet, in lists of their own.
extension Site {
    /// The drafts of who is signed in, in one register or in all.
    func draftRows(_ visit: Visit, of name: String? = nil) async throws -> [DraftRow] {
        let entries = services.registerEntries
        let reader = reader(visit)
        let drafts = try await entries.drafts(reader, of: name)
        guard !drafts.isEmpty else { return [] }
        let titles = try await entries.titles(of: Set(drafts.compactMap(\.draft.entry)), reader)
        let words = try await presenter(visit)
        return drafts.map { draft, register in
            let typed = draft.content.fields[register.title].map { words.text($0, of: register.title, in: register) }
            let known = draft.entry.map { titles[$0] ?? $0 }
            let place = draft.entry.map { RegisterLink.Place.edit(register.name, $0.itemOfRegister) }
            return DraftRow(
                link: RegisterLink(place ?? .new(register.name), language: visit.language),
                register: words.text(register.label),
                title: typed ?? known ?? "",
                time: Moment.china(draft.time)
            )
        }
    }

    /// Keeps what was typed for its writer, and leads back to the form.
    func keepDraft(_ wish: RegisterEntries.Wish, _ visit: Visit, _ link: RegisterLink) async throws -> Answer {
        try await services.registerEntries.keepDraft(wish, reader(visit))
        return .redirect(.seeOther, to: Link.registers(link.going(to: link.place, done: .drafted)).text)
    }

    /// Drops a draft, also of what its writer may no longer change or see; nil where the form asks for something else.
    func dropDraft(_ visit: Visit, _ link: RegisterLink) async throws -> Answer? {
        guard let name = link.register, let sent = try sentFromHere(visit), sent["do"] == "drop" else { return nil }
        try await services.registerEntries.dropDraft(of: name, link.entry, reader(visit))
        return .redirect(.seeOther, to: Link.registers(link.going(to: .register(name), done: .undrafted)).text)
    }
}
