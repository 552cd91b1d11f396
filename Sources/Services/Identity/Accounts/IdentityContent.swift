package import Store

/// The entries of accounts, for whoever has to make their rows again.
package enum IdentityContent {
    /// The registers of accounts, of what belongs to them and of their audit, which are never indexed or exported.
    package static let registers = [
        AccountContent.register, GrantContent.register, OrganisationContent.register, AuthorisationContent.register,
        KeyContent.register, ClientContent.register, SealContent.register,
    ]

    /// What the store keeps of an entry of these; nil for entries of other registers.
    ///
    /// - Throws: `StoreError.damaged` where it holds something else.
    package static func draft(of entry: StoredEntry) throws -> Draft? {
        switch entry.register {
        case AccountContent.register: try AccountContent(entry).draft
        case GrantContent.register: try GrantContent.read(entry).draft
        case KeyContent.register: try KeyContent.read(entry).draft
        case OrganisationContent.register: try OrganisationContent.read(entry).draft
        case AuthorisationContent.register: try AuthorisationContent.read(entry).draft
        case SealContent.register: try SealContent.read(entry).draft
        case ClientContent.register: try ClientContent.read(entry).draft
        default: nil
        }
    }
}
