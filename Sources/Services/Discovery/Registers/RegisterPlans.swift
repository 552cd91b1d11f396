import EntryIndex
import Index
import Synchronization

/// The plans of the newest snapshot that was asked, so that they are read once.
final class RegisterPlans: Sendable {
    private let known = Mutex<(payload: [String: String], plans: [String: RegisterPlan])?>(nil)

    /// The plan by which a register is indexed in a snapshot; nil where it is not.
    ///
    /// - Throws: `Failure.unavailable` for a snapshot without plans.
    func plan(of register: String, in snapshot: Snapshot) throws -> RegisterPlan? {
        if let known = known.withLock({ $0 }), known.payload == snapshot.payload { return known.plans[register] }
        let plans = try RegisterPlan.plans(of: snapshot)
        known.withLock { $0 = (snapshot.payload, plans) }
        return plans[register]
    }
}
