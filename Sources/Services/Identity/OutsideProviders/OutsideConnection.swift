/// How this node asks outside providers: over a network in a node, without one in tests.
package protocol OutsideConnection: Sendable {
    /// Asks once, within a time that the connection knows; nothing is followed.
    ///
    /// - Parameters:
    ///   - address: `https://...`, or `http://...` on this machine.
    ///   - form: A form to send by POST, as `application/x-www-form-urlencoded`; nil asks by GET.
    ///   - authorization: The header `Authorization`; nil for none.
    ///   - bytes: The longest answer.
    /// - Returns: Status and body of the answer, whatever they are.
    /// - Throws: `OutsideConnectionFailure`.
    func answer(
        from address: String,
        form: String?,
        authorization: String?,
        atMost bytes: Int
    ) async throws -> (status: Int, body: [UInt8])
}

/// Why a provider gave no answer; nothing of what was asked.
package struct OutsideConnectionFailure: Error, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
