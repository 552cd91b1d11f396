import Declarations
import Discovery
import Domain
import Foundation
import HTTPTypes
import Identity
import Links
import Registers
import Store
import Testing
import Wire

@testable import Web

/// The table of routes, its permissions, its description and what answers there.
struct RouteTests {
    /// The address of a file of the folder `Public`.
    static func asset(_ name: String) -> String {
        let bytes = FileManager.default.contents(atPath: SiteFixture.root.appending(path: "Public/" + name).path)
        return AssetName(name, content: bytes ?? Data()).link.text
    }

    /// An address of every route.
    static let addresses: [Route: String] = [
        .home: "/", .homeTwin: "/index.json", .search: "/search?q=%E7%94%B5%E6%B1%A0",
        .searchTwin: "/search.json?q=%E7%94%B5%E6%B1%A0", .searchTable: "/search.csv?q=%E7%94%B5%E6%B1%A0",
        .record: "/patent/CN2021990000018", .recordTwin: "/patent/CN2021990000018.json",
        .recordFile: "/patent/CN2021990000018.ris", .drawing: "/patent/CN2021990000018/drawings/1.png",
        .about: "/about",
        .accessibility: "/accessibility", .design: "/design", .help: "/help", .kept: "/kept", .privacy: "/privacy",
        .searchFeed: "/search.atom?q=%E7%94%B5%E6%B1%A0",
        .compare: "/compare?record=patent/CN2021990000018&record=CN404",
        .compareTwin: "/compare.json?record=patent/CN2021990000018",
        .compareTable: "/compare.csv?record=patent/CN2021990000018",
        .fees: "/fees?filed=2019-03-05", .suggest: "/suggest.json?q=%E7%94%B5%E6%B1%A0",
        .related: "/related?q=%E7%94%B5%E6%B1%A0", .relatedTwin: "/related.json?q=%E7%94%B5%E6%B1%A0",
        .names: "/names?q=%E7%94%B5%E6%B1%A0", .namesTwin: "/names.json?q=%E7%94%B5%E6%B1%A0",
        .proposal: "/names/propose?spelling=a&holder=b",
        .classes: "/classes", .classesTwin: "/classes.json", .scheme: "/classes/ipc", .schemeTwin: "/classes/nice.json",
        .classLevel: "/classes/ipc/H01M10/05", .classLevelTwin: "/classes/vienna/7.json",
        .concordance: "/concordance?s=H01M", .concordanceTwin: "/concordance.json?s=H01M",
        .concordanceTable: "/concordance.csv?s=H01M", .codes: "/codes", .codesTwin: "/codes.json",
        .codesTable: "/codes.csv",
        .plan: "/plan", .planTwin: "/plan.json", .network: "/network", .networkTwin: "/network.json",
        .indicators: "/figures", .indicatorsTwin: "/figures.json", .indicator: "/figures/key-outlets?in=610000",
        .indicatorTwin: "/figures/prefecture-coverage.json", .indicatorTable: "/figures/key-outlets.csv",
        .indicatorPlanner: "/figures/prefecture-coverage/planner",
        .indicatorPlannerTwin: "/figures/prefecture-coverage/planner.json",
        .indicatorRanking: "/figures/key-outlets/ranking",
        .authorize: "/oauth/authorize", .token: "/oauth/token", .userInfo: "/oauth/userinfo",
        .revocation: "/oauth/revoke", .endSession: "/oauth/end-session", .signingKeys: "/oauth/jwks.json",
        .openIDConfiguration: "/.well-known/openid-configuration",
        .oauthMetadata: "/.well-known/oauth-authorization-server",
        .accountProviders: "/account/providers", .providerReturn: "/account/providers/sample/return",
        .consents: "/account/consents", .clients: "/admin/clients", .clientsTwin: "/admin/clients.json",
        .client: "/admin/clients/abcdefghijklmnopqrstuvwxyz",
        .registers: "/registers", .registersTwin: "/registers.json", .declaredRegister: "/registers/outlet",
        .declaredRegisterTwin: "/registers/outlet.json",
        .declaredRegisterFile: "/registers/note.csv", .declaredRegisterFeed: "/registers/note.atom",
        .entryTable: "/registers/note/import", .newEntry: "/registers/note/new",
        .entryProposals: "/registers/outlet/proposals",
        .account: "/account", .accountTwin: "/account.json", .signUp: "/account/sign-up", .signIn: "/account/sign-in",
        .password: "/account/password", .reset: "/account/reset", .email: "/account/email",
        .twoStep: "/account/two-step", .confirmation: "/account/confirm",
        .accountData: "/account/data", .accountDataTwin: "/account/data.json",
        .admin: "/admin", .adminAccounts: "/admin/accounts", .adminAccountsTwin: "/admin/accounts.json",
        .adminGrants: "/admin/grants", .adminGrantsTwin: "/admin/grants.json",
        .adminAudit: "/admin/audit", .adminAuditTwin: "/admin/audit.json?kind=log",
        .adminAuditTable: "/admin/audit.csv",
        .adminVerification: "/admin/audit/verification", .adminVerificationTwin: "/admin/audit/verification.json",
        .adminDefinitions: "/admin/definitions", .adminDefinitionsTwin: "/admin/definitions.json",
        .adminDefinition: "/admin/definitions/registers/outlet",
        .adminDefinitionTwin: "/admin/definitions/registers/outlet.json",
        .adminDefinitionText: "/admin/definitions/registers/outlet.yaml",
        .adminNewDefinition: "/admin/definitions/new",
        .accountKeys: "/account/keys", .accountKeysTwin: "/account/keys.json",
        .identity: "/account/identity", .merge: "/account/merge",
        .organisations: "/account/organisations", .organisationsTwin: "/account/organisations.json",
        .authorisations: "/account/authorisations", .authorisationsTwin: "/account/authorisations.json",
        .accountKept: "/account/kept", .accountKeptTwin: "/account/kept.json",
        .feesTwin: "/fees.json?filed=2019-03-05", .fields: "/fields", .numbers: "/numbers?n=CN1",
        .numbersTwin: "/numbers.json?n=CN1", .numbersTable: "/numbers.csv?n=CN1", .like: "/like",
        .likeTwin: "/like.json?q=%E7%94%B5%E6%B1%A0", .history: "/history?h=%E7%94%B5%E6%B1%A0%0A%231",
        .historyTwin: "/history.json?h=%E7%94%B5%E6%B1%A0%0A%231", .openSearch: "/opensearch.xml",
        .sru: "/sru?query=%E7%94%B5%E6%B1%A0",
        .translation: "/translate?q=ti%20any%20%22a%20b%22",
        .translationTwin: "/translate.json?q=valve.ti.", .openAPI: "/openapi.json",
        .asset: asset("page.js"), .icon: "/favicon.ico", .robots: "/robots.txt", .live: "/health/live",
        .ready: "/health/ready", .metrics: "/metrics", .snapshot: "/snapshot",
    ]

