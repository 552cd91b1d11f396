internal import Foundation

/// Where the files of a store lie in its data folder.
package struct StoreFolder: Sendable, Hashable {
    /// The data folder.
    package let path: String

    /// Names a data folder.
    package init(path: String) {
        self.path = path
    }

    /// The SQLite database.
    package var database: String { file(Self.databaseName) }
    /// The key that signs checkpoints.
    package var logKey: String { file(Self.keyName) }
    /// The key that signs them too, where the operator wants that.
    package static func otherLogKey(beside logKey: String) -> String {
        ((logKey as NSString).deletingLastPathComponent as NSString).appendingPathComponent(otherKeyFile)
    }
    /// The key of accounts and sign-in.
    package var identityKey: String { file(Self.identityKeyName) }

    /// The database while a backup is being restored: no store yet.
    var restoring: String { database + ".restoring" }

    /// What a restoring that broke off may leave of it.
    var leftovers: [String] { ["", "-wal", "-shm"].map { restoring + $0 } }

    static let databaseName = "huizhi.sqlite"
    static let keyName = "keys/log.ed25519"
    static let identityKeyName = "keys/identity.key"
    private static let otherKeyFile = "log.sm2"
    /// The secrets that a backup holds beside the database, where they are there.
    static let secretNames = [keyName, "keys/" + otherKeyFile, identityKeyName]
    static let manifestName = "backup.json"

    func file(_ name: String) -> String {
        (path as NSString).appendingPathComponent(name)
    }
}
