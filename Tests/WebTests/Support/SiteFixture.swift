import Declarations
import Discovery
import Domain
import EntryIndex
import Federation
import Foundation
import Hummingbird
import HummingbirdTesting
import Identity
import Links
import Logging
import Registers
import SQLiteDriver
import Store

@testable import Web

/// A site over a store with sample records and some records of our own, in a folder of its own.
struct SiteFixture: Sendable {
    let folder: String
    let store: Store
    let published: PublishedIndex
    let publishedRegisters: PublishedIndex
    let registerFollower: IndexFollower
    let server: WebServer
    var accounts: Accounts { server.responder.site.services.accounts }
    var outsideSignIn: OutsideSignIn { server.responder.site.services.outsideSignIn }
    var registerEntries: RegisterEntries { server.responder.site.services.registerEntries }
    var singleSignOn: SingleSignOn { server.responder.site.services.singleSignOn }
    var verifyAudit: VerifyAudit { server.responder.site.services.verifyAudit }

    /// How many records the shared fixture holds: samples, and those of ``OwnRecords``.
    static let sampleCount = 300

    /// Passwords that cost nothing: how strong they are is tested where they are made.
    static var cheap: Accounts.Options {
        var options = Accounts.Options()
        options.cost = PasswordHash.Cost(logN: 10, r: 1, p: 1)
        options.mails = true
        return options
    }

    /// One site for all tests that only read.
    static let shared = Task {
        try await SiteFixture(
            samples: sampleCount,
            own: OwnRecords.all,
            registers: DeclaredOutlets.files,
            isDeclared: true
        )
    }

    init(
        samples: Int,
        own: [Right],
        registers: [DeclarationFile] = [],
        isIndexed: Bool = true,
        isDeclared: Bool = false,
        patience: Duration = Search.Options().patience,
        pool: SearchPool.Options = SearchPool.Options(threads: 2),
        time: Int64? = nil,
        proposals: Aliases.Options = Aliases.Options(),
        accounts: Accounts.Options = SiteFixture.cheap,
        hasKey: Bool = true,
        providers: [OutsideProvider] = [],
        over connection: (any OutsideConnection)? = nil,
        change: (inout WebServer.Options) -> Void = { _ in }
    ) async throws {
        folder = NSTemporaryDirectory() + "huizhi-web-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var keeping = StoreOptions()
        if let time { keeping.now = { time } }
        store = try await Store.open(SQLiteDatabase(path: StoreFolder(path: folder).database), options: keeping)
        published = PublishedIndex()
        publishedRegisters = PublishedIndex()
        registerFollower = Self.registerFollower(store, folder + "/index-registers", publishedRegisters)
        if samples > 0 {
            _ = try await SampleRecords(store: store, isAllowed: true)(0..<samples, seed: 7)
        }
        _ = try await store.stage(OwnRecords.picture)
        for right in own {
            guard let id = right.entryID else { throw Failure.invalid(field: "record", reason: "has no number") }
            let change = EntryChange(
                register: id.register.rawValue,
                entry: id.description,
                expectedVersion: nil,
                draft: try RightContent.draft(of: right)
            )
            _ = try await store.save([change], author: "system")
        }
        let definitions = DefinitionCache(store: store, patience: .zero)
        let publish = PublishDefinitions(store: store, cache: definitions)
        if !registers.isEmpty { _ = try await publish(publish.plan(registers), by: .operator) }
        if isDeclared {
            let folder = DefinitionFolder(path: Self.root.appending(path: "Definitions").path)
            _ = try await publish(publish.plan(try folder.files()), by: .operator)
        }
        if isIndexed {
            let follower = IndexFollower(folder: folder + "/index", store: store, published: published)
            try await follower.catchUp()
            await follower.close()
        }
        try await registerFollower.catchUp()
        var searching = Search.Options()
        searching.patience = patience
        // However slow the machine is, everything is counted.
        searching.suggestionTime = .seconds(600)
        let pool = SearchPool(options: pool)
        let search = Search(store: store, index: published, pool: pool, options: searching)
        var options = WebServer.Options()
        options.publicFolder = Self.root.appending(path: "Public").path
        // However slow the machine is.
        options.healthSeconds = 600
        change(&options)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let people = try Accounts(
            store: store,
            key: hasKey ? IdentityKey(secret: [UInt8](repeating: 7, count: IdentityKey.length)) : nil,
            options: accounts
        )
        let declared = RegisterEntries(store: store, definitions: definitions)
        server = try WebServer(
            services: .init(
                search: search,
                findRecord: FindRecord(store: store),
                overview: Overview(search: search, store: store),
                classes: Classes(search: search, store: store),
                aliases: Aliases(search: search, store: store, options: proposals),
                plans: PlansInForce(definitions: definitions),
                indicators: Figures(store: store, definitions: definitions, rest: 0),
                accounts: people,
                outsideSignIn: OutsideSignIn(people, providers, over: connection),
                verifyAudit: VerifyAudit(store: store),
                standing: NodeStanding(store: store, index: published, registers: publishedRegisters, pool: pool),
                snapshots: SnapshotOffer(folder: folder + "/index", index: published),
                registerEntries: declared,
                listEntries: ListEntries(entries: declared, index: publishedRegisters, pool: pool),
                publishDefinitions: PublishDefinitions(
                    store: store,
                    cache: definitions,
                    folder: DefinitionFolder(path: Self.root.appending(path: "Definitions").path)
                )
            ),
            options: options,
            logger: logger
        )
    }

