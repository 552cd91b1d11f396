import Foundation
import Hummingbird

/// How the simulator answers: as it should, late, not at all, or nonsense.
actor Behaviour {
    /// What it can be told.
    enum Mode: String, Decodable, Sendable {
        case normal
        /// After some seconds.
        case slow
        /// With status 503.
        case down
        /// With an outcome that is none.
        case wrong
    }

    /// What `POST /mode` says.
    struct Wish: Decodable, Sendable {
        var mode: Mode
        /// For `slow`: how late; 30 where it is left out.
        var seconds: Int?
    }

    private var wish = Wish(mode: .normal)

    func set(_ wish: Wish) { self.wish = wish }

    /// An answer as it is to be given now.
    func answer(_ make: @Sendable () -> SimulatedAnswer) async throws -> SimulatedAnswer {
        switch wish.mode {
        case .normal: return make()
        case .slow:
            try await Task.sleep(for: .seconds(wish.seconds ?? 30))
            return make()
        case .down: throw HTTPError(.serviceUnavailable)
        case .wrong:
            var answer = make()
            answer.outcome = "perhaps"
            return answer
        }
    }
}
