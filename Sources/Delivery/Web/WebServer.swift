package import Discovery
package import Federation
import Foundation
import Hummingbird
import HummingbirdCore
package import Identity
package import Logging
import NIOCore
import Pages
package import Registers
package import ServiceLifecycle

/// Pages and API over HTTP.
package struct WebServer: Sendable {
    /// The use cases that the site offers.
    package struct Services: Sendable {
        package var search: Search
        package var findRecord: FindRecord
        package var translateQuery: TranslateQuery
        package var overview: Overview
        package var classes: Classes
        package var aliases: Aliases
        package var plans: PlansInForce
        package var indicators: Figures
        package var accounts: Accounts
        package var singleSignOn: SingleSignOn
        package var outsideSignIn: OutsideSignIn
        package var verifyAudit: VerifyAudit
        package var standing: NodeStanding
        package var snapshots: SnapshotOffer
        package var registerEntries: RegisterEntries
        package var listEntries: ListEntries
        package var planMeasures: PlanMeasures
        package var importEntries: ImportEntries
        package var publishDefinitions: PublishDefinitions

        package init(
            search: Search,
            findRecord: FindRecord,
            translateQuery: TranslateQuery = TranslateQuery(),
            overview: Overview,
            classes: Classes,
            aliases: Aliases,
            plans: PlansInForce,
            indicators: Figures,
            accounts: Accounts,
            singleSignOn: SingleSignOn? = nil,
            outsideSignIn: OutsideSignIn? = nil,
            verifyAudit: VerifyAudit,
            standing: NodeStanding,
            snapshots: SnapshotOffer,
            registerEntries: RegisterEntries,
            listEntries: ListEntries,
            publishDefinitions: PublishDefinitions
        ) {
            self.search = search
            self.findRecord = findRecord
            self.translateQuery = translateQuery
            self.overview = overview
            self.classes = classes
            self.aliases = aliases
            self.plans = plans
            self.indicators = indicators
            self.accounts = accounts
            self.singleSignOn = singleSignOn ?? SingleSignOn(accounts)
            self.outsideSignIn = outsideSignIn ?? OutsideSignIn(accounts)
            self.verifyAudit = verifyAudit
            self.standing = standing
            self.snapshots = snapshots
            self.registerEntries = registerEntries
            self.listEntries = listEntries
            planMeasures = PlanMeasures(listEntries)
            importEntries = ImportEntries(registerEntries)
            self.publishDefinitions = publishDefinitions
        }
    }

    /// Answers requests; without a network in tests.
    let responder: SiteResponder
    private let options: Options
    private let logger: Logger

    /// Loads templates, styles and static files.
    ///
    /// - Throws: `SiteFailure` for templates that cannot be used, `Failure.unavailable` when the static files are not
    ///   there.
    package init(services: Services, options: Options = Options(), logger: Logger) throws {
        var page = PageRenderer.Options()
        page.search = options.search
        var assets = try Assets(folder: options.publicFolder)
        let pages = try PageRenderer(
            folder: options.siteFolder.map { URL(filePath: $0) },
            options: page,
            assets: assets.names
        )
        assets.add(pages.stylesheet)
        let site = Site(services: services, pages: pages, assets: assets, options: options, meter: RequestMeter())
        responder = SiteResponder(site: site, options: options, logger: logger)
        self.options = options
        self.logger = logger
    }

    /// The server as a service that ends gracefully: at once the node says that it is not ready, after the drain time
    /// no new connection is taken, and what was accepted is answered.
    ///
    /// - Parameter ready: Called once with the port, when requests are answered.
    /// - Returns: The service; its `run()` ends when the service group shuts down, and throws `Failure.unavailable` when
    ///   the address cannot be listened on.
    package func application(ready: @escaping @Sendable (Int) -> Void = { _ in }) -> any Service {
        let socket = ListeningSocket()
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [LateQuiescing()],
                    idleTimeout: .seconds(Int64(options.idleSeconds))
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(options.host, port: options.port),
                availableConnectionsDelegate: MaximumAvailableConnections(options.connections, logger: logger)
            ),
            onServerRunning: { channel in
                socket.opened(channel)
                ready(channel.localAddress?.port ?? options.port)
            },
            logger: logger
        )
        return DrainingServer(
            server: Listener(application: application, host: options.host, port: options.port),
            socket: socket,
            ending: responder.ending,
            drain: .seconds(options.drainSeconds),
            logger: logger
        )
    }
}