    /// Follows the log for the index of declared registers.
    private static func registerFollower(_ store: Store, _ folder: String, _ published: PublishedIndex) -> IndexFollower
    {
        let definitions = DefinitionCache(store: store, patience: .zero)
        return IndexFollower(folder: folder, store: store, published: published, options: .registers) {
            try await definitions.current().source
        }
    }

    /// The repository.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The site as the other end of a connection from an address sees it.
    private struct FromPeer: HTTPResponder {
        let site: SiteResponder
        let peer: String?

        func respond(to request: Request, context: SiteContext) async throws -> Response {
            var context = context
            context.peer = peer
            return try await site.respond(to: request, context: context)
        }
    }

    /// Sends a form.
    func post(_ address: String, _ fields: [String: String], cookie: String? = nil) async throws -> Reply {
        let form = fields.sorted { $0.key < $1.key }.map { name, value in
            "\(name)=" + (value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        }
        var headers = HTTPFields()
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers[.cookie] = cookie
        return try await get(
            address,
            method: .post,
            headers: headers,
            body: Array(form.joined(separator: "&").utf8)
        )
    }

    /// Sends a form with a document, as a browser does.
    func send(
        _ address: String,
        _ fields: [String: String],
        file: [UInt8],
        called name: String = "f",
        as field: String = "file",
        cookie: String? = nil
    ) async throws -> Reply {
        var body: [UInt8] = []
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            body += "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        body += "--edge\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\n\r\n".utf8
        body += file
        body += "\r\n--edge--\r\n".utf8
        var headers = HTTPFields()
        headers[.contentType] = "multipart/form-data; boundary=edge"
        headers[.cookie] = cookie
        return try await get(address, method: .post, headers: headers, body: body)
    }

    /// Asks for one address.
    func get(
        _ address: String,
        method: HTTPRequest.Method = .get,
        headers: HTTPFields = [:],
        body: [UInt8]? = nil,
        peer: String? = "127.0.0.1"
    ) async throws -> Reply {
        let application = Application(responder: FromPeer(site: server.responder, peer: peer))
        return try await application.test(.router) { client in
            let body = body.map { ByteBuffer(bytes: $0) }
            return try await client.execute(uri: address, method: method, headers: headers, body: body) { response in
                Reply(
                    address: address,
                    status: response.status.code,
                    headers: response.headers,
                    body: Array(response.body.readableBytesView)
                )
            }
        }
    }
}
