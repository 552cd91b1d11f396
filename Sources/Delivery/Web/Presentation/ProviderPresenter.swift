import HTTPTypes
import Identity
import Pages

extension OutsideRefusal {
    /// The status code of the answer.
    var status: HTTPResponse.Status {
        switch self {
        case .unreachable: .serviceUnavailable
        case .untrusted: .badGateway
        case .denied: .forbidden
        case .stale: .badRequest
        case .taken, .full: .conflict
        }
    }
}

extension AccountForm.Refusal {
    /// What a page says of a refusal about an outside provider.
    init(of refusal: OutsideRefusal) {
        switch refusal {
        case .unreachable: self.init(.providerUnreachable)
        case .denied: self.init(.providerDenied)
        case .stale: self.init(.providerStale)
        case .untrusted: self.init(.providerUntrusted)
        case .taken: self.init(.providerTaken)
        case .full: self.init(.providerFull, count: OutsideSignIn.mostLinks)
        }
    }
}
