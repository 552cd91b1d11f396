package import Declarations
import Domain
package import Identity
package import Store

/// Publishes declarations of registers, code lists and plans; what is published is in force on all nodes.
package struct PublishDefinitions: Sendable {
    let store: Store
    let cache: DefinitionCache
    let folder: DefinitionFolder?

    /// Takes the store, and the cache that is to know at once.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - cache: the cache.
    ///   - folder: the declarations that come with the program or that the operator wrote, to compare with; nil for none.
    package init(store: Store, cache: DefinitionCache, folder: DefinitionFolder? = nil) {
        self.store = store
        self.cache = cache
        self.folder = folder
    }

    /// What becomes of one file.
    package struct Step: Sendable {
        /// What it declares.
        package let kind: DeclarationFile.Kind
        /// Its name.
        package let name: String
        /// The version in force; 0 where there is none.
        package let version: Int64
        /// What it changes; empty where it is as it was.
        package let changes: [DeclarationChange]
        /// The text of the file.
        package let text: String

        /// Whether anything is to be published.
        package var isNew: Bool { version == 0 || !changes.isEmpty }
        /// The gravest of its effects.
        package var effect: DeclarationChange.Effect {
            let effects = changes.map(\.effect)
            return effects.contains(.decision) ? .decision : effects.contains(.reindex) ? .reindex : .compatible
        }
    }

    /// What publishing a folder would do.
    package struct Plan: Sendable {
        /// Everything that is wrong; while there is anything, nothing is published.
        package let problems: [DeclarationProblem]
        /// Its files, code lists first.
        package let steps: [Step]
        /// What is in force and has no file here; it stays in force.
        package let others: [String]
        /// All declarations together, as they would be in force.
        let set: DeclarationSet
    }

    /// Compares files with what is in force; nothing is changed.
    ///
    /// - Parameter files: the files of a folder.
    /// - Returns: problems and steps.
    /// - Throws: What the store throws.
    package func plan(_ files: [DeclarationFile]) async throws -> Plan {
        let inForce = try await store.definitionsInForce()
        // What has no file here stays, so that what the files refer to may be there.
        let named = Set(files.map { "\($0.kind.rawValue)/\($0.name)" })
        var all = files
        var others: [String] = []
        for kind in DeclarationFile.Kind.allCases {
            for definition in try await store.definitions(kind: kind.rawValue)
            where !named.contains("\(kind.rawValue)/\(definition.name)") {
                others.append("\(kind.folder)/\(definition.name)")
                all.append(
                    DeclarationFile(
                        kind: kind,
                        name: definition.name,
                        path: "\(kind.folder)/\(definition.name) in force",
                        text: definition.text
                    )
                )
            }
        }
        let set = DeclarationSet(all, vocabulary: DefinitionsInForce.vocabulary)
        let steps = files.map { file in
            let version = inForce.versions[file.kind]?[file.name] ?? 0
            return Step(
                kind: file.kind,
                name: file.name,
                version: version,
                changes: version == 0 ? [] : Self.changes(file, inForce.set, set),
                text: file.text
            )
        }
        return Plan(problems: set.problems, steps: steps, others: others, set: set)
    }

    /// Publishes what a plan has that is new.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - isDecided: whether changes are published too that old entries may not fit.
    ///   - administrator: who publishes.
    ///   - reason: why.
    /// - Returns: the steps that were published.
    /// - Throws: `Failure.invalid` with the first problem, `Failure.conflict` for a change that somebody must decide,
    ///   `Failure.notAllowed`; what the store throws.
    package func callAsFunction(
        _ plan: Plan,
        deciding isDecided: Bool = false,
        by administrator: Administrator,
        reason: String = ""
    ) async throws -> [Step] {
        if case .caller(let caller, _) = administrator {
            try caller.check(.publishDefinitions, on: .everything, reason: reason, at: store.now)
        }
        if let problem = plan.problems.first {
            let more = plan.problems.count == 1 ? "" : " (and \(plan.problems.count - 1) more)"
            throw Failure.invalid(
                field: problem.line > 0 ? "\(problem.file):\(problem.line)" : problem.file,
                reason: problem.message + more
            )
        }
        let new = plan.steps.filter(\.isNew)
        if !isDecided, let grave = new.first(where: { $0.effect == .decision }) {
            let words = grave.changes.filter { $0.effect == .decision }.map(\.message).joined(separator: "; ")
            throw Failure.conflict(
                reason:
                    "\(grave.kind.folder)/\(grave.name): \(words); look at `huizhi definitions diff` and publish with --decide"
            )
        }
        var event: AccountEvent?
        if case .caller(let caller, let origin) = administrator {
            let names = new.map { "\($0.kind.folder)/\($0.name) \($0.version + 1)" }.joined(separator: ", ")
            event = AccountEvent(
                EventKind.definitionsPublished.rawValue,
                of: caller.account,
                time: store.now,
                address: origin.place,
                detail: names + ": " + reason
            )
        }
        let isPublished = try await store.publish(
            new.map { (kind: $0.kind.rawValue, name: $0.name, text: $0.text, follows: $0.version) },
            as: Publication(by: administrator.author, reason: reason),
            new.isEmpty ? nil : event
        )
        guard isPublished else {
            throw Failure.conflict(reason: "somebody published at the same time; look at the difference again")
        }
        cache.forget()
        return new
    }

    private static func changes(
        _ file: DeclarationFile,
        _ old: DeclarationSet,
        _ new: DeclarationSet
    ) -> [DeclarationChange] {
        switch file.kind {
        case .register:
            guard let after = new.registers[file.name] else { return [] }
            guard let before = old.registers[file.name] else { return [.unreadable] }
            return DeclarationChange.between(before, after)
        case .indicator:
            guard let before = old.indicators[file.name], let after = new.indicators[file.name] else { return [] }
            return before == after ? [] : [.counting]
        case .calendar:
            guard let before = old.calendars[file.name], let after = new.calendars[file.name] else { return [] }
            return before == after ? [] : [.words]
        case .codes:
            guard let after = new.codes[file.name] else { return [] }
            guard let before = old.codes[file.name] else { return [.unreadable] }
            return DeclarationChange.between(before, after)
        case .plan:
            guard let before = old.plans[file.name], let after = new.plans[file.name] else { return [] }
            return DeclarationChange.between(before, after)
        }
    }
}
