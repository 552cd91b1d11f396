import HTTPTypes

/// Why a request was not even looked at.
enum RequestFailure: Error, Equatable {
    /// Only GET and HEAD are answered here. Remedy: read.
    case method
    /// The body is no form (`application/x-www-form-urlencoded`, where a document may come also `multipart/form-data`).
    case noForm
    /// The address is longer than `limit` bytes. Remedy: a shorter query.
    case tooLong(limit: Int)
    /// The request brings a body of more than `limit` bytes, which nobody reads.
    case tooLarge(limit: Int)
    /// Nothing lives at this address.
    case nowhere
    /// Nobody is signed in, and the place is for who is. Remedy: sign in.
    case signedOut
    /// The record was here and was withdrawn.
    case gone(String)
}
