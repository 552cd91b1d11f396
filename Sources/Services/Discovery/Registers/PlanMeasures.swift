package import Declarations
import Domain
package import Registers
import Synchronization

/// The measures that are taken for the clauses of a plan, counted from the index of registers.
///
/// **Cost** One question to the index for each clause, once in ``patience``.
package final class PlanMeasures: Sendable {
    /// The measures of one clause.
    package struct Clause: Sendable {
        /// How many there are, examples apart.
        package let records: Int
        package let samples: Int
        /// The last that were entered or changed, the newest first.
        package let newest: [EntryView]
    }

    private struct Kept {
        var clauses: [String: Clause]?
        var read: ContinuousClock.Instant
    }

    /// The most measures of a clause that are named.
    package static let mostNamed = 3

    private let list: ListEntries
    private let patience: Duration
    private let kept = Mutex<[String: Kept]>([:])

    /// Takes the lists of registers.
    ///
    /// - Parameters:
    ///   - list: the lists.
    ///   - patience: for how long measures are told as they were counted.
    package init(_ list: ListEntries, patience: Duration = .seconds(60)) {
        self.list = list
        self.patience = patience
    }

    /// The measures of a plan by the keys of its clauses.
    ///
    /// - Parameter plan: the plan.
    /// - Returns: the measures, as old as ``patience`` at most; nil where the plan names no register of measures, not everybody may read
    ///   them, or they are not counted by clause or being indexed.
    /// - Throws: `Failure.tooMany`; what index and store throw.
    package func callAsFunction(_ plan: PlanDeclaration) async throws -> [String: Clause]? {
        guard let place = plan.measures else { return nil }
        let now = ContinuousClock.now
        if let last = kept.withLock({ $0[plan.name] }), last.read.duration(to: now) < patience { return last.clauses }
        var clauses: [String: Clause]? = [:]
        do {
            for clause in plan.clauses {
                let question = ListEntries.Question(
                    register: place.register,
                    filters: [place.field: [clause.key]],
                    sort: "-" + ListEntries.changed,
                    size: Self.mostNamed
                )
                let answer = try await list(question, .everyone)
                clauses?[clause.key] = Clause(
                    records: answer.records,
                    samples: answer.samples,
                    newest: answer.entries
                )
            }
        } catch let failure as Failure {
            switch failure {
            case .unavailable, .invalid, .notFound: clauses = nil
            default: throw failure
            }
        }
        let read = clauses
        kept.withLock { $0[plan.name] = Kept(clauses: read, read: now) }
        return read
    }
}
