import Discovery
package import EntryIndex
import Foundation
import Logging
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
    ///   - indexing: called while the index catches up before the first request.
    ///   - ready: called once with the port, when requests are answered.
    /// - Throws: what stops a node from starting: the key file, the templates, a port that is taken.
    package func serve(
        indexing: @escaping @Sendable (IndexFollower.Progress) -> Void,
        ready: @escaping @Sendable (Int) -> Void
    ) async throws {
        let logger = try Self.logger(installation.settings)
        // Without a key others sign.
        let key = try installation.settings.logKey.map { try LogKey.load(orMakeAt: $0) }
        try await installation.follower.catchUp(report: indexing)
        let server = try WebServer(services: installation.services(), options: webOptions(), logger: logger)
        var group = ServiceGroupConfiguration(
            services: [
                .init(service: IndexFollowing(installation: installation, logger: logger)),
                .init(service: JobRunning(store: installation.store, key: key, logger: logger)),
                .init(service: server.application(ready: ready)),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        group.maximumGracefulShutdownDuration = .seconds(10)
        try await ServiceGroup(configuration: group).run()
        await installation.follower.close()
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
        options.origin = settings.origin
        return options
    }

    private static func logger(_ settings: Settings) throws -> Logger {
        var logger = Logger(label: "huizhi") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
        return logger
    }
}

extension Installation {
    /// The use cases that the site offers.
    fileprivate func services() -> WebServer.Services {
        let search = search()
        return WebServer.Services(
            search: search,
            findRecord: FindRecord(store: store),
            overview: Overview(search: search, store: store)
        )
    }
}
