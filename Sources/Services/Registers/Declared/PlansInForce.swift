package import Declarations
import Domain
package import Store
import Synchronization

/// Plans that are published, as everybody may read them, with the measures taken for their clauses.
package final class PlansInForce: Sendable {
    /// A plan with what surrounds it.
    package struct View: Sendable {
        /// The plan.
        package let plan: PlanDeclaration
        /// All plans, the one that begins last first.
        package let all: [PlanDeclaration]
        /// The registers that carry out clauses, by their names; who reads their entries they say themselves.
        package let registers: [String: RegisterDeclaration]
        /// The measures; nil where none are kept that everybody may read.
        package let measures: PlanMeasures?
    }

    private struct Kept {
        var measures: PlanMeasures
        var read: ContinuousClock.Instant
    }

    private let store: Store
    private let definitions: DefinitionCache
    private let patience: Duration
    private let kept = Mutex<[String: Kept]>([:])

    /// Takes the store and the declarations in force.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - definitions: the declarations in force.
    ///   - patience: for how long measures are told as they were read; all of them are read together.
    package init(store: Store, definitions: DefinitionCache, patience: Duration = .seconds(60)) {
        self.store = store
        self.definitions = definitions
        self.patience = patience
    }

    /// A plan.
    ///
    /// - Parameter name: its name; empty for the one that begins last.
    /// - Returns: the plan; nil where the name is empty and no plan is published.
    /// - Throws: `Failure.notFound` for a name that no plan has; what the store throws.
    package func callAsFunction(_ name: String = "") async throws -> View? {
        let set = try await definitions.current().set
        let all = set.plans.values.sorted { ($1.from, $1.until, $0.name) < ($0.from, $0.until, $1.name) }
        guard let plan = name.isEmpty ? all.first : set.plans[name] else {
            if name.isEmpty { return nil }
            throw Failure.notFound(what: "a plan \(name)")
        }
        let names = Set(plan.clauses.flatMap(\.registers))
        return View(
            plan: plan,
            all: all,
            registers: set.registers.filter { names.contains($0.key) },
            measures: try await measures(plan, set)
        )
    }

    /// The measures of a plan, as old as ``patience`` at most.
    private func measures(_ plan: PlanDeclaration, _ set: DeclarationSet) async throws -> PlanMeasures? {
        guard let place = plan.measures, let register = set.registers[place.register], register.read == .everyone,
            let field = register.field(place.field), register.readers(of: field) == .everyone
        else { return nil }
        let now = ContinuousClock.now
        if let last = kept.withLock({ $0[plan.name] }), last.read.duration(to: now) < patience { return last.measures }
        var measures = PlanMeasures()
        var last = register.name + "/"
        while measures.isWhole {
            let block = try await store.entries(following: last, limit: Self.block)
            let own = block.prefix { $0.register == register.name }
            for entry in own where entry.state == .live {
                try measures.add(entry, register, field: place.field)
            }
            guard own.count == Self.block, let end = own.last?.entry else { break }
            last = end
        }
        let read = measures
        kept.withLock { $0[plan.name] = Kept(measures: read, read: now) }
        return read
    }

    /// How many entries are read at once.
    private static let block = 500
}
