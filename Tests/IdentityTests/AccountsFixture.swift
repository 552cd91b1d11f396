import Domain
import Foundation
import PostgresDriver
import SQLCore
import SQLiteDriver
import Store
import Synchronization
import TestServer

@testable import Identity

/// A store with accounts, in a folder of its own, on the database of this test.
struct AccountsFixture: Sendable {
    /// A clock that a test moves.
    final class Clock: Sendable {
        private let moment = Mutex<Int64>(1_800_000_000_000_000)

        var now: Int64 { moment.withLock { $0 } }

        func advance(seconds: Int64) { moment.withLock { $0 += seconds * 1_000_000 } }
    }

    let folder: String
    let clock = Clock()
    let store: Store
    let key: Identity.IdentityKey
    let accounts: Accounts

    /// Passwords that cost nothing: how strong they are is tested where they are made.
    static var cheap: Accounts.Options {
        var options = Accounts.Options()
        options.cost = PasswordHash.Cost(logN: 10, r: 1, p: 1)
        return options
    }

    init(change: (inout Accounts.Options) -> Void = { _ in }) async throws {
        folder = NSTemporaryDirectory() + "huizhi-identity-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var keeping = StoreOptions()
        keeping.now = { [clock] in clock.now }
        let database: any Database =
            if let databases = TestDatabases.current {
                try PostgresDatabase(url: databases.url(for: folder))
            } else {
                try SQLiteDatabase(path: StoreFolder(path: folder).database)
            }
        store = try await Store.open(database, options: keeping)
        key = try Identity.IdentityKey(secret: [UInt8](repeating: 7, count: Identity.IdentityKey.length))
        var options = Self.cheap
        change(&options)
        accounts = try Accounts(store: store, key: key, options: options)
    }
}

/// What the tests of accounts have in common.
protocol AccountsTesting {}

extension AccountsTesting {
    var origin: Origin {
        Origin(address: "192.0.2.7", agent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0")
    }
    var password: String { "麒麟 over 九 rivers" }

    func signUp(
        _ fixture: AccountsFixture,
        _ email: String = "anna@example.org",
        name: String = "示例·安娜"
    ) async throws -> SignedIn {
        try await fixture.accounts.signUp(
            SignUp(name: name, email: email, password: password, language: "zh", consents: true),
            from: origin
        )
    }

    func signIn(_ fixture: AccountsFixture, _ email: String = "anna@example.org") async throws -> SignedIn {
        guard
            case .done(let signedIn) = try await fixture.accounts.signIn(
                email: email,
                password: password,
                from: origin
            )
        else { throw Failure.conflict(reason: "a code was asked for") }
        return signedIn
    }
}
