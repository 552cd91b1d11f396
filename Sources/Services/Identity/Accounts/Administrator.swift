/// Who administers accounts.
package enum Administrator: Sendable {
    /// Whoever can read the data folder, at the command line: may do everything.
    case `operator`
    /// Somebody who is signed in and may do what ``PermissionTable`` gives them, and from where they ask.
    case caller(Caller, Origin)

    /// Who is named in the log for the operator.
    package static let operatorName = "operator"

    /// Who is named in the log.
    package var author: String {
        switch self {
        case .operator: Self.operatorName
        case .caller(let caller, _): caller.account
        }
    }
}