    /// What a route answers to who asks it with nothing, where that is a refusal.
    private static let refusals: [Route: Int] = [
        .authorize: 400, .token: 400, .userInfo: 401, .revocation: 400, .clients: 403, .clientsTwin: 403, .client: 403,
        .providerReturn: 404,
    ]

    /// The address of a route; a file of a snapshot is one that the manifest names.
    static func address(_ route: Route) async throws -> String {
        if let address = addresses[route] { return address }
        if let entry = try await declared.value[route] { return entry }
        if let item = try await items.value[route] { return item }
        switch route {
        case .adminAccount: return "/admin/" + (try await system.value.account)
        case .adminAccountTwin: return "/admin/\(try await system.value.account).json"
        case .adminGrant, .adminGrantTwin:
            var browser = try await security.value.browser
            let grants = try await browser.get("/admin/grants.json").decoded(GrantsDocument.self).grants
            return "/admin/" + (try #require(grants.first?.grant)) + (route == .adminGrant ? "" : ".json")
        default: break
        }
        let fixture = try await SiteFixture.shared.value
        _ = try await fixture.get("/snapshot")
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder + "/index")
        return "/snapshot/" + (try #require(names.first { $0.hasSuffix(".hz") }))
    }

    /// Somebody who is signed in at the shared site.
    static let signedIn = Task {
        try await AccountTests.signedUp(try await SiteFixture.shared.value, "routes@example.cn")
    }

    /// The pages of an organisation that they made, and of what they may do for it.
    private static let items = Task<[Route: String], any Error> {
        var browser = try await signedIn.value
        let organisation = try await OrganisationPagesTests.make(&browser)
        let document = try await browser.get(organisation + ".json").decoded(OrganisationPageDocument.self)
        let authorisation = "/account/" + document.own[0].id.replacing("authorisation/", with: "authorisations/")
        return [
            .organisation: organisation, .organisationTwin: organisation + ".json", .authorisation: authorisation,
            .authorisationTwin: authorisation + ".json",
        ]
    }

    /// The pages of an outlet, of a note, and of a change of an outlet that waits.
    private static let declared = Task<[Route: String], any Error> {
        let site = try await SiteFixture.shared.value
        let base: [String: FieldValue] = ["name": .text("示例网点"), "region": .text("120000")]
        let outlet = "/registers/" + (try await site.saved("outlet", EntryContent(fields: base)))
        let note = "/registers/" + (try await site.saved("note", EntryContent(fields: base)))
        var other = try await Administrator(site, .staff, "outlets@example.cn").browser
        let sent = try await other.fill(outlet + "/edit", ["base": "1", "v.name": "示例网点二"])
        let proposal = try #require(sent.header("Location")?.split(separator: "?").first.map(String.init))
        let file = RegisterEntries.Upload(field: "leaflet", name: "示例.pdf", bytes: Array("%PDF-1.7".utf8))
        let wish = RegisterEntries.Wish(register: "outlet", content: EntryContent(fields: base), uploads: [file])
        guard case .saved(let holder, _) = try await site.registerEntries.save(wish, .operator) else {
            throw Failure.conflict(reason: "not saved")
        }
        let digest = try #require(try await site.registerEntries.show(holder, .everyone).content.files.first?.digest)
        return [
            .entryFile: "/registers/\(holder)/files/\(digest)", .entryPoster: outlet + "/poster",
            .entry: outlet, .entryTwin: outlet + ".json", .entryHistory: outlet + "/history",
            .entryHistoryTwin: outlet + "/history.json", .changedEntry: note + "/edit", .entryProposal: proposal,
        ]
    }
    private static let staff = Task {
        try await Administrator(try await SiteFixture.shared.value, .staff, "staff@example.cn")
    }

    /// Who may look at accounts there, and who at grants.
    private static let system = Task {
        try await Administrator(try await SiteFixture.shared.value, .systemAdministrator, "system@example.cn")
    }
    private static let security = Task {
        try await Administrator(try await SiteFixture.shared.value, .securityAdministrator, "security@example.cn")
    }

    private static let auditor = Task {
        try await Administrator(try await SiteFixture.shared.value, .auditAdministrator, "audit@example.cn")
    }

    /// Who may ask at a route that is for who is signed in.
    private static func browser(_ route: Route) async throws -> Browser {
        switch route {
        case .adminAccounts, .adminAccountsTwin, .adminAccount, .adminAccountTwin: try await system.value.browser
        case .adminGrants, .adminGrantsTwin, .adminGrant, .adminGrantTwin: try await security.value.browser
        case .adminAudit, .adminAuditTwin, .adminAuditTable, .adminVerification, .adminVerificationTwin:
            try await auditor.value.browser
        case .adminDefinitions, .adminDefinitionsTwin, .adminDefinition, .adminDefinitionTwin, .adminDefinitionText,
            .adminNewDefinition:
            try await system.value.browser
        case .newEntry, .changedEntry, .entryTable, .entryProposal, .indicatorRanking: try await staff.value.browser
        default: try await signedIn.value
        }
    }

    /// What a route answers to who may ask.
    private static func reply(_ route: Route, method: HTTPRequest.Method = .get) async throws -> Reply {
        let fixture = try await SiteFixture.shared.value
        var headers = HTTPFields()
        if RoutePermission.table[route] == .signedIn {
            let cookies = try await browser(route).cookies
            headers[.cookie] = cookies.map { $0.key + "=" + $0.value }.joined(separator: "; ")
        }
        return try await fixture.get(try await address(route), method: method, headers: headers)
    }

    @Test func `every route has a permission and no permission lacks a route`() {
        #expect(Set(RoutePermission.table.keys) == Set(Route.allCases))
    }

    @Test func `the description of the interface names exactly the routes that are not for operators`() {
        guard case .object(let paths)? = OpenAPI.document(version: "0", csvRows: 1)["paths"] else {
            Issue.record("no paths")
            return
        }
        let routes = Route.allCases.filter { RoutePermission.table[$0] != .trusted }
        #expect(Set(paths.keys) == Set(routes.map(\.template)))
        for route in routes {
            #expect((paths[route.template]?["post"] != nil) == (route.takesForm || route.writing == .post), "\(route)")
            #expect((paths[route.template]?["put"] != nil) == (route.writing == .put), "\(route)")
            let isOwn = RoutePermission.table[route] == .signedIn
            #expect((paths[route.template]?["get"]?["security"] != nil) == isOwn, "\(route)")
        }
    }

    @Test func `what varies in a path of an account is a parameter of each of its operations`() {
        guard case .object(let paths)? = OpenAPI.document(version: "0", csvRows: 1)["paths"] else {
            Issue.record("no paths")
            return
        }
        for (path, operations) in paths where path.hasPrefix("/account") {
            let names = path.matches(of: /\{([a-z]+)\}/).map { JSONNode.text(String($0.output.1)) }
            for method in ["get", "post"] {
                guard let operation = operations[method] else { continue }
                var described: [JSONNode] = []
                if case .list(let parameters)? = operation["parameters"] {
                    described = parameters.filter { $0["in"] == "path" }.compactMap { $0["name"] }
                }
                #expect(Set(described) == Set(names), "\(method) \(path)")
            }
        }
    }

    @Test(arguments: Route.allCases)
    func `every route answers at its address`(route: Route) async throws {
        let address = try await Self.address(route)
        let visit = Visit(Self.head(address), id: "0", options: .standard)
        #expect(visit.route == route)
        let reply = try await Self.reply(route)
        #expect(reply.status == Self.refusals[route] ?? 200)
        #expect(!reply.body.isEmpty)
    }

    @Test(arguments: Route.allCases)
    func `every answer carries the security headers and an id of its own`(route: Route) async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await Self.reply(route)
        let policy = try #require(reply.header("Content-Security-Policy"))
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe-inline") && !policy.contains("http"))
        #expect(reply.header("X-Content-Type-Options") == "nosniff")
        #expect(reply.header("Referrer-Policy") == "same-origin")
        #expect(reply.header("Cache-Control") != nil)
        let id = try #require(reply.header("X-Request-ID"))
        #expect(id.count == 16)
        let other = try await fixture.get("/health/live").header("X-Request-ID")
        #expect(other != id)
    }

