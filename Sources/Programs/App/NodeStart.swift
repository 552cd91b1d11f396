import Synchronization

/// Says once that a node is ready: when it listens and its index is whole, whichever comes last.
final class NodeStart: Sendable {
    private struct State {
        var port: Int?
        var isWhole = false
        var isSaid = false
    }

    private let state = Mutex(State())
    private let ready: @Sendable (Int) -> Void

    init(_ ready: @escaping @Sendable (Int) -> Void) {
        self.ready = ready
    }

    /// Notes one or the other.
    func note(port: Int? = nil, isWhole: Bool = false) {
        let known = state.withLock { state -> Int? in
            state.port = port ?? state.port
            state.isWhole = state.isWhole || isWhole
            guard state.isWhole, !state.isSaid, let port = state.port else { return nil }
            state.isSaid = true
            return port
        }
        if let known { ready(known) }
    }
}
