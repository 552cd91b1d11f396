import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Store
import Wire

extension OrganisationRefusal {
    /// The status code of the answer.
    var status: HTTPResponse.Status {
        switch self {
        case .organisationName, .code, .region, .business, .until, .invitee, .oneself, .power, .reason, .successor:
            .badRequest
        case .wider, .agency, .staff: .forbidden
        case .made, .held, .full, .over, .lastManager: .conflict
        }
    }
}

extension AccountForm.Refusal {
    /// What a page says of it.
    init(of refusal: OrganisationRefusal) {
        switch refusal {
        case .organisationName: self.init(.organisationName, count: Organisations.longestName)
        case .code: self.init(.creditCode)
        case .region: self.init(.region)
        case .made: self.init(.made)
        case .business: self.init(.business)
        case .until: self.init(.until)
        case .invitee: self.init(.invitee)
        case .oneself: self.init(.oneself)
        case .power: self.init(.power)
        case .wider: self.init(.wider)
        case .held: self.init(.held)
        case .full: self.init(.full, count: Organisations.most)
        case .reason: self.init(.reason, count: Organisations.longestReason)
        case .over: self.init(.over)
        case .agency: self.init(.agency)
        case .staff: self.init(.staff)
        case .lastManager: self.init(.lastManager)
        case .successor: self.init(.successor)
        }
    }
}

extension String {
    /// What ends an id, behind its register.
    var item: String { split(separator: "/", maxSplits: 1).last.map(String.init) ?? self }
}

// MARK: Pages

extension OrganisationPage.Face {
    init(_ line: OrganisationLine, _ language: PageLanguage) {
        self.init(line.id, line.content, language)
        powers = line.powers.map { $0.role.name.text(in: language.rawValue) }
    }

    fileprivate init(_ id: String, _ content: OrganisationContent, _ language: PageLanguage) {
        let province = Province.all.first { $0.code.prefix(2) == content.region.prefix(2) }
        self.init(
            item: id.item,
            name: content.name,
            code: content.code,
            region: [content.region, province?.words.text(in: language.rawValue)].compactMap(\.self)
                .joined(separator: " "),
            kind: content.kind.rawValue,
            level: content.level.rawValue,
            state: content.state.rawValue
        )
    }
}

extension OrganisationPage.Typed {
    /// What was typed, else what is.
    init(_ sent: Parameters, else content: OrganisationContent?) {
        self.init(
            kind: sent["kind"] ?? content?.kind.rawValue ?? "",
            name: sent["organisation-name"] ?? content?.name ?? "",
            code: sent["credit-code"] ?? content?.code ?? "",
            region: sent["region"] ?? content?.region ?? "",
            reason: sent["do"] == "close" ? sent["reason"] ?? "" : ""
        )
    }
}

extension OrganisationPage {
    init(_ view: OrganisationView, _ sent: Parameters?, _ language: PageLanguage) {
        self.init(
            face: Face(view.id, view.content, language),
            created: Moment.china(view.content.created),
            own: view.own.map { AuthorisationRow($0, language) },
            isManaged: view.isManaged,
            mayChange: view.mayChange,
            people: view.people.map { AuthorisationRow($0, language) },
            next: view.next?.text,
            versions: view.versions.map { (Moment.china($0.time), Face(view.id, $0.content, language)) },
            invitation: InvitationForm(sent, Power.allCases, language),
            typed: Typed(sent ?? Parameters(), else: view.content)
        )
        isSimulated = view.content.verification?.isSimulated ?? false
    }
}

extension AuthorisationsPage {
    init(_ view: AuthorisationsView, _ sent: Parameters?, _ language: PageLanguage) {
        self.init(
            invitations: view.invitations.map { AuthorisationRow($0, language) },
            held: view.held.map { AuthorisationRow($0, language) },
            given: view.given.map { AuthorisationRow($0, language) },
            typed: InvitationForm(sent, Power.allCases.filter { $0 != .manager }, language)
        )
    }
}

extension AuthorisationPage {
    init(_ view: AuthorisationView, _ sent: Parameters?, _ language: PageLanguage) {
        let principal = view.line.content.principal
        self.init(
            row: AuthorisationRow(view.line, language),
            isInvited: view.isInvited,
            isOwn: view.isOwn,
            isGivers: view.isGivers,
            agencies: view.agencies.map {
                .init(value: $0.id, name: $0.content.name, isChosen: $0.id == sent?["agency"])
            },
            successors: view.successors.map {
                .init(value: $0.account, name: $0.name, isChosen: $0.account == sent?["to"])
            },
            organisation: view.isGivers && principal.hasPrefix(OrganisationContent.register) ? principal.item : nil,
            reason: sent?["reason"] ?? ""
        )
    }
}

