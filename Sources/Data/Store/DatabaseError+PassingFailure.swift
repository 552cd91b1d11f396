internal import Domain
internal import SQLCore

extension DatabaseError: PassingFailure {
    /// Whether a server that comes back, another one, or a writer that ends makes it good.
    package var isPassing: Bool {
        switch self {
        case .unreachable, .busy: true
        default: false
        }
    }
}
