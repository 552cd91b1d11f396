import Domain
import Foundation
import HTTPTypes
import Identity
import Links
import Pages
import Wire

extension AccountRefusal {
    /// The status code of the answer.
    var status: HTTPResponse.Status {
        switch self {
        case .name, .email, .password, .consent, .stale: .badRequest
        case .wrong, .code: .unauthorized
        case .closed, .suspended, .needsConfirmation, .office, .keyNeedsTwoSteps: .forbidden
        case .taken: .conflict
        case .organisation(let refusal): refusal.status
        case .verification(let refusal): refusal.status
        case .wait: .tooManyRequests
        case .noKey: .serviceUnavailable
        case .noMail: .notFound
        case .keyScopes, .keyEnd, .keyAddress: .badRequest
        case .keys, .kept: .conflict
        case .outside(let refusal): refusal.status
        }
    }
}

extension AccountForm.Refusal {
    /// What a page says of a refusal.
    init(_ refusal: AccountRefusal, on place: AccountLink.Place) {
        switch refusal {
        case .closed: self.init(.closed)
        case .noKey: self.init(.noKey)
        case .noMail: self.init(.noMail)
        case .name: self.init(.name, count: Accounts.longestName)
        case .email: self.init(.email)
        case .taken: self.init(.taken)
        case .consent: self.init(.consent)
        // Where somebody is signed in, the e-mail address is known and only the password can be wrong.
        case .wrong: self.init(place == .signIn || place == .merge ? .wrong : .password)
        case .code: self.init(.code)
        case .stale, .needsConfirmation: self.init(.stale)
        case .suspended: self.init(.suspended)
        case .keyScopes: self.init(.keyScopes)
        case .keyEnd(let days): self.init(.keyEnd, count: days)
        case .keyAddress(let text): self.init(.keyAddress, text: text)
        case .keyNeedsTwoSteps: self.init(.keyTwoSteps)
        case .keys(let most): self.init(.keys, count: most)
        case .office: self.init(.office)
        case .outside(let refusal): self.init(of: refusal)
        case .organisation(let refusal): self.init(of: refusal)
        case .verification(let refusal): self.init(of: refusal)
        case .kept(let things, let bytes): self.init(.kept, count: things, text: "\(bytes / 1_024) KiB")
        case .wait(let seconds):
            let moment = Moment.china(Moment.now + Int64(seconds) * 1_000_000)
            self.init(.wait, count: seconds, text: moment.split(separator: " ").last.map(String.init))
        case .password(let problem):
            switch problem {
            case .short(let least): self.init(.short, count: least)
            case .long(let most): self.init(.long, count: most)
            case .common: self.init(.common)
            case .contains(let text): self.init(.contains, text: text)
            }
        }
    }
}

extension AccountPage {
    /// The account as its page shows it.
    init(_ overview: AccountOverview, eventDays: Int, _ language: PageLanguage) {
        self.init(
            account: overview.account,
            name: overview.name,
            email: overview.email,
            isConfirmed: overview.isConfirmed,
            level: overview.level,
            hasTimeCode: overview.hasTimeCode,
            created: Moment.china(overview.created),
            sessions: overview.sessions.map { session in
                Session(
                    id: session.id,
                    isThis: session.isThis,
                    created: Moment.china(session.created),
                    seen: Moment.china(session.seen),
                    ends: Moment.china(session.ends),
                    agent: session.agent,
                    address: session.address
                )
            },
            roles: overview.roles.map { role in
                Role(
                    name: role.role.name.text(in: language.rawValue),
                    place: role.scope.place,
                    until: role.until.map(Moment.china)
                )
            },
            events: overview.events.map { event in
                Event(
                    kind: event.kind.rawValue,
                    time: Moment.china(event.time),
                    address: event.address,
                    detail: event.detail
                )
            },
            eventDays: eventDays,
            invitations: overview.invitations
        )
    }
}

extension AccountDocument {
    /// The account as programs get it.
    init(_ overview: AccountOverview) {
        self.init(
            account: overview.account,
            name: overview.name,
            email: overview.email,
            emailConfirmed: overview.isConfirmed,
            level: overview.level,
            language: overview.language,
            created: Moment.iso(overview.created),
            twoStep: overview.hasTimeCode,
            recoveryCodesLeft: overview.recoveryLeft,
            sessions: overview.sessions.map(SessionDocument.init),
            roles: overview.roles.map(RoleDocument.init),
            events: overview.events.map(EventDocument.init),
            invitations: overview.invitations
        )
    }
}

extension AccountDocument.SessionDocument {
    init(_ session: SessionLine) {
        self.init(
            id: session.id,
            current: session.isThis,
            created: Moment.iso(session.created),
            seen: Moment.iso(session.seen),
            ends: Moment.iso(session.ends),
            twoStep: session.isStrong,
            agent: session.agent,
            address: session.address
        )
    }
}

extension AccountDocument.RoleDocument {
    init(_ role: HeldRole) {
        self.init(
            role: role.role.rawValue,
            place: role.scope.place,
            from: Moment.iso(role.from),
            until: role.until.map(Moment.iso)
        )
    }
}

extension AccountDocument.EventDocument {
    init(_ event: EventLine) {
        self.init(
            kind: event.kind.rawValue,
            time: Moment.iso(event.time),
            address: event.address,
            detail: event.detail
        )
    }
}
