package import Declarations
import Domain
import Identity
import Store

extension PublishDefinitions {
    /// What became of the files of a folder.
    package struct Start: Sendable {
        /// What was published.
        package let published: [Step]
        /// What differs from what is in force, and waits for somebody to decide.
        package let undecided: [Step]
        /// What is wrong with the files; nothing was published where there is anything.
        package let problems: [DeclarationProblem]
    }

    /// Publishes what no stored entry may be wrong by, as a node does when it starts.
    ///
    /// A text that was in force before is not put back: somebody has published another since.
    /// - Parameter files: the files of a folder.
    /// - Returns: what was published, and what was not.
    /// - Throws: What the store throws.
    package func atStart(_ files: [DeclarationFile]) async throws -> Start {
        let whole = try await plan(files)
        var taken: [DeclarationFile] = []
        var undecided: [Step] = []
        for (file, step) in zip(files, whole.steps) {
            if step.isNew, step.effect == .decision {
                undecided.append(step)
            } else if try await !isOld(step) {
                taken.append(file)
            }
        }
        guard whole.problems.isEmpty else {
            return Start(published: [], undecided: undecided, problems: whole.problems)
        }
        // Without those that wait, what is left may refer to what is not there.
        let rest = try await plan(taken)
        guard rest.problems.isEmpty else { return Start(published: [], undecided: undecided, problems: rest.problems) }
        return Start(published: try await self(rest, by: .operator), undecided: undecided, problems: [])
    }

    /// Whether another text has been in force since this one was.
    private func isOld(_ step: Step) async throws -> Bool {
        guard step.isNew, step.version > 0 else { return false }
        return try await store.definitionHistory(kind: step.kind.rawValue, name: step.name).contains {
            $0.text == step.text
        }
    }
}
