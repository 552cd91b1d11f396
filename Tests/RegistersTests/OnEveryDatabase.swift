import TestServer
import Testing

/// Runs each test of a suite on SQLite and, where there is a server for tests, on PostgreSQL.
struct OnEveryDatabase: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        try await TestDatabases.onEach { try await function() }
    }
}

extension Trait where Self == OnEveryDatabase {
    static var onEveryDatabase: Self { Self() }
}

extension Trait where Self == IssueHandlingTrait {
    static var namingTheDatabase: Self {
        .compactMapIssues { issue in
            var issue = issue
            issue.comments.append(TestDatabases.current == nil ? "on SQLite" : "on PostgreSQL")
            return issue
        }
    }
}
