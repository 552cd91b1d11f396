import Synchronization

/// The PostgreSQL databases of one test, one for each data folder that it names.
public final class TestDatabases: Sendable {
    /// Those of the test that runs now; nil while it runs on SQLite.
    @TaskLocal public static var current: TestDatabases?

    private let server: TestServer
    private let urls = Mutex<[String: String]>([:])

    private init(_ server: TestServer) {
        self.server = server
    }

    /// The address for a data folder, the same each time.
    public func url(for folder: String) throws -> String {
        try urls.withLock { urls in
            if let url = urls[folder] { return url }
            let url = try server.makeDatabase()
            urls[folder] = url
            return url
        }
    }

    /// Runs a test on SQLite and, where there is a server for tests, on PostgreSQL; its databases are dropped afterwards,
    /// unless something goes wrong.
    public static func onEach(_ test: () async throws -> Void) async throws {
        try await test()
        guard let server = TestServer.shared else { return }
        let databases = TestDatabases(server)
        try await $current.withValue(databases) { try await test() }
        for url in databases.urls.withLock({ Array($0.values) }) { try server.dropDatabase(url) }
    }
}
