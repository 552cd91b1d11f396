import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Store
import Wire

/// Organisations, and who may act for whom.
extension Site {
    // MARK: Forms

    func organisations(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        let organisations = services.accounts.organisations
        guard let id = link.organisation else {
            guard sent["do"] == "make" else { return .redirect(.seeOther, to: Link.account(link.plain).text) }
            let made = try await organisations.make(OrganisationWish(sent), caller)
            return .redirect(.seeOther, to: Link.account(AccountLink(made, link.language).saying(.made)).text)
        }
        switch sent["do"] {
        case "correct":
            try await organisations.correct(id, OrganisationWish(sent), caller)
            return done(.saved, link)
        case "invite":
            return done(try await organisations.invite(try Invitation(sent), for: id, caller), link)
        case "verify":
            try await organisations.verify(
                id,
                number: sent["number"] ?? "",
                consents: sent["consent"] == "yes",
                caller,
                from: knocker(visit)
            )
            return done(.verified, link)
        case "close":
            try await organisations.close(id, reason: sent["reason"] ?? "", caller)
            return done(.closedOrganisation, on: .organisations, link)
        default: return .redirect(.seeOther, to: Link.account(link.plain).text)
        }
    }

    func authorisations(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        let organisations = services.accounts.organisations
        guard let id = link.authorisation else {
            guard sent["do"] == "invite" else { return .redirect(.seeOther, to: Link.account(link.plain).text) }
            return done(try await organisations.invite(try Invitation(sent), for: nil, caller), link)
        }
        switch sent["do"] {
        case "accept":
            try await organisations.accept(id, agency: sent["agency"], caller)
            return done(.accepted, link)
        case "decline":
            try await organisations.decline(id, caller)
            return done(.declined, on: .authorisations, link)
        case "revoke":
            try await organisations.revoke(id, reason: sent["reason"] ?? "", caller)
            return done(.revoked, link)
        case "hand-over":
            let (to, reason) = (sent["to"] ?? "", sent["reason"] ?? "")
            let shown = try await organisations.previewHandOver(id, to: to, reason: reason, caller)
            return try await show(AccountForm(link: link.plain, token: ""), visit) { form, frame in
                pages.handOver(HandOverPage(shown, reason: reason, frame.language), form, frame)
            }
        case "hand-over-now":
            let (to, reason) = (sent["to"] ?? "", sent["reason"] ?? "")
            let shown = try await organisations.handOver(id, to: to, reason: reason, caller)
            // Whoever handed over their own sees the organisation no longer.
            let isOwn = shown.from.account == caller.account
            let list = AccountLink(.organisations, language: link.language)
            let place = (isOwn ? list : AccountLink(shown.organisation, link.language)).saying(.handedOver)
            return .redirect(.seeOther, to: Link.account(place).text)
        default: return .redirect(.seeOther, to: Link.account(link.plain).text)
        }
    }

    private func done(_ done: AccountLink.Done, _ link: AccountLink) -> Answer {
        .redirect(.seeOther, to: Link.account(link.plain.saying(done)).text)
    }

    private func done(_ invited: Invited, _ link: AccountLink) -> Answer {
        done(invited.isTold.map { $0 ? .invitedTold : .invited } ?? .invitedAccount, link)
    }

    // MARK: Pages

    func organisationsPage(_ form: AccountForm, _ frame: PageFrame, _ visit: Visit) async throws -> String {
        let caller = try signedIn(visit)
        let sent = form.refusal == nil ? nil : visit.sent
        guard let id = form.link.organisation else {
            let lines = try await services.accounts.organisations.list(caller)
            let model = OrganisationsPage(
                organisations: lines.map { .init($0, frame.language) },
                typed: .init(sent ?? Parameters(), else: nil)
            )
            return pages.organisations(model, form, frame)
        }
        let view = try await view(id, form.link, caller)
        return pages.organisation(OrganisationPage(view, sent, frame.language), form, frame)
    }

    func authorisationsPage(_ form: AccountForm, _ frame: PageFrame, _ visit: Visit) async throws -> String {
        let caller = try signedIn(visit)
        let organisations = services.accounts.organisations
        let sent = form.refusal == nil ? nil : visit.sent
        guard let id = form.link.authorisation else {
            let view = try await organisations.authorisations(caller)
            return pages.authorisations(AuthorisationsPage(view, sent, frame.language), form, frame)
        }
        let view = try await organisations.authorisation(id, caller)
        return pages.authorisation(AuthorisationPage(view, sent, frame.language), form, frame)
    }

    private func view(_ id: String, _ link: AccountLink, _ caller: Caller) async throws -> OrganisationView {
        let after = try link.after.map { text in
            guard let cursor = OrderPlace(text) else {
                throw Failure.invalid(field: "after", reason: "it is no place of this list; begin the list again")
            }
            return cursor
        }
        return try await services.accounts.organisations.show(id, isPast: link.isPast, after: after, caller)
    }

    // MARK: Programs

    func organisationsTwin(_ caller: Caller, _ link: AccountLink) async throws -> Answer {
        let organisations = services.accounts.organisations
        if let id = link.organisation {
            return .json(try WireJSON.encode(OrganisationPageDocument(try await view(id, link, caller))))
        }
        if let id = link.authorisation {
            let line = try await organisations.authorisation(id, caller).line
            return .json(try WireJSON.encode(AuthorisationDocument(line)))
        }
        guard link.place == .organisations else {
            return .json(try WireJSON.encode(AuthorisationsDocument(try await organisations.authorisations(caller))))
        }
        let lines = try await organisations.list(caller)
        return .json(try WireJSON.encode(OrganisationsDocument(organisations: lines.map(OrganisationDocument.init))))
    }
}

extension AccountLink {
    /// The id of the organisation that the page is about.
    fileprivate var organisation: String? {
        place == .organisations ? item.map { OrganisationContent.register + "/" + $0 } : nil
    }

    /// The id of the authorisation that the page is about.
    fileprivate var authorisation: String? {
        place == .authorisations ? item.map { AuthorisationContent.register + "/" + $0 } : nil
    }

    /// The page of an organisation.
    fileprivate init(_ organisation: String, _ language: PageLanguage) {
        self.init(.organisations, item: organisation.item, language: language)
    }
}

extension OrganisationWish {
    fileprivate init(_ sent: Parameters) {
        self.init(
            kind: sent["kind"].flatMap(OrganisationContent.Kind.init) ?? .organisation,
            name: sent["organisation-name"] ?? "",
            code: sent["credit-code"] ?? "",
            region: sent["region"] ?? ""
        )
    }
}

extension Invitation {
    /// What a form says; the last day of an end counts whole, in China.
    fileprivate init(_ sent: Parameters) throws {
        guard let power = sent["power"].flatMap(Power.init) else {
            throw AccountRefusal.organisation(.power)
        }
        var until: Int64?
        if let day = sent["until"], !day.isEmpty {
            guard let end = LastDay.end(of: day) else { throw AccountRefusal.organisation(.until) }
            until = end
        }
        self.init(
            who: sent["who"] ?? "",
            power: power,
            business: sent.pairs.filter { $0.name == "business" }.map(\.value),
            until: until,
            reason: sent["reason"] ?? ""
        )
    }
}
