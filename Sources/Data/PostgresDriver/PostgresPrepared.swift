internal import CPQ

/// A statement that one connection has prepared on its server.
struct PostgresPrepared {
    /// How its server plans it, as `plan_cache_mode` names it.
    enum Plan: String {
        /// Once for all values.
        case kept = "force_generic_plan"
        /// Anew for the values of each run.
        case ofValues = "force_custom_plan"
    }

    /// Its name in the session.
    let name: String
    /// The types of its parameters, as the server worked them out.
    let types: [Oid]
    let plan: Plan
}
