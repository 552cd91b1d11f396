/// Who published a version of a definition, and why.
package struct Publication: Codable, Sendable, Hashable {
    /// The id of the account, or the name of the operator.
    package let by: String
    /// Why; empty where nobody said.
    package let reason: String

    /// Describes a publication.
    package init(by: String, reason: String) {
        self.by = by
        self.reason = reason
    }

    /// The name under which it is kept.
    static func name(kind: String, name: String, version: Int64) -> String {
        "published \(kind)/\(name) \(version)"
    }
}
