import Links

/// The nearest places that can help.
extension PageRenderer {
    /// The question, and the places.
    package func network(_ model: NetworkPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let none = Context.notice(words["network.none.text"], title: words["network.none"])
        let context: Context = [
            "none": model.registers.isEmpty ? none : nil,
            "form": model.registers.isEmpty ? nil : form(model, words),
            "found": model.found.map { found($0, model, words) },
            "others": Context.links([
                .link(Link.registers(RegisterLink(language: frame.language)).text, words["registers.all"])
            ]),
        ]
        var plain = NetworkLink(language: frame.language)
        plain.register = model.link.register
        let face = PageFace(
            title: words["network.page"],
            density: "work",
            sampleLine: (model.found?.samples ?? 0) > 0 ? "sample.line.results" : nil,
            find: SearchState(language: frame.language),
            door: .network,
            // Where somebody is stands in no address that search engines keep.
            canonical: .network(plain),
            canLocate: !model.registers.isEmpty
        )
        return page("network", context, face, frame)
    }

    /// A place in a list.
    func place(_ row: PlaceRow, _ words: Words) -> Context {
        let now = row.hours.map { standing($0, words) }
        return [
            "href": Link.registers(row.link).text, "title": row.title, "isSample": row.isSample,
            "state": now.map { Context.state($0.chip) }, "when": now?.when,
            "unknown": now == nil ? words["network.unknown"] : nil,
            "distance": row.metres.map { words.distance($0) },
            "address": row.address,
            "offers": row.offers.isEmpty ? nil : row.offers.joined(separator: words.comma),
            "phone": row.phone.map { ["href": "tel:" + $0.dial, "text": $0.text] as Context },
            "way": row.location.map { "geo:\($0.latitude),\($0.longitude)" },
        ]
    }

    /// What stands beside a place in a short list: whether it is open, and how far away it is.
    func aside(_ row: PlaceRow, _ words: Words) -> String {
        let now = row.hours.map { standing($0, words).chip.word }
        return [now, row.metres.map { words.distance($0) }].compactMap(\.self).joined(separator: " · ")
    }

    private func form(_ model: NetworkPage, _ words: Words) -> Context {
        let (link, asked) = (model.link, model.link.list)
        func select(_ need: NetworkPage.Need) -> Context {
            let chosen = asked.choices.filter { $0.field == need.field }.map(\.code)
            let values = need.values.map { value -> Context in
                .option(
                    "\(need.field):\(value.code)",
                    words("network.value", ["label": value.label, "count": words.number(value.count)]),
                    isChosen: chosen.contains(value.code)
                )
            }
            return .choices(
                "need-" + need.field,
                "f",
                need.label,
                [.option("", words["network.any"], isChosen: chosen.isEmpty)] + values
            )
        }
        let access = model.needs.filter(\.isAccess)
        let isOpen =
            !asked.text.isEmpty || access.contains { need in asked.choices.contains { $0.field == need.field } }
        let registers = model.registers.map {
            Context.option($0.name, $0.label, isChosen: $0.name == (link.register ?? model.registers.first?.name))
        }
        var hidden = [("samples", asked.withoutSamples ? "no" : ""), ("at", link.at)]
        if link.language != .zh { hidden.append(("lang", link.language.rawValue)) }
        return [
            "action": Link.networkPath + "#results",
            "refused": model.refusal.map {
                Context.notice(words["network.refused." + $0.rawValue], title: words["network.refused"], kind: "bad")
            },
            "isPlaceWrong": model.refusal == .place,
            "place": asked.region, "text": asked.text,
            "registers": registers.count > 1 ? Context.choices("of", "of", words["network.register"], registers) : nil,
            "needs": model.needs.filter { !$0.isAccess }.map(select), "access": access.map(select),
            "isMoreOpen": isOpen, "isOpen": link.isOpen,
            "hidden": hidden.filter { !$0.1.isEmpty || $0.0 == "at" }.map {
                ["name": $0.0, "value": $0.1] as Context
            },
            "own": link.point == nil
                ? nil
                : [
                    "text": words("network.own", ["point": link.at]), "href": Link.network(link.from("")).text,
                ] as Context,
        ]
    }

    private func found(_ found: NetworkPage.Found, _ model: NetworkPage, _ words: Words) -> Context {
        let link = model.link
        let total = found.records + found.samples
        func address(_ page: Int) -> String { Link.network(link.asking(link.list.going(to: page))).text }
        let area = found.area ?? words["network.nation"]
        let from =
            link.point != nil
            ? words["network.from.point"] : found.middle.map { words("network.from.middle", ["place": $0]) }
        let credit = found.source.map { source in
            found.licence.map { words("network.credit.licence", ["source": source, "licence": $0]) }
                ?? words("network.credit", ["source": source])
        }
        return [
            "total": words.counted("network.total", found.records),
            "samples": found.samples > 0 ? words.counted("results.samples", found.samples) : nil,
            "area": found.widenedFrom.map { words("network.widened", ["asked": $0, "area": area]) }
                ?? words("network.area", ["area": area]),
            "order": total > 0 ? from ?? words["network.from.none"] : nil, "credit": from == nil ? nil : credit,
            "hasPlaces": !found.places.isEmpty, "places": found.places.map { place($0, words) },
            "empty": total == 0 ? empty(found, link, words) : nil,
            "paging": total > found.size ? paging(link.list, total, found.size, { address($0.page) }, words) : nil,
            "all": Context.links([.link(Link.registers(found.all).text, words("network.all", ["area": area]))]),
        ]
    }

    /// Nothing there: what to ask instead, and other ways.
    private func empty(_ found: NetworkPage.Found, _ link: NetworkLink, _ words: Words) -> Context {
        var links: [Context] = []
        if link.isOpen {
            var other = link
            other.isOpen = false
            links.append(.link(Link.network(other).text, words["network.empty.closed"]))
        }
        if !link.list.choices.isEmpty || !link.list.text.isEmpty {
            var other = RegisterList()
            other.region = link.list.region
            links.append(.link(Link.network(link.asking(other)).text, words["network.empty.needs"]))
        }
        links.append(.link(Link.registers(found.all).text, words["network.empty.all"]))
        links.append(
            .link(Link.search(SearchState(language: link.language)).text, words["network.empty.search"])
        )
        return [
            "title": words["network.empty"], "text": words["network.empty.text"], "hasLinks": true, "links": links,
        ]
    }
}

extension Words {
    /// A distance in metres as people say it: `350 m`, `3.1 km`, `120 km`.
    func distance(_ metres: Int) -> String {
        if metres < 995 { return self("network.metres", ["number": number((metres + 5) / 10 * 10)]) }
        let tenths = (metres + 50) / 100
        let text = tenths < 1_000 ? "\(tenths / 10).\(tenths % 10)" : number((metres + 500) / 1_000)
        return self("network.kilometres", ["number": text])
    }
}
