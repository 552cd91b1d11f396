import Declarations
import Discovery
import Domain
import Links
import Pages
import Registers

/// What the page of an entry shows besides its facts.
extension EntryPresenter {
    /// Why data of persons are kept in fields.
    func personal(_ fields: [FieldDeclaration]) -> [PersonalNote] {
        fields.compactMap { field in
            field.personal.map { personal in
                PersonalNote(
                    label: text(field.label),
                    purpose: text(personal.purpose),
                    basis: text(personal.basis),
                    years: personal.years
                )
            }
        }
    }

    /// Entries that refer to another.
    func referrers(_ group: Referrers.Group, to id: String) -> EntryPage.Group {
        var list = RegisterLink(.register(group.register.name), language: language)
        list.list.choices = [RegisterList.Choice(field: group.field.name, code: id)]
        return EntryPage.Group(
            title: text(group.label),
            id: "by-\(group.register.name)-\(group.field.name)",
            records: group.records,
            samples: group.samples,
            entries: group.entries.compactMap { view in
                RegisterLink(entry: view.id, language: language).map { link in
                    (link: link, title: title(view), isSample: view.content.sample ?? false)
                }
            },
            list: list
        )
    }
}
