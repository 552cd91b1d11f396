package import Discovery
import Domain
package import EntryIndex
package import Federation
import Foundation
package import Identity
import Index
import PostgresDriver
package import Registers
import SQLiteDriver
package import Store

/// Everything a node is made of, built once: the store and the use cases over it.
package struct Installation: Sendable {
    package let settings: Settings
    package let store: Store
    package let published: PublishedIndex
    package let follower: IndexFollower
    /// The index of declared registers, and who keeps it in step with the log.
    package let publishedRegisters: PublishedIndex
    package let registerFollower: IndexFollower
    package let copySnapshot: CopySnapshot
    package let importRecords: ImportRecords
    package let sampleRecords: SampleRecords
    package let exportRecords: ExportRecords
    package let withdrawRecords: WithdrawRecords
    package let importClasses: ImportClasses
    package let publishAliases: PublishAliases
    package let decideProposals: DecideProposals
    package let definitions: DefinitionCache
    package let publishDefinitions: PublishDefinitions
    package let registerEntries: RegisterEntries
    package let plans: PlansInForce
    package let importEntries: ImportEntries
    package let figures: Figures

    /// Opens the data folder, making it if need be, and brings the database to the schema of this program.
    ///
    /// With PostgreSQL the folder holds nothing but what this node can make again.
    ///
    /// - Throws: `Failure.unavailable` when the folder cannot be made; what the database throws, such as one from the
    ///   future.
    package static func open(_ settings: Settings) async throws -> Installation {
        do {
            try FileManager.default.createDirectory(
                atPath: settings.data,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw Failure.unavailable(
                reason: "the data folder \(settings.data) cannot be made: \(error.localizedDescription)"
            )
        }
        let store =
            if let url = settings.database {
                try await Store.open(PostgresDatabase(url: url))
            } else {
                try await Store.open(SQLiteDatabase(path: StoreFolder(path: settings.data).database))
            }
        let published = PublishedIndex()
        var importing = ImportRecords.Options(rejects: settings.path("rejects"))
        importing.acceptsSamples = settings.mode == .demonstration
        let follower = IndexFollower(folder: settings.path("index"), store: store, published: published)
        let publishedRegisters = PublishedIndex()
        let definitions = DefinitionCache(store: store)
        return Installation(
            settings: settings,
            store: store,
            published: published,
            follower: follower,
            publishedRegisters: publishedRegisters,
            registerFollower: IndexFollower(
                folder: settings.path(registerIndex),
                store: store,
                published: publishedRegisters,
                options: .registers
            ) { try await definitions.current().source },
            copySnapshot: CopySnapshot(siblings: settings.siblings, follower: follower, index: published),
            importRecords: ImportRecords(store: store, options: importing),
            sampleRecords: SampleRecords(store: store, isAllowed: settings.mode == .demonstration),
            exportRecords: ExportRecords(store: store),
            withdrawRecords: WithdrawRecords(store: store),
            importClasses: ImportClasses(store: store),
            publishAliases: PublishAliases(store: store),
            decideProposals: DecideProposals(store: store),
            definitions: definitions,
            publishDefinitions: PublishDefinitions(
                store: store,
                cache: definitions,
                folder: settings.definitionFolder.map { DefinitionFolder(path: $0) }
            ),
            registerEntries: RegisterEntries(store: store, definitions: definitions),
            plans: PlansInForce(definitions: definitions),
            importEntries: ImportEntries(store: store, definitions: definitions),
            figures: Figures(store: store, definitions: definitions)
        )
    }

    /// The folder of the index of declared registers, in the data folder.
    static let registerIndex = "index-registers"

    /// Makes the data folder from a backup, as it was when its log had so many lines; nil for the whole backup.
    ///
    /// - Throws: `StoreError` when the folder has a store, the backup is not as it was written or its log is shorter.
    @discardableResult
    package static func restore(from backup: String, _ settings: Settings, upTo size: Int64?) async throws
        -> Store.Rewound
    {
        let folder = StoreFolder(path: settings.data)
        var rewound = Store.Rewound()
        if let size {
            rewound = try await Store.restore(from: backup, to: folder, upTo: size) { path in
                try SQLiteDatabase(path: path)
            } draft: { entry in
                if let draft = try IdentityContent.draft(of: entry) { return draft }
                return Register(rawValue: entry.register) == nil
                    ? try DeclaredContent.draft(of: entry) : try RightContent.draft(of: RightContent.right(of: entry))
            }
        } else {
            try Store.restore(from: backup, to: folder)
        }
        let store = try await Store.open(SQLiteDatabase(path: folder.database))
        try await store.forgetSessions()
        try await store.close()
        return rewound
    }

    /// Opens a data folder that something was put into before; with PostgreSQL the folder may be new or empty.
    ///
    /// - Throws: `Failure.unavailable` when the folder holds no store, so that a mistyped name is not answered with "none
    ///   found"; otherwise as ``open(_:)``.
    package static func openExisting(_ settings: Settings) async throws -> Installation {
        let path = StoreFolder(path: settings.data).database
        guard settings.database != nil || FileManager.default.fileExists(atPath: path) else {
            throw Failure.unavailable(
                reason: "there is no store in \(settings.data) yet; `huizhi import` and `huizhi sample` make one, and "
                    + "--data names another folder"
            )
        }
        return try await open(settings)
    }

    /// A search over what is published, with threads of its own.
    package func search(pool: SearchPool = SearchPool(), options: Search.Options = Search.Options()) -> Search {
        Search(store: store, index: published, pool: pool, options: options)
    }

    /// Lists of declared registers over what is published.
    package func listEntries(pool: SearchPool) -> ListEntries {
        ListEntries(entries: registerEntries, index: publishedRegisters, pool: pool)
    }

    /// Accounts, with the key of this node where it has one; without, nobody can sign in here.
    ///
    /// - Parameter makesKey: Whether a store that never had accounts gets a key.
    /// - Returns: The use cases of accounts.
    /// - Throws: `StoreError.badKeyFile`; `Failure.invalid` for a list of passwords that is none.
    package func accounts(makesKey: Bool) async throws -> Accounts {
        let breached = try settings.breachedPasswords.map { try BreachedList(file: $0) } ?? BreachedList()
        var options = Accounts.Options()
        options.isOpen = settings.takesSignUps
        options.mails = settings.mail != nil
        options.disclosures = .seconds(settings.disclosureDays * 86_400)
        options.keys = settings.keys
        options.keyDays = settings.keyDays
        options.kept = settings.kept
        options.keyDayQuota = Int64(settings.keyDayQuota)
        // As sample records: what a simulator says is for demonstrations alone.
        options.takesSimulated = settings.mode == .demonstration
        var key: Identity.IdentityKey?
        if let path = settings.identityKey {
            key = try await Identity.IdentityKey.key(of: store, at: path, makes: makesKey)
        }
        return try Accounts(
            store: store,
            key: key,
            rules: PasswordRules(breached: breached),
            options: options,
            providers: settings.gateway.map { [$0] } ?? []
        )
    }

    /// Signing in to programs of others with these accounts.
    package func singleSignOn(_ accounts: Accounts) -> SingleSignOn {
        var options = SingleSignOn.Options()
        options.keyLife = .seconds(settings.signingKeyDays * 86_400)
        return SingleSignOn(accounts, options: options)
    }

    /// Brings the index up to the log for a command that searches once.
    ///
    /// Where there is none a sibling's is copied, or else it is built. When another process writes the index, waits up
    /// to two seconds for it and then answers from what there is.
    /// - Returns: How many log lines the answer will lack.
    package func prepareIndex(wait: Duration = .seconds(2), report: @Sendable (IndexProgress) -> Void)
        async throws -> Int64
    {
        do {
            try await makeWhole(report: report)
            await follower.close()
            return 0
        } catch IndexFailure.locked {
            let head = try await store.logHead().size
            let deadline = ContinuousClock.now.advanced(by: wait)
            while true {
                let snapshot = try Snapshot.open(settings.path("index"))
                published.publish(snapshot)
                let behind = head - Int64(snapshot.sequence)
                if behind <= 0 || ContinuousClock.now >= deadline { return max(0, behind) }
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    /// The ids of everything that matches, of an index that lacks nothing.
    ///
    /// - Throws: `Failure.unavailable` while another process is behind with the index; what a search throws.
    package func everything(_ question: SearchQuestion) async throws -> [String] {
        let behind = try await prepareIndex { _ in }
        guard behind == 0 else {
            throw Failure.unavailable(reason: "the index is \(behind) changes behind the log; try again in a moment")
        }
        return try await search().identifiers(question)
    }

    /// Brings the index to the end of the log: copies a sibling's where there is none, then follows the log.
    ///
    /// - Throws: `IndexFailure`, `StoreError`, `DatabaseError`, `CancellationError`.
    package func makeWhole(report: @Sendable (IndexProgress) -> Void) async throws {
        try await copySnapshot { report(IndexProgress($0)) }
        try await follower.catchUp { report(IndexProgress($0)) }
    }

    /// Ends all connections.
    package func close() async throws {
        try await store.close()
    }
}
