package import Store

/// The entries of accounts, for whoever has to make their rows again.
package enum IdentityContent {
    /// What the store keeps of an entry of accounts, grants or clients; nil for entries of other registers.
    ///
    /// - Throws: `StoreError.damaged` where it holds something else.
    package static func draft(of entry: StoredEntry) throws -> Draft? {
        switch entry.register {
        case AccountContent.register: try AccountContent(entry).draft
        case GrantContent.register: try GrantContent.read(entry).draft
        case ClientContent.register: try ClientContent.read(entry).draft
        default: nil
        }
    }
}