    @Test(arguments: Route.allCases)
    func `HEAD says what GET would, without saying it`(route: Route) async throws {
        let whole = try await Self.reply(route)
        let head = try await Self.reply(route, method: .head)
        #expect(head.status == whole.status)
        #expect(head.body.isEmpty)
        #expect(head.header("Content-Type") == whole.header("Content-Type"))
    }

    @Test func `the page about the data counts every register, samples apart`() async throws {
        let fixture = try await SiteFixture.shared.value
        let figures = try await fixture.get("/index.json").decoded(FiguresDocument.self)
        #expect(figures.total == CountDocument(records: OwnRecords.all.count, samples: SiteFixture.sampleCount))
        #expect(figures.registers.values.reduce(0) { $0 + $1.samples } == SiteFixture.sampleCount)
        let page = try await fixture.get("/about").text.filter { !$0.isWhitespace }
        for count in figures.registers.values { #expect(page.contains(">\(count.samples)<"), "\(count)") }
        // Samples were imported by nobody.
        #expect(page.contains("还没有导入文件"))
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .options])
    func `only reading is answered`(method: HTTPRequest.Method) async throws {
        let fixture = try await SiteFixture.shared.value
        for (address, allowed) in [("/help", "GET, HEAD"), ("/search?q=a", "GET, HEAD, POST")] {
            // A form only asks.
            if method == .post, allowed.hasSuffix("POST") { continue }
            let reply = try await fixture.get(address, method: method)
            #expect(reply.status == 405, "\(address)")
            #expect(reply.header("Allow") == allowed)
            #expect(reply.text.contains("只能读取"))
        }
    }

