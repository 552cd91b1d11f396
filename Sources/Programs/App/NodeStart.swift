import Synchronization

/// Says once that a node is ready: when it listens and both its indexes are whole, whichever comes last.
final class NodeStart: Sendable {
    /// What a node needs to be ready.
    enum Part {
        /// It listens at a port.
        case port(Int)
        /// The index of rights is whole.
        case rights
        /// The index of declared registers is whole.
        case registers
    }

    private struct State {
        var port: Int?
        var hasRights = false
        var hasRegisters = false
        var isSaid = false
    }

    private let state = Mutex(State())
    private let ready: @Sendable (Int) -> Void

    init(_ ready: @escaping @Sendable (Int) -> Void) {
        self.ready = ready
    }

    /// Notes a part that is there now.
    func note(_ part: Part) {
        let known = state.withLock { state -> Int? in
            switch part {
            case .port(let port): state.port = port
            case .rights: state.hasRights = true
            case .registers: state.hasRegisters = true
            }
            guard state.hasRights, state.hasRegisters, !state.isSaid, let port = state.port else { return nil }
            state.isSaid = true
            return port
        }
        if let known { ready(known) }
    }
}
