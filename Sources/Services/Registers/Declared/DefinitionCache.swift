import Declarations
package import Store
import Synchronization

/// The declarations in force, read again when another version is published.
package final class DefinitionCache: Sendable {
    private struct State {
        var definitions: DefinitionsInForce?
        var asked: ContinuousClock.Instant?
    }

    private let store: Store
    private let patience: Duration
    private let state = Mutex(State())

    /// Keeps the declarations of a store.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - patience: for how long they are taken as they are; a new version is seen so much later at most.
    package init(store: Store, patience: Duration = .seconds(1)) {
        self.store = store
        self.patience = patience
    }

    /// The declarations in force.
    ///
    /// - Throws: What the store throws.
    package func current() async throws -> DefinitionsInForce {
        let now = ContinuousClock.now
        let (known, isDue) = state.withLock { state in
            (state.definitions, state.asked.map { $0.duration(to: now) > patience } ?? true)
        }
        if let known, !isDue { return known }
        let definitions =
            if let known, try await isInForce(known) { known } else { try await store.definitionsInForce() }
        state.withLock { state in
            state.definitions = definitions
            state.asked = now
        }
        return definitions
    }

    private func isInForce(_ known: DefinitionsInForce) async throws -> Bool {
        for kind in DeclarationFile.Kind.allCases {
            let versions = try await store.definitionVersions(kind: kind.rawValue)
            guard versions == known.versions[kind] ?? [:] else { return false }
        }
        return true
    }

    /// Reads them again with the next question: somebody has just published here.
    func forget() {
        state.withLock { $0.asked = nil }
    }
}