    @Test func `an address that is too long is refused, and so is a body that nobody reads`() async throws {
        let fixture = try await SiteFixture.shared.value
        let long = try await fixture.get("/search.json?q=" + String(repeating: "a", count: 20_000))
        #expect(long.status == 414)
        #expect(try long.decoded(ProblemDocument.self).type == "urn:huizhi:problem:too-long")
        var headers = HTTPFields()
        headers[.contentLength] = "100000"
        let large = try await fixture.get("/search.json", headers: headers)
        #expect(large.status == 413)
    }

    @Test(arguments: ["/nowhere", "/patent", "/patent/", "/search/", "/assets/none.css", "/assets/../Package.swift"])
    func `what is none of ours is not found`(address: String) async throws {
        let reply = try await SiteFixture.shared.value.get(address)
        #expect(reply.status == 404)
        #expect(reply.header("Content-Security-Policy") != nil)
    }

    @Test func `an unknown path is told in the reader's language and form`() async throws {
        let fixture = try await SiteFixture.shared.value
        #expect(try await fixture.get("/nowhere").text.contains("没有这一页"))
        #expect(try await fixture.get("/nowhere?lang=en").text.contains("There is no such page"))
        let problem = try await fixture.get("/nowhere.json")
        #expect(problem.header("Content-Type") == "application/problem+json")
        let document = try problem.decoded(ProblemDocument.self)
        #expect(document.status == 404 && document.instance == "/nowhere.json")
        #expect(document.request == problem.header("X-Request-ID"))
    }

