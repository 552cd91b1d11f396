import Foundation
package import Store

extension IdentityKey {
    /// What the store keeps, so that it is known again which key its accounts were made with.
    private static let checkName = "identity key"

    /// The key of the accounts of a store; another one would find nobody and let everybody make a second account.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - path: The file of the key.
    ///   - makes: Whether a store without accounts gets a key.
    /// - Returns: The key; nil where there is none yet and none is made.
    /// - Throws: `StoreError.badKeyFile` where the file is missing, cannot be used, or holds another key.
    package static func key(of store: Store, at path: String, makes: Bool) async throws -> IdentityKey? {
        let known = try await store.meta(checkName)
        if known == nil, !makes { return nil }
        if known != nil, !FileManager.default.fileExists(atPath: path) {
            throw StoreError.badKeyFile(
                path,
                "it is missing, and the accounts of this store were made with it; bring it back from a backup or another node"
            )
        }
        let key = try load(orMakeAt: path)
        let check = Base64URL.text(of: key.lookup("key check", ""))
        guard try await store.keepMeta(checkName, check) == check else {
            throw StoreError.badKeyFile(
                path,
                "it is not the key that the accounts of this store were made with; bring that one back from a backup or "
                    + "another node"
            )
        }
        return key
    }
}
