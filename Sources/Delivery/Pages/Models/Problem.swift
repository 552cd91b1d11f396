/// A page that says why something could not be done.
package enum Problem: Sendable, Hashable {
    /// 400: the address or a value in it cannot be used. Value: the reason in the language of the page.
    case badRequest(reason: String?)
    /// 403: not open to this reader.
    case notAllowed
    /// 404: nothing lives here.
    case notFound
    /// 410: the record was here and was deleted.
    case gone
    /// 429: too many requests. Value: seconds to wait.
    case tooMany(retryAfter: Int)
    /// 500: our fault. Value: the number to give to the operator.
    case incident(String)
    /// 503: busy or starting. Value: seconds to wait.
    case unavailable(retryAfter: Int)

    /// The status code of the answer.
    package var status: Int {
        switch self {
        case .badRequest: 400
        case .notAllowed: 403
        case .notFound: 404
        case .gone: 410
        case .tooMany: 429
        case .incident: 500
        case .unavailable: 503
        }
    }
}
