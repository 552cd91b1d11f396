package import Store

/// A row of the audit.
package struct AuditLine: Sendable, Hashable {
    /// Microseconds UTC.
    package let time: Int64
    /// What: the kind of an event, the action of a disclosure, the register of a line.
    package let what: String
    /// Whose: an account, or the entry of a line.
    package let account: String
    /// The name of the account as others see it; empty where it has none any more.
    package internal(set) var name = ""
    /// Who did it: an account, `operator`, `system` or `import`; empty for an event, which is the account's own.
    package let author: String
    /// Why or what exactly; empty where it is not shown.
    package let detail: String
    /// Where from, without the last part; empty where it is not shown.
    package let address: String

    init(_ line: Change) {
        time = line.time
        what = line.register
        account = line.entry
        author = line.author
        detail = "\(line.sequence): \(line.version)"
        address = ""
    }

    init(_ event: AccountEvent) {
        time = event.time
        what = event.kind
        account = event.account
        author = ""
        detail = event.detail ?? ""
        address = event.address
    }

    init(_ disclosure: Disclosure) {
        time = disclosure.time
        what = disclosure.action
        account = disclosure.subject
        author = disclosure.viewer
        let role = [disclosure.role, disclosure.place].filter { !$0.isEmpty }.joined(separator: " ")
        detail = [role, disclosure.fields, disclosure.reason].filter { !$0.isEmpty }.joined(separator: "; ")
        address = disclosure.address
    }
}

/// A page of the audit.
package struct AuditList: Sendable {
    package let lines: [AuditLine]
    /// Where the next page goes on; nil on the last one.
    package let next: AuditPlace?
}
