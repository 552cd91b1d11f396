import Discovery
import Domain
import Foundation
import HTTPTypes
import Identity
import Links
import Pages
import Store
import Wire

/// The site: what each address answers.
struct Site: Sendable {
    let services: WebServer.Services
    let pages: PageRenderer
    let assets: Assets
    let options: WebServer.Options
    let meter: RequestMeter
    let ending = Ending()
    let buckets = TokenBuckets()

    /// Answers a request that was admitted: decode, use case, page or document.
    ///
    /// - Throws: What the use cases throw, and `RequestFailure`; `ProblemMapping` says what becomes of it.
    func answer(_ visit: Visit) async throws -> Answer {
        guard let route = visit.route else { throw RequestFailure.nowhere }
        guard let permission = RoutePermission.table[route], isAllowed(permission, visit) else {
            throw Failure.notAllowed(action: route.rawValue)
        }
        if let choice = visit.request.choice { return try await keep(choice, visit) }
        guard permission == .signedIn || visit.isOfAccount else { return try await answer(visit, route) }
        return try await known(visit, route, permission)
    }

    /// Answers where it matters who is signed in, which ``admit(_:)`` found out: the one place that turns others away.
    private func known(_ visit: Visit, _ route: Route, _ permission: RoutePermission) async throws -> Answer {
        // The form to sign in says why nobody signs in over a network that is not encrypted.
        let isHeard = permission == .signedIn && !isUnheard(visit)
        guard route.isPage || !isHeard else { throw RequestFailure.unencrypted }
        let isRefused = permission == .signedIn && (visit.caller == nil || isHeard)
        var answer = isRefused ? try await signedOut(visit, route) : try await self.answer(visit, route)
        // What everybody sees of a register or a plan may be asked for again by its tag.
        let isOfEntries = visit.request.link.showsEntries
        if permission != .public || visit.caller != nil || !isOfEntries {
            // A program changes what it read by the tag of that, which nobody may keep all the same.
            if !route.isPage, isOfEntries, case .revalidated(let tag?) = answer.caching {
                answer.headers[.eTag] = tag
            }
            answer.caching = .none
        }
        if visit.caller == nil { forgetSession(visit, &answer) }
        return answer
    }

    /// Answers what a visitor may ask.
    private func answer(_ visit: Visit, _ route: Route) async throws -> Answer {
        if visit.isForm, visit.file == nil, !visit.isConfidential, visit.request.format == .html,
            visit.request.link.keepsText,
            visit.request.link.isShort
        {
            // What was sent can be an address, to be kept and passed on.
            return .redirect(.seeOther, to: visit.request.link.text)
        }
        switch visit.request.link {
        case .home: return try await home(visit)
        case .search(let state):
            switch visit.request.format {
            case .html, .jsonl, .xlsx: return try await searchPage(visit, state)
            case .json: return try await searchTwin(visit, state)
            case .csv: return try await searchTable(visit, state)
            case .atom: return try await searchFeed(visit, state)
            }
        case .record(let link): return try await record(visit, link)
        case .recordFile(let link, let format): return try await recordFile(visit, link, format)
        case .drawing(let link): return try await drawing(visit, link)
        case .page(let page, _): return try await fixed(visit, page)
        case .translation(let link):
            return visit.request.format == .json ? try translationTwin(link) : await translationPage(visit, link)
        case .numbers(let link):
            switch visit.request.format {
            case .json: return try await numbersTwin(visit, link)
            case .csv: return try await numbersTable(visit, link)
            default: return try await numbersPage(visit, link)
            }
        case .fees(let link):
            return visit.request.format == .json ? try feesTwin(link) : await feesPage(visit, link)
        case .compare(let link):
            switch visit.request.format {
            case .json: return try await compareTwin(link)
            case .csv: return try await compareTable(link)
            default: return try await comparePage(visit, link)
            }
        case .fields(let link): return try await fieldsPage(visit, link)
        case .related(let link):
            return visit.request.format == .json ? try await relatedTwin(link) : try await relatedPage(visit, link)
        case .names(let link):
            return visit.request.format == .json ? try await namesTwin(link) : try await namesPage(visit, link)
        case .proposal(let link): return try await proposalPage(visit, link)
        case .suggest(let link): return try await suggest(link)
        case .classes(let link): return try await classes(visit, link)
        case .concordance(let link):
            switch visit.request.format {
            case .json: return try await concordanceTwin(visit, link)
            case .csv: return try await concordanceTable(visit, link)
            default: return try await concordancePage(visit, link)
            }
        case .codes(let link):
            switch visit.request.format {
            case .json: return try codesTwin(link)
            case .csv: return codesTable(link)
            default: return await codesPage(visit, link)
            }
        case .plan(let link):
            return visit.request.format == .json ? try await planTwin(link) : try await planPage(visit, link)
        case .indicators(let link): return try await indicators(visit, link)
        case .network(let link):
            return visit.request.format == .json
                ? try await networkTwin(visit, link) : try await networkPage(visit, link)
        case .like(let link):
            return visit.request.format == .json ? try await likeTwin(visit, link) : try await likePage(visit, link)
        case .history(let link):
            return visit.request.format == .json
                ? try await historyTwin(visit, link) : try await historyPage(visit, link)
        case .account(let link): return try await account(visit, link)
        case .admin(let link): return try await admin(visit, link)
        case .signOn(let link): return try await signOn(visit, link)
        case .clients(let link): return try await clients(visit, link)
        case .registers(let link): return try await registers(visit, link)
        case .openSearch: return openSearch(visit)
        case .openAPI: return try openAPI()
        case .asset(let name): return try asset(assets[name])
        case .other: return try await plain(route, visit)
        }
    }

