import Declarations
import Domain
package import Identity

/// Who reads and writes entries of declared registers, and what of them.
package enum EntryReader: Sendable {
    /// Whoever can read the data folder, at the command line: may do everything.
    case `operator`
    /// Somebody who is not signed in.
    case everyone
    /// Somebody who is signed in, and from where they ask.
    case caller(Caller, Origin)

    /// Whether it is the operator.
    var isOperator: Bool {
        if case .operator = self { true } else { false }
    }

    /// Who is named in the log.
    var author: String {
        switch self {
        case .operator: Administrator.operatorName
        case .everyone: ""
        case .caller(let caller, _): caller.account
        }
    }

    /// Whether an access is granted for what lies at a place.
    func has(_ access: Access, to action: Action, on target: Target, at time: Int64) -> Bool {
        switch (self, access) {
        case (.operator, _): true
        case (_, .everyone): action == .readEntries
        case (.everyone, .roles): false
        case (.caller(let caller, _), .roles(let names)):
            caller.roles(for: action, on: target, at: time).contains { names.contains($0.rawValue) }
        }
    }

    /// Whether an access is granted somewhere.
    func hasSomewhere(_ access: Access, to action: Action, at time: Int64) -> Bool {
        switch (self, access) {
        case (.operator, _): true
        case (_, .everyone): action == .readEntries
        case (.everyone, .roles): false
        case (.caller(let caller, _), .roles(let names)):
            names.contains { name in
                Role(rawValue: name).map { caller.mayDo(action, as: $0, at: time) } ?? false
            }
        }
    }
}

extension RegisterDeclaration {
    /// What permission for an entry depends on.
    func target(of content: EntryContent, id: String) -> Target {
        Target(
            institution: place.isInstitution ? id : place.institution.flatMap { content.fields[$0]?.text },
            region: place.region.flatMap { content.fields[$0]?.text }
        )
    }
}
