import Declarations
import Discovery
import Domain
import HTTPTypes
import Links
import Pages
import Registers
import Wire

/// The nearest places that can help, and what a place shows besides its facts.
extension Site {
    /// How many other places the page of a place names.
    private static let placesNearby = 3

    func networkPage(_ visit: Visit, _ link: NetworkLink) async throws -> Answer {
        var refusal: NetworkPage.Refusal?
        if !link.at.isEmpty, link.point == nil { refusal = .point }
        if try await !isDivision(link.list.region) { refusal = .place }
        // Where somebody wrote what is no place, they are shown the form with what they may ask for.
        var asked = link
        if refusal != nil {
            asked = NetworkLink(language: link.language)
            asked.register = link.register
        }
        let answer = try await NearestPlaces(services.listEntries)(Self.question(asked))
        let presenter = try await presenter(visit)
        let model = NetworkPage(
            link: link,
            registers: answer?.registers.map { .init(name: $0.name, label: presenter.text($0.label)) } ?? [],
            needs: answer.map { needs($0, presenter) } ?? [],
            refusal: answer == nil ? nil : refusal,
            found: refusal == nil ? answer.map { found($0, link, presenter) } : nil
        )
        let frame = frame(visit, await figures(), sequence: answer?.sequence)
        var page = Answer.page(pages.network(model, frame), tagged: link.at.isEmpty)
        if refusal != nil, answer != nil { page.status = .badRequest }
        // Where somebody is stays nowhere.
        if !link.at.isEmpty { page.caching = .none }
        return page
    }

    /// The same for programs.
    func networkTwin(_ visit: Visit, _ link: NetworkLink) async throws -> Answer {
        guard link.at.isEmpty || link.point != nil else {
            throw Failure.invalid(
                field: "at",
                reason: "\(link.at) is no latitude, comma, longitude such as 34.26,108.94"
            )
        }
        guard let answer = try await NearestPlaces(services.listEntries)(Self.question(link)) else {
            throw Failure.notFound(what: "a register of places")
        }
        let presenter = try await presenter(visit)
        let places = NetworkDocument(
            register: answer.register.name,
            asked: answer.asked.map { Self.division($0, answer) },
            area: answer.area.map { Self.division($0, answer) },
            origin: Self.origin(answer, link),
            records: answer.records,
            samples: answer.samples,
            page: link.list.page,
            places: answer.places.map { place in
                NetworkDocument.Place(
                    entry: RegisterEntryDocument(place.view),
                    distance: place.metres,
                    opening: presenter.opening(place.view)
                )
            },
            facets: answer.facets.map(document),
            snapshot: answer.sequence
        )
        var twin = Answer.json(try WireJSON.encode(places), tagged: link.at.isEmpty)
        if !link.at.isEmpty { twin.caching = .none }
        return twin
    }

    /// A place on one sheet of paper: what everybody may read of it, whoever looks.
    func entryPoster(_ visit: Visit, _ link: RegisterLink, _ id: String) async throws -> Answer {
        let view = try await services.registerEntries.show(id, .everyone)
        guard view.register.placeFields != nil, let page = RegisterLink(entry: id, language: link.language) else {
            throw Failure.notFound(what: "a poster of \(id)")
        }
        let presenter = try await presenter(visit)
        let model = PosterPage(
            link: link,
            register: presenter.head(view.register),
            title: presenter.title(view),
            isSample: view.content.sample ?? false,
            address: visit.origin(options.origin) + Link.registers(page).text,
            parts: presenter.poster(view)
        )
        return .page(pages.poster(model, await registerFrame(visit, link)), tagged: true)
    }

    /// Other places near to one; none where they cannot be had now, which the page of a place is worth showing without.
    func near(_ view: EntryView) async throws -> [NearestPlaces.Place] {
        guard view.register.placeFields != nil else { return [] }
        do {
            return try await NearestPlaces(services.listEntries).around(view, count: Self.placesNearby)
        } catch Failure.unavailable, Failure.tooMany {
            return []
        }
    }

    /// Whether a text names one division, or none is named.
    private func isDivision(_ text: String?) async throws -> Bool {
        do {
            _ = try await DivisionNames(services.listEntries).division(text ?? "")
            return true
        } catch Failure.invalid {
            return false
        }
    }

    private static func question(_ link: NetworkLink) -> NearestPlaces.Question {
        var question = NearestPlaces.Question(register: link.register)
        question.text = link.list.text
        question.filters = link.list.filters
        question.region = link.list.region
        question.point = link.point
        question.isOpen = link.isOpen
        question.withoutSamples = link.list.withoutSamples
        question.page = link.list.page
        return question
    }

    // MARK: As a page

    private func needs(_ answer: NearestPlaces.Answer, _ presenter: EntryPresenter) -> [NetworkPage.Need] {
        answer.facets.compactMap { facet in
            guard let field = answer.register.field(facet.field), !facet.values.isEmpty else { return nil }
            return NetworkPage.Need(
                field: field.name,
                label: presenter.text(field.label),
                isAccess: field.visit == .access,
                values: facet.values.map { ($0.code, presenter.text($0.label), $0.count) }
            )
        }
    }

    private func found(_ answer: NearestPlaces.Answer, _ link: NetworkLink, _ presenter: EntryPresenter)
        -> NetworkPage.Found
    {
        func name(_ region: RegionCode) -> String { presenter.text(Self.words(region, answer)) }
        var all = RegisterLink(.register(answer.register.name), language: link.language)
        all.list.region = answer.area?.digits
        return NetworkPage.Found(
            records: answer.records,
            samples: answer.samples,
            size: NearestPlaces.size,
            area: answer.area.map(name),
            widenedFrom: answer.asked == answer.area ? nil : answer.asked.map(name),
            middle: answer.middle.map { name($0.region) },
            source: answer.middle?.source,
            licence: answer.middle?.licence,
            places: answer.places.compactMap(presenter.row),
            all: all
        )
    }

    // MARK: As a document

    private static func division(_ region: RegionCode, _ answer: NearestPlaces.Answer) -> NetworkDocument.Division {
        NetworkDocument.Division(code: region.digits, name: words(region, answer))
    }

    /// The name of a division, of a county that which was entered.
    private static func words(_ region: RegionCode, _ answer: NearestPlaces.Answer) -> Bilingual {
        guard region == answer.asked, let county = answer.county, let above = region.above else { return region.words }
        return Bilingual(above.words.zh + county, "\(county), \(above.words.en)")
    }

    private static func origin(_ answer: NearestPlaces.Answer, _ link: NetworkLink) -> NetworkDocument.Origin? {
        guard let point = link.point ?? answer.middle?.point else { return nil }
        let middle = link.point == nil ? answer.middle : nil
        return NetworkDocument.Origin(
            latitude: Double(point.latitude) / 1_000_000,
            longitude: Double(point.longitude) / 1_000_000,
            division: middle.map { division($0.region, answer) },
            source: middle?.source,
            licence: middle?.licence
        )
    }
}
