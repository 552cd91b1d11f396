import HTTPTypes
import Identity
import Pages

extension VerificationRefusal {
    /// The status code of the answer.
    var status: HTTPResponse.Status {
        switch self {
        case .number: .badRequest
        case .mismatch, .unknown, .simulated, .personFirst: .forbidden
        case .used: .conflict
        case .notOffered, .unanswered: .serviceUnavailable
        }
    }
}

extension AccountForm.Refusal {
    /// What a page says of it.
    init(of refusal: VerificationRefusal) {
        switch refusal {
        case .notOffered: self.init(.notOffered)
        case .number: self.init(.number)
        case .mismatch: self.init(.mismatch)
        case .unknown: self.init(.unknown)
        case .used: self.init(.used)
        case .unanswered: self.init(.unanswered)
        case .simulated: self.init(.simulated)
        case .personFirst: self.init(.personFirst)
        }
    }
}
