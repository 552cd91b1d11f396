import SQLCore
import SQLiteDriver
import Testing

/// The drivers that must keep the contract; a second one joins the list and runs the same tests.
enum ContractDriver: CaseIterable, CustomTestStringConvertible {
    case sqlite

    var testDescription: String { "\(self)" }

    /// Runs `body` with a function that connects to one new, empty database as often as it is called.
    func withDatabase<T>(_ body: (() throws -> any Database) async throws -> T) async throws -> T {
        switch self {
        case .sqlite:
            try await withFolder { folder in
                try await body { try SQLiteDatabase(path: folder + "/contract.sqlite") }
            }
        }
    }
}
