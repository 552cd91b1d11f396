/// Why nothing was copied from a sibling.
package enum SiblingFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// It could not be reached, or fell silent. Remedy: look at that node and the network between.
    case unreachable(String, reason: String)
    /// It answered, but not with what was asked for. Remedy: as the status says; 403 wants this node's address in its
    /// `HUIZHI_TRUSTED_ADDRESSES`, 503 says that it is not ready itself.
    case refused(String, status: UInt)
    /// A file of the snapshot is no longer offered. Remedy: ask for the newest snapshot.
    case gone(String)
    /// It sent less or more than it said. Remedy: ask again.
    case cut(String)

    /// Cause and place in one line.
    package var description: String {
        switch self {
        case .unreachable(let url, let reason): "\(url) cannot be reached: \(reason)"
        case .refused(let url, let status): "\(url) answers with status \(status)"
        case .gone(let url): "\(url) is no longer offered"
        case .cut(let url): "\(url) sent another number of bytes than it said"
        }
    }
}
