/// The tables of the audit whose rows are sealed in the log.
package enum SealedTable: String, Codable, Sendable, Hashable, CaseIterable {
    /// Who saw personal data of whom.
    case disclosure
    /// What happened to accounts.
    case event = "account_event"
}
