import PostgresDriver
import SQLCore
import SQLiteDriver
import TestServer
import Testing

/// The drivers that must keep the contract.
enum ContractDriver: CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    /// Those that can be tested here: PostgreSQL where there is a server for tests.
    static let available = allCases.filter { $0 == .sqlite || TestServer.shared != nil }

    var testDescription: String { "\(self)" }

    /// Runs `body` with a function that connects to one new, empty database as often as it is called.
    func withDatabase<T>(_ body: (() throws -> any Database) async throws -> T) async throws -> T {
        switch self {
        case .sqlite:
            try await withFolder { folder in
                try await body { try SQLiteDatabase(path: folder + "/contract.sqlite") }
            }
        case .postgres:
            try await #require(TestServer.shared).withDatabase { url in
                try await body { try PostgresDatabase(url: url) }
            }
        }
    }
}

struct ContractDriverTests {
    @Test(.enabled(if: TestServer.shared != nil, "HUIZHI_TEST_POSTGRES names no server"))
    func `PostgreSQL keeps the contract too`() {
        #expect(ContractDriver.available == ContractDriver.allCases)
    }
}
