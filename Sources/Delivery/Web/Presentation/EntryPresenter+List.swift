import Declarations
import Discovery
import Domain
import Links
import Pages
import Registers

extension EntryPresenter {
    /// A page of the list of a register.
    func list(_ answer: ListEntries.Answer, _ link: RegisterLink) -> EntryList {
        let register = answer.register
        let columns = register.fields.filter {
            $0.uses.contains(.list) && $0.name != register.title && register.readers(of: $0) == .everyone
        }
        return EntryList(
            records: answer.records,
            samples: answer.samples,
            sequence: Int(clamping: answer.sequence),
            map: link.list.isMap ? map(answer, link) : nil,
            hasMap: hasMap(answer),
            size: ListEntries.Question(register: register.name).size,
            columns: columns.map { text($0.label) },
            rows: answer.entries.compactMap { view in
                RegisterLink(entry: view.id, language: language).map { entry in
                    EntryList.Row(
                        link: entry,
                        title: title(view),
                        isSample: view.content.sample ?? false,
                        state: chip(view.content.state, register),
                        cells: columns.map { field in
                            view.content.fields[field.name].map { text($0, of: field.name, in: register) } ?? ""
                        }
                    )
                }
            },
            facets: answer.facets.map { facet($0, link.list, register) }.filter { !$0.values.isEmpty },
            hasStates: !register.states.isEmpty,
            orders: orders(register, link.list)
        )
    }

    // MARK: Places

    /// The counts of the region where the declaration puts it on the map.
    private func units(_ answer: ListEntries.Answer) -> ListEntries.Facet? {
        let field = answer.register.place.region.flatMap(answer.register.field)
        guard let field, field.uses.contains(.map) else { return nil }
        return answer.facets.first { $0.field == field.name }
    }

    /// The coordinates that the declaration puts on the map.
    private func location(_ register: RegisterDeclaration) -> FieldDeclaration? {
        register.fields.first { $0.uses.contains(.map) && $0.type.sort == .location }
    }

    private func hasMap(_ answer: ListEntries.Answer) -> Bool {
        units(answer) != nil || location(answer.register) != nil
    }

    private func map(_ answer: ListEntries.Answer, _ link: RegisterLink) -> EntryMap {
        let units = units(answer)?.values.compactMap { value -> EntryMap.Unit? in
            guard RegionCode(value.code)?.level == .province else { return nil }
            return EntryMap.Unit(code: value.code, count: value.count, list: link.list.within(value.code))
        }
        let field = location(answer.register)
        let points = answer.entries.compactMap { view -> EntryMap.Point? in
            guard let place = field.flatMap({ view.content.fields[$0.name] })?.items.first,
                let latitude = place["latitude"].flatMap(Double.init),
                let longitude = place["longitude"].flatMap(Double.init),
                let entry = RegisterLink(entry: view.id, language: language)
            else { return nil }
            return EntryMap.Point(title: title(view), link: entry, latitude: latitude, longitude: longitude)
        }
        return EntryMap(units: units, points: points)
    }

    private func facet(_ facet: ListEntries.Facet, _ asked: RegisterList, _ register: RegisterDeclaration)
        -> EntryList.Facet
    {
        let isPlace = facet.field == register.place.region
        var values = facet.values.map { value in
            if isPlace {
                let isChosen = asked.region.flatMap { RegionCode($0) }?.digits == value.code
                return EntryList.Value(
                    label: text(value.label),
                    count: value.count,
                    isChosen: isChosen,
                    list: asked.within(isChosen ? nil : value.code)
                )
            }
            let choice = RegisterList.Choice(field: facet.field, code: value.code)
            return EntryList.Value(
                label: text(value.label),
                count: value.count,
                isChosen: asked.choices.contains(choice),
                list: asked.toggling(choice)
            )
        }
        if case .region? = register.field(facet.field)?.type {
            values += unknown(besides: facet.values.map(\.code), asked)
        }
        return EntryList.Facet(title: label(of: facet.field, in: register), values: values)
    }

    /// The provincial units of which nothing is known, so that all 34 stand in every list of them.
    private func unknown(besides known: [String], _ asked: RegisterList) -> [EntryList.Value] {
        Province.all.map(\.code).filter { !known.contains($0) }.compactMap { RegionCode($0) }.map { region in
            EntryList.Value(label: text(region.words), count: nil, isChosen: false, list: asked)
        }
    }

    private func orders(_ register: RegisterDeclaration, _ asked: RegisterList) -> [(sort: String?, label: String)] {
        let fields = register.fields.filter { $0.uses.contains(.sort) && register.readers(of: $0) == .everyone }
        return fields.flatMap { field -> [(sort: String?, label: String)] in
            [
                (sort: field.name, label: text(field.label) + " ↑"),
                (sort: "-" + field.name, label: text(field.label) + " ↓"),
            ]
        }
    }
}
