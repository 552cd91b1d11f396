import Synchronization
import TestServer
import Testing

/// The PostgreSQL databases of one test, one for each data folder that it names.
final class EndToEndDatabases: Sendable {
    /// Those of the test that runs now; nil while it runs on SQLite.
    @TaskLocal static var current: EndToEndDatabases?

    private let server: TestServer
    private let urls = Mutex<[String: String]>([:])

    init(_ server: TestServer) {
        self.server = server
    }

    /// The address for a data folder, the same each time.
    func url(for folder: String) throws -> String {
        try urls.withLock { urls in
            if let url = urls[folder] { return url }
            let url = try server.makeDatabase()
            urls[folder] = url
            return url
        }
    }

    /// Drops them all.
    func drop() throws {
        for url in urls.withLock({ $0.values }) { try server.dropDatabase(url) }
    }
}

/// Runs each test of a suite on SQLite and, where there is a server for tests, on PostgreSQL.
struct OnEveryDatabase: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        try await function()
        guard testCase != nil, let server = TestServer.shared else { return }
        let databases = EndToEndDatabases(server)
        try await EndToEndDatabases.$current.withValue(databases) { try await function() }
        try databases.drop()
    }
}

extension Trait where Self == OnEveryDatabase {
    static var onEveryDatabase: Self { Self() }
}

extension Trait where Self == IssueHandlingTrait {
    static var namingTheDatabase: Self {
        .compactMapIssues { issue in
            var issue = issue
            issue.comments.append(EndToEndDatabases.current == nil ? "on SQLite" : "on PostgreSQL")
            return issue
        }
    }
}
