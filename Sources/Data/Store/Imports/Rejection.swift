/// Why a record is left out of an import; thrown by its draft or merge.
package struct Rejection: Error, Sendable, Hashable {
    /// The reason, for the rejects file.
    package let reason: String

    /// Gives a reason.
    package init(_ reason: String) {
        self.reason = reason
    }
}
