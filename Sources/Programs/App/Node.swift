import Discovery
import EntryIndex
import Federation
import Foundation
import Identity
import Logging
import Mail
import ServiceLifecycle
import Store
import UnixSignals
import Web

/// A running node: pages and API over the newest snapshot, and a follower that keeps it new.
package struct Node: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) {
        self.installation = installation
    }

    /// Serves until SIGTERM or SIGINT, then ends within ten seconds.
    ///
    /// - Parameters:
    ///   - listening: called once with the port, when requests are taken; until the node is ready, searches are told to
    ///     come back.
    ///   - indexing: called while the index is copied or catches up.
    ///   - ready: called once with the port, when searches are answered.
    /// - Throws: what stops a node from starting: the key file, the templates, a port that is taken.
    package func serve(
        listening: @escaping @Sendable (Int) -> Void,
        indexing: @escaping @Sendable (IndexProgress) -> Void,
        ready: @escaping @Sendable (Int) -> Void
    ) async throws {
        let logger = try Self.logger(installation.settings)
        // Without a key others sign.
        let key = try installation.settings.logKey.map { try LogKey.load(orMakeAt: $0) }
        let other = try key.flatMap { try installation.otherKey(of: $0) }
        let snapshots = SnapshotOffer(folder: installation.settings.path("index"), index: installation.published)
        let accounts = try await installation.accounts(makesKey: true)
        let verifyAudit = try installation.verifyAudit()
        let services = installation.services(snapshots, accounts, verifyAudit)
        var reach = PlatformMessenger.Options()
        reach.reachesPrivate = installation.settings.reachesPrivatePlatforms
        let messenger = PlatformMessenger(reach)
        let server = try WebServer(services: services, options: webOptions(), logger: logger)
        try await installation.publishDefinitions(logger)
        let start = NodeStart(ready)
        let following = installation.following(snapshots, logger, indexing) { start.note(.rights) }
        let followingRegisters = installation.followingRegisters(logger) { start.note(.registers) }
        var group = ServiceGroupConfiguration(
            services: [
                .init(service: following),
                .init(service: followingRegisters),
                .init(
                    service: JobRunning(
                        store: installation.store,
                        accounts: accounts,
                        singleSignOn: installation.singleSignOn(accounts),
                        messenger: messenger,
                        verifyAudit: verifyAudit,
                        key: key,
                        other: other,
                        mailer: installation.settings.mail.map(Mailer.init),
                        logger: logger
                    )
                ),
                .init(service: KeyUseNoting(accounts: accounts, logger: logger)),
                .init(
                    service: server.application { port in
                        listening(port)
                        start.note(.port(port))
                    }
                ),
                // Told first, because the last.
                .init(
                    service: EndInTime(limit: .milliseconds(9_700), logger: logger),
                    successTerminationBehavior: .ignore
                ),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        // What is cut off then needs a moment too.
        group.maximumGracefulShutdownDuration = .seconds(9)
        try await ServiceGroup(configuration: group).run()
        await installation.follower.close()
        await installation.registerFollower.close()
        try await installation.close()
    }

    private func webOptions() -> WebServer.Options {
        let settings = installation.settings
        var options = WebServer.Options()
        options.host = settings.host
        options.port = settings.port
        options.mode = settings.mode == .production ? .production : .demonstration
        options.publicFolder = settings.publicFolder
        options.operatorName = settings.operatorName
        options.icpNumber = settings.icpNumber
        options.policeNumber = settings.policeNumber
        options.privacyNote = settings.privacyNote
        options.origin = settings.origin
        options.trusted = settings.trusted
        options.drainSeconds = settings.drainSeconds
        options.networkQuota = settings.networkQuota
        options.accountQuota = settings.accountQuota
        options.keyQuota = settings.keyQuota
        return options
    }

    private static func logger(_ settings: Settings) throws -> Logger {
        var logger = Logger(label: "huizhi") { label in
            switch settings.logFormat {
            case .text: StreamLogHandler.standardError(label: label)
            case .json: JSONLogHandler()
            }
        }
        logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
        return logger
    }
}

extension Installation {
    /// The use cases that the site offers.
    fileprivate func services(
        _ snapshots: SnapshotOffer,
        _ accounts: Accounts,
        _ verifyAudit: VerifyAudit
    ) -> WebServer.Services {
        let pool = SearchPool()
        let search = search(pool: pool)
        var proposals = Aliases.Options()
        proposals.open = settings.openProposals
        return WebServer.Services(
            search: search,
            findRecord: FindRecord(store: store),
            overview: Overview(search: search, store: store),
            classes: Classes(search: search, store: store),
            aliases: Aliases(search: search, store: store, options: proposals),
            plans: plans,
            indicators: figures,
            accounts: accounts,
            singleSignOn: singleSignOn(accounts),
            outsideSignIn: OutsideSignIn(
                accounts,
                settings.signInProviders,
                over: ProviderConnection(reachesPrivate: settings.reachesPrivatePlatforms)
            ),
            verifyAudit: verifyAudit,
            standing: NodeStanding(store: store, index: published, registers: publishedRegisters, pool: pool),
            snapshots: snapshots,
            registerEntries: registerEntries,
            listEntries: listEntries(pool: pool),
            publishDefinitions: publishDefinitions
        )
    }
}
