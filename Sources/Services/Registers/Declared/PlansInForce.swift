package import Declarations
import Domain

/// Plans that are published, as everybody may read them.
package struct PlansInForce: Sendable {
    /// A plan with what surrounds it.
    package struct View: Sendable {
        /// The plan.
        package let plan: PlanDeclaration
        /// All plans, the one that begins last first.
        package let all: [PlanDeclaration]
        /// The registers that carry out clauses, by their names; who reads their entries they say themselves.
        package let registers: [String: RegisterDeclaration]
    }

    private let definitions: DefinitionCache

    /// Takes the declarations in force.
    package init(definitions: DefinitionCache) {
        self.definitions = definitions
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
            registers: set.registers.filter { names.contains($0.key) }
        )
    }
}
