import HTTPTypes

/// Why a request was not even looked at.
enum RequestFailure: Error, Equatable {
    /// Only GET and HEAD are answered here. Remedy: read.
    case method
    /// The body is no form (`application/x-www-form-urlencoded`, where a document may come also `multipart/form-data`).
    case noForm
    /// The body of what a program writes is no JSON (`application/json`).
    case noJSON
    /// Programs write here with a key, and none came.
    case keyNeeded
    /// The address is longer than `limit` bytes. Remedy: a shorter query.
    case tooLong(limit: Int)
    /// The request brings a body of more than `limit` bytes, which nobody reads.
    case tooLarge(limit: Int)
    /// Nothing lives at this address.
    case nowhere
    /// Nobody is signed in, and the place is for who is. Remedy: sign in.
    case signedOut
    /// The place is for who is signed in, and somebody on the way could read along. Remedy: HTTPS.
    case unencrypted
    /// So much is asked that the next request has to wait. Remedy: wait.
    case tooMany(seconds: Int)
    /// A key for programs is none, or may not be used now or from there. Remedy: another key.
    case badKey
    /// A key is not for this place: it lacks one of these scopes, or, where there are none, no key is taken here.
    case keyNotHere(needs: [String])
    /// A key stands in the address, where it is not secret. Remedy: revoke it, and send others in a header.
    case keyInAddress
    /// The record was here and was withdrawn.
    case gone(String)
}
