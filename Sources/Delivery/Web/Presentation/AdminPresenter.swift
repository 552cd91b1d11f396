import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Wire

extension AdministrationRefusal {
    /// The status code of the answer.
    var status: HTTPResponse.Status {
        switch self {
        case .reason, .role, .scope, .until: .badRequest
        case .nobody: .notFound
        case .held, .administrator, .office, .already: .conflict
        }
    }
}

extension AdminForm.Refusal {
    /// What a page says of a refusal.
    init(_ refusal: AdministrationRefusal) {
        switch refusal {
        case .reason: self = .reason
        case .nobody: self = .nobody
        case .role: self = .role
        case .scope: self = .scope
        case .until: self = .until
        case .held: self = .held
        case .administrator: self = .administrator
        case .office: self = .office
        case .already: self = .already
        }
    }
}

extension AdminAccountsPage.Line {
    init(_ line: AccountLine, _ language: PageLanguage) {
        self.init(
            account: line.account,
            name: line.name,
            email: line.email,
            isConfirmed: line.isConfirmed,
            level: line.level,
            state: line.state.rawValue,
            created: Moment.china(line.created),
            roles: line.roles.map { $0.name.text(in: language.rawValue) }
        )
    }
}

extension AdminAccountPage {
    init(_ view: AccountView, _ language: PageLanguage) {
        self.init(
            line: AdminAccountsPage.Line(view.line, language),
            isMasked: view.isMasked,
            stateReason: view.stateReason,
            hasTimeCode: view.hasTimeCode,
            canUnmask: view.canUnmask,
            canChangeState: view.canChangeState,
            canSeeGrants: view.canSeeGrants
        )
    }
}

extension AdminGrantsPage.Line {
    init(_ line: GrantLine, _ language: PageLanguage) {
        self.init(
            grant: line.grant,
            account: line.account,
            name: line.name,
            role: Role(rawValue: line.role)?.name.text(in: language.rawValue) ?? line.role,
            scope: line.scope.kind,
            place: line.scope.place,
            reason: line.reason,
            by: line.by == Administrator.operatorName ? nil : line.by,
            from: Moment.china(line.from),
            // The last day, not the midnight behind it.
            until: line.until.map { Moment.china($0 - 1) },
            revoked: line.revoked.map(Moment.china),
            isOver: line.isOver,
            canRevoke: line.canRevoke
        )
    }
}

extension AdminAccountDocument {
    init(_ line: AccountLine) {
        self.init(
            account: line.account,
            name: line.name,
            email: line.email,
            emailConfirmed: line.isConfirmed,
            level: line.level,
            state: line.state.rawValue,
            created: Moment.iso(line.created),
            roles: line.roles.map(\.rawValue)
        )
    }
}

extension GrantDocument {
    init(_ line: GrantLine) {
        self.init(
            grant: line.grant,
            account: line.account,
            name: line.name,
            role: line.role,
            scope: line.scope.kind,
            place: line.scope.place,
            reason: line.reason,
            by: line.by,
            from: Moment.iso(line.from),
            until: line.until.map(Moment.iso),
            revoked: line.revoked.map(Moment.iso)
        )
    }
}

extension Scope {
    /// The name of its kind, as forms and documents have it.
    fileprivate var kind: String {
        switch self {
        case .own: "own"
        case .nation: "nation"
        case .region: "region"
        case .institution: "institution"
        case .organisation: "organisation"
        }
    }

    /// Reads the kind and place of a form; nil for one that needs a place and has none.
    init?(kind: String, place: String) {
        switch kind {
        case "nation" where place.isEmpty: self = .nation
        case "region": self = .region(place)
        case "institution" where !place.isEmpty: self = .institution(place)
        case "organisation" where !place.isEmpty: self = .organisation(place)
        default: return nil
        }
    }
}