    /// Whether a visitor may ask, whoever it is; where somebody has to be signed in, ``known(_:_:_:)`` finds out.
    private func isAllowed(_ permission: RoutePermission, _ visit: Visit) -> Bool {
        switch permission {
        case .public, .signedIn: true
        case .trusted: !visit.isForwarded && options.trusted.contains { $0.contains(visit.peer) }
        }
    }

    /// Keeps how a reader wants pages to look, and goes back to the page.
    private func keep(_ choice: DisplayChoice, _ visit: Visit) async throws -> Answer {
        var answer: Answer
        if case .confidential = choice {
            answer = .redirect(.seeOther, to: visit.request.link.withoutText.text)
        } else if visit.isConfidential, visit.isForm {
            // What was asked must not become an address.
            answer = try await self.answer(visit.showing(choice))
        } else {
            answer = .redirect(.seeOther, to: visit.request.link.text)
        }
        for value in DisplayCookie.values(for: choice, isSecure: isSecure) {
            answer.headers.append(.init(name: .setCookie, value: value))
        }
        return answer
    }

    /// Leads to a search: to its address, or at once to its page in confidential mode and where the address is too long.
    func lead(_ visit: Visit, to state: SearchState) async throws -> Answer {
        let link = Link.search(state)
        guard visit.isConfidential || !link.isShort else { return .redirect(.seeOther, to: link.text) }
        return try await searchPage(visit.going(to: .search(state)), state)
    }

    // MARK: Without records

    private func home(_ visit: Visit) async throws -> Answer {
        let figures = try await services.overview()
        if visit.request.format == .json {
            let document = FiguresDocument(
                version: options.version,
                mode: options.mode.rawValue,
                snapshot: figures.sequence,
                asOf: figures.date,
                total: CountDocument(figures.total),
                registers: CountDocument.perRegister(figures.registers)
            )
            return .json(try WireJSON.encode(document), tagged: true)
        }
        let model = HomePage(
            counts: Tally.perRegister(figures.registers),
            examples: Self.examples[visit.language] ?? []
        )
        return .page(pages.home(model, frame(visit, figures)), tagged: true)
    }

