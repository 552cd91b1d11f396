/// What can go wrong between a person's wish and its fulfilment, the one error that crosses layers.
///
/// Only the outermost layer turns a case into words, a status code or an exit code.
package enum Failure: Error, Hashable, Sendable {
    /// There is nothing under this name, or not for this caller. `what` names it as the caller did.
    case notFound(what: String)
    /// The caller may not do this; signing in or asking for a grant may help.
    case notAllowed(action: String)
    /// A value is not acceptable: `field` says where, `reason` why and what to write instead.
    case invalid(field: String, reason: String)
    /// Somebody else changed the same thing first, or the state does not allow it.
    case conflict(reason: String)
    /// A quota or an admission queue is full; try again after so many seconds.
    case tooMany(retryAfter: Int)
    /// Something this action needs is not there at present; try again later or as `reason` says.
    case unavailable(reason: String)
}
