import Discovery
import Domain
import HTTPTypes
import Links
import Pages
import Wire

/// Navigation by classes.
extension Site {
    func classes(_ visit: Visit, _ link: ClassLink) async throws -> Answer {
        guard let name = link.scheme, let scheme = ClassScheme(rawValue: name.rawValue) else {
            return try await schemes(visit, link)
        }
        guard let typed = link.symbol else { return try await classLevel(visit, link, scheme, nil) }
        guard let symbol = scheme.symbol(reading: typed) else {
            throw Failure.notFound(what: "\(typed) of \(scheme.rawValue)")
        }
        guard symbol == typed else {
            // A class has one address, however its symbol was typed.
            let known = Link.classes(ClassLink(name, symbol, language: link.language))
            return .redirect(.movedPermanently, to: known.twin(visit.request.format) ?? known.text)
        }
        return try await classLevel(visit, link, scheme, symbol)
    }

    // MARK: All schemes

    private func schemes(_ visit: Visit, _ link: ClassLink) async throws -> Answer {
        let finds =
            link.words.isEmpty
            ? nil
            : try await services.classes.finding(link.words, in: ClassScheme.allCases, knowing: visit.knownSequence)
        let presenter = ClassPresenter(catalogue: await services.classes.catalogue(), language: link.language)
        let found = finds.map { finds in
            ClassScheme.allCases.filter { finds.leading[$0] != nil || finds.titled[$0] != nil }
        }
        if visit.request.format == .json {
            let document = ClassesDocument(
                schemes: ClassScheme.allCases.map { scheme in
                    let table = presenter.catalogue[scheme]
                    return ClassesDocument.SchemeDocument(
                        scheme: scheme.rawValue,
                        zh: scheme.words.zh,
                        en: scheme.words.en,
                        edition: table.edition,
                        loaded: table.isLoaded,
                        symbols: table.entries.count,
                        url: Link.classes(ClassLink(SchemeName(rawValue: scheme.rawValue))).text
                    )
                },
                total: finds.map { CountDocument($0.total) },
                finds: finds.map { finds in (found ?? []).map { presenter.document($0, finds) } }
            )
            return .json(try WireJSON.encode(document), tagged: true)
        }
        let model = ClassesPage(
            link: link,
            schemes: ClassScheme.allCases.compactMap { scheme in
                guard let name = SchemeName(rawValue: scheme.rawValue) else { return nil }
                let table = presenter.catalogue[scheme]
                return ClassesPage.Scheme(
                    name,
                    title: scheme.words.text(in: link.language.rawValue),
                    edition: table.edition,
                    isLoaded: table.isLoaded,
                    symbols: table.entries.count
                )
            },
            finds: finds.map { finds in (found ?? []).map { presenter.finds($0, finds) } }
        )
        return .page(pages.classes(model, frame(visit, await figures())), tagged: true)
    }

    // MARK: One level

    private func classLevel(
        _ visit: Visit,
        _ link: ClassLink,
        _ scheme: ClassScheme,
        _ symbol: String?
    ) async throws -> Answer {
        let level = try await services.classes.level(scheme, symbol, knowing: visit.knownSequence)
        let finds =
            link.words.isEmpty
            ? nil : try await services.classes.finding(link.words, in: [scheme], knowing: visit.knownSequence)
        let catalogue = await services.classes.catalogue()
        let table = catalogue[scheme]
        let below = table.ordered(table.children(of: symbol).map(\.symbol) + level.below.keys)
        if let symbol, table[symbol] == nil, below.isEmpty, level.own == RecordCount() {
            throw Failure.notFound(what: "\(symbol) of \(scheme.rawValue)")
        }
        // Records name classes of goods alone: what lies below them has no counts.
        let isCounted = scheme != .nice || symbol == nil
        let presenter = ClassPresenter(catalogue: catalogue, language: link.language)
        func count(_ symbol: String) -> RecordCount? { isCounted ? level.below[symbol] ?? RecordCount() : nil }
        if visit.request.format == .json {
            let document = ClassLevelDocument(
                snapshot: level.sequence,
                scheme: scheme.rawValue,
                symbol: symbol,
                zh: symbol.flatMap { catalogue.entry(of: $0, in: scheme)?.zh },
                en: symbol.flatMap { catalogue.entry(of: $0, in: scheme)?.en },
                above: symbol.map { table.ancestors(of: $0).map { presenter.document(scheme, $0) } } ?? [],
                count: CountDocument(level.own),
                query: symbol.flatMap { presenter.query(scheme, $0) },
                ipc: symbol.map { presenter.ipc(of: $0, in: scheme) }.flatMap { $0.isEmpty ? nil : $0 },
                classes: below.map { presenter.document(scheme, $0, count($0)) },
                finds: finds.map { presenter.document(scheme, $0) }
            )
            return .json(try WireJSON.encode(document), tagged: true)
        }
        let full = symbol.flatMap { catalogue.entry(of: $0, in: scheme)?.title(in: link.language.rawValue) }
        let symbols = symbol.map { presenter.ipc(of: $0, in: scheme) } ?? []
        let model = ClassPage(
            link: link,
            scheme: scheme.words.text(in: link.language.rawValue),
            own: symbol.map { presenter.row(scheme, $0) },
            fullTitle: full?.text,
            count: Tally(level.own),
            above: symbol.map { table.ancestors(of: $0).map { presenter.row(scheme, $0) } } ?? [],
            below: below.map { presenter.row(scheme, $0, count($0)) },
            ownSearch: symbol.flatMap { presenter.search(presenter.ownQuery(scheme, $0)) },
            wideSearch: symbol.flatMap { presenter.search(presenter.wideQuery(scheme, $0)) },
            // Of a sector the fields below tell enough.
            ipc: below.isEmpty || scheme == .industry ? symbols.map { presenter.row(.ipc, $0) } : [],
            concordance: symbol.flatMap { symbol in
                scheme == .region
                    ? nil : ConcordanceLink(symbol, from: link.scheme, language: link.language)
            },
            hasTitles: table.isLoaded || Self.builtInWhole.contains(scheme)
                || (scheme == .ipc && catalogue[.cpc].isLoaded),
            edition: table.edition,
            finds: finds.map { presenter.finds(scheme, $0) }
        )
        return .page(pages.classLevel(model, frame(visit, await figures(), sequence: level.sequence)), tagged: true)
    }

    /// Schemes whose titles are built in as a whole.
    private static let builtInWhole: Set<ClassScheme> = [.field, .region]
}