    @Test func `the stylesheet, the script and the icon of a page are served, and for ever`() async throws {
        let fixture = try await SiteFixture.shared.value
        let home = try await fixture.get("/")
        let assets = (home.values(of: "href") + home.values(of: "src")).filter { $0.hasPrefix("/assets/") }
        #expect(assets.map { String($0.split(separator: ".")[1]) }.sorted() == ["css", "js", "js", "svg"])
        for address in assets {
            let reply = try await fixture.get(address)
            #expect(reply.status == 200, "\(address)")
            #expect(reply.header("Cache-Control") == "public, max-age=31536000, immutable", "\(address)")
        }
        #expect(try await fixture.get("/assets/page.js").status == 404, "a name without a digest could not be kept")
    }

    @Test(arguments: ["/", "/help", "/patent/CN2021990000018", "/patent/CN2021990000018.json", "/favicon.ico"])
    func `what a browser already has is not sent again`(address: String) async throws {
        let fixture = try await SiteFixture.shared.value
        // Pages name the request nowhere but in problems: the same page has the same tag.
        let tag = try #require(try await fixture.get(address).header("ETag"))
        var headers = HTTPFields()
        headers[.ifNoneMatch] = tag
        let reply = try await fixture.get(address, headers: headers)
        #expect(reply.status == 304 && reply.body.isEmpty)
        headers[.ifNoneMatch] = "\"another\""
        #expect(try await fixture.get(address, headers: headers).status == 200)
    }

    @Test func `a node without an index is up, but not ready`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: [OwnRecords.battery], isIndexed: false)
        #expect(try await fixture.get("/health/live").status == 200)
        #expect(try await fixture.get("/health/ready").status == 503)
        let page = try await fixture.get("/search?q=a")
        #expect(page.status == 503 && page.header("Retry-After") == "5")
        #expect(page.text.contains("现在很忙"))
        let document = try await fixture.get("/search.json?q=a")
        #expect(document.status == 503)
        #expect(try document.decoded(ProblemDocument.self).type == "urn:huizhi:problem:unavailable")
        // A record needs no index.
        #expect(try await fixture.get("/patent/CN2021990000018.json").status == 200)
        #expect(try await fixture.get("/help").status == 200)
    }

    @Test func `a full queue says when to come back`() async throws {
        let fixture = try await SiteFixture(
            samples: 0,
            own: [OwnRecords.battery],
            pool: SearchPool.Options(threads: 2, waitingLimit: 0)
        )
        let reply = try await fixture.get("/search?q=a")
        #expect(reply.status == 503)
        #expect(reply.header("Retry-After") == "2")
    }

    @Test func `an unforeseen failure gives a number and no detail`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: [OwnRecords.battery])
        try await fixture.store.close()
        let page = try await fixture.get("/patent/CN2021990000018")
        #expect(page.status == 500)
        #expect(page.text.contains(try #require(page.header("X-Request-ID"))))
        #expect(!page.text.contains("SQL") && !page.text.contains("atabase"))
        let problem = try await fixture.get("/patent/CN2021990000018.json").decoded(ProblemDocument.self)
        #expect(problem.status == 500 && problem.detail == nil)
    }

    static func head(_ address: String) -> HTTPRequest {
        HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: address)
    }
}