extension HandOverPage {
    init(_ shown: HandOver, reason: String, _ language: PageLanguage) {
        self.init(
            organisation: shown.name,
            from: shown.from.name,
            to: shown.to.name,
            successor: shown.to.account,
            reason: reason,
            going: shown.going.map { AuthorisationRow($0, language) },
            ending: shown.ending.map { AuthorisationRow($0, language) }
        )
    }
}

extension InvitationForm {
    /// The form as it was sent, or empty.
    fileprivate init(_ sent: Parameters?, _ powers: [Power], _ language: PageLanguage) {
        let isSent = sent?["do"] == "invite"
        let chosen = isSent ? sent?.pairs.filter { $0.name == "business" }.map(\.value) ?? [] : []
        self.init(
            who: sent?["who"] ?? "",
            until: sent?["until"] ?? "",
            reason: isSent ? sent?["reason"] ?? "" : "",
            powers: powers.map {
                .init(
                    value: $0.rawValue,
                    name: $0.role.name.text(in: language.rawValue),
                    isChosen: $0.rawValue == sent?["power"] ?? Power.agent.rawValue
                )
            },
            business: BusinessKind.all.map {
                .init(value: $0.code, name: $0.name.text(in: language.rawValue), isChosen: chosen.contains($0.code))
            }
        )
    }
}

extension AuthorisationRow {
    init(_ line: AuthorisationLine, _ language: PageLanguage) {
        let content = line.content
        self.init(
            item: line.id.item,
            principal: line.principal,
            holder: line.holder,
            power: content.power.role.name.text(in: language.rawValue),
            powerName: content.power.rawValue,
            business: content.business.map { BusinessKind.of($0)?.name.text(in: language.rawValue) ?? $0 },
            state: line.state.rawValue,
            reason: content.reason,
            by: line.by,
            revokedBy: line.endedBy,
            predecessor: line.predecessor,
            made: Moment.china(content.made),
            lapses: Moment.china(content.lapses),
            from: content.from.map(Moment.china),
            // The last minute, not the midnight behind it.
            until: content.until.map { Moment.china($0 - 1) },
            ended: (content.revoked ?? content.declined).map(Moment.china),
            endReason: content.revokedReason
        )
    }
}

// MARK: Programs

extension OrganisationDocument {
    init(_ line: OrganisationLine) {
        let content = line.content
        self.init(
            id: line.id,
            name: content.name,
            code: content.code,
            region: content.region,
            kind: content.kind.rawValue,
            level: content.level.rawValue,
            state: content.state.rawValue,
            created: Moment.iso(content.created),
            powers: line.powers.map(\.rawValue)
        )
    }
}

extension OrganisationPageDocument {
    init(_ view: OrganisationView) {
        let held = view.own.filter { $0.state == .inEffect }.map(\.content.power)
        let line = OrganisationLine(id: view.id, content: view.content, powers: Power.allCases.filter(held.contains))
        self.init(
            organisation: OrganisationDocument(line),
            own: view.own.map(AuthorisationDocument.init),
            people: view.isManaged ? view.people.map(AuthorisationDocument.init) : nil,
            next: view.next?.text,
            versions: view.versions.map {
                VersionDocument(
                    time: Moment.iso($0.time),
                    name: $0.content.name,
                    code: $0.content.code,
                    region: $0.content.region,
                    level: $0.content.level.rawValue,
                    state: $0.content.state.rawValue
                )
            }
        )
    }
}

extension AuthorisationsDocument {
    init(_ view: AuthorisationsView) {
        self.init(
            invitations: view.invitations.map(AuthorisationDocument.init),
            held: view.held.map(AuthorisationDocument.init),
            given: view.given.map(AuthorisationDocument.init)
        )
    }
}

extension AuthorisationDocument {
    init(_ line: AuthorisationLine) {
        let content = line.content
        self.init(
            id: line.id,
            principal: content.principal,
            principalName: line.principal,
            holder: content.account,
            holderName: line.holder,
            power: content.power.rawValue,
            business: content.business,
            agency: content.agency,
            state: line.state.rawValue,
            reason: content.reason,
            by: content.by,
            predecessor: content.predecessor,
            made: Moment.iso(content.made),
            lapses: Moment.iso(content.lapses),
            from: content.from.map(Moment.iso),
            until: content.until.map(Moment.iso),
            ended: (content.revoked ?? content.declined).map(Moment.iso),
            endedBy: content.revokedBy,
            endReason: content.revokedReason
        )
    }
}