    private func fixed(_ visit: Visit, _ page: FixedPage) async throws -> Answer {
        let figures = await figures()
        let frame = frame(visit, figures)
        switch page {
        case .about:
            let sources = try await services.overview.sources()
            let model = AboutPage(
                version: options.version,
                counts: Tally.perRegister(figures?.registers ?? [:]),
                sources: sources.map { AboutPage.DataSource(format: $0.format, records: Int($0.records)) }
            )
            return .page(pages.about(model, frame), tagged: true)
        case .accessibility: return .page(pages.accessibility(frame), tagged: true)
        case .design: return .page(pages.design(frame), tagged: true)
        case .help: return .page(pages.help(frame), tagged: true)
        case .kept: return .page(pages.kept(frame), tagged: true)
        case .privacy: return .page(pages.privacy(privacy, frame), tagged: true)
        }
    }

    private func openAPI() throws -> Answer {
        let routes = Route.allCases.filter { $0.cost > 0 }
        let terms = routes.map {
            (
                $0.template,
                OpenAPI.Terms(
                    cost: $0.cost,
                    scopes: $0.keyScopes?.map(\.rawValue).sorted(),
                    writing: $0.writeScopes?.map(\.rawValue).sorted()
                )
            )
        }
        let document = OpenAPI.document(
            version: options.version,
            csvRows: options.csvRows,
            terms: Dictionary(terms) { first, _ in first }
        )
        return .json(try WireJSON.encode(document), tagged: true)
    }

    private func asset(_ file: Answer?) throws -> Answer {
        guard let file else { throw RequestFailure.nowhere }
        return file
    }

    private func plain(_ route: Route, _ visit: Visit) async throws -> Answer {
        switch route {
        case .icon: return try asset(assets.icon)
        case .robots:
            let rules = "User-agent: *\n" + Self.closed.map { "Disallow: \($0)\n" }.joined() + "Allow: /\n"
            return Answer(type: "text/plain; charset=utf-8", body: .bytes(Array(rules.utf8)))
        case .live: return try health(HealthDocument(status: "up", snapshot: services.overview.newestSequence))
        case .ready: return try await ready()
        case .sru: return try await sru(visit)
        case .metrics: return await metrics()
        case .token, .userInfo, .revocation, .signingKeys, .openIDConfiguration, .oauthMetadata:
            return try await signOnEndpoint(route, visit)
        case .providerReturn: return try await providerReturn(visit)
        case .snapshot: return try await snapshot()
        case .snapshotFile: return try snapshotFile(String(visit.path.dropFirst(Route.snapshotFolder.count)), visit)
        default: throw RequestFailure.nowhere
        }
    }

    // MARK: Around every page

    /// The figures, or nil where they cannot be had now: a page is worth showing without them.
    func figures() async -> Overview.Figures? {
        try? await services.overview()  // A failure of the store or index is told by the page that needs them.
    }

    func frame(_ visit: Visit, _ figures: Overview.Figures?, sequence: UInt64? = nil) -> PageFrame {
        let sequence = sequence ?? figures?.sequence
        return PageFrame(
            link: visit.request.link.isShort ? visit.request.link : visit.request.link.withoutText,
            theme: visit.theme,
            size: visit.size,
            mode: options.mode == .production ? .production : .demonstration,
            hasSamples: (figures?.total.samples ?? 0) > 0,
            snapshot: sequence.map { SnapshotStamp(sequence: $0, date: figures?.date) },
            notice: OperatorNotice(name: options.operatorName, icp: options.icpNumber, police: options.policeNumber),
            requestID: visit.id,
            origin: options.origin,
            isConfidential: visit.isConfidential
        )
    }

    /// Places where every address is work of its own, or somebody's own; robots are asked to leave them alone.
    private static let closed = [
        Link.searchPath, Link.likePath, Link.historyPath, Link.numbersPath, Link.translationPath, Link.sruPath,
        Link.comparePath, Link.suggestPath, Link.relatedPath, Link.namesPath, Link.concordancePath, Link.accountPath,
        Link.networkPath,
        Link.adminPath,
        Link.signOnPath, Link.clientsPath,
    ]

    /// Queries for a first visitor, as somebody would type them.
    static let examples: [PageLanguage: [String]] = [
        .zh: ["电池", "申请人=大学", "IPC=H01M10", "发明名称=系统 AND 申请日>=2020"],
        .en: ["battery", "PA=university", "IPC=H01M10", "TI=system AND AD>=2020"],
    ]
}
