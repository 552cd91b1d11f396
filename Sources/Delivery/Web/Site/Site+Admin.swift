import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Store
import Wire

/// The pages of who administers accounts.
///
/// The use cases decide who may; what changes or unmasks anything is a form that one of these pages sent.
extension Site {
    func admin(_ visit: Visit, _ link: AdminLink) async throws -> Answer {
        let caller = try signedIn(visit)
        if link.place == .audit { return try await audit(visit, link, caller) }
        if link.isOfDefinitions { return try await definitions(visit, link, caller) }
        let administer = AdministerAccounts(services.accounts, as: .caller(caller, knocker(visit)))
        if visit.request.format == .json {
            return link.place == .verification
                ? try await verificationTwin(visit, caller) : try await adminTwin(administer, link)
        }
        guard visit.sent != nil else { return try await adminPage(visit, link, administer, nil) }
        guard let sent = try sentFromHere(visit) else {
            return try await adminPage(visit, link, administer, .elsewhere, .forbidden)
        }
        do {
            return try await act(visit, link, sent, administer)
        } catch AccountRefusal.needsConfirmation {
            let back = AdminLink(link.place, account: link.account, language: link.language)
            return confirmation(thenTo: .admin(back))
        } catch let refusal as AdministrationRefusal {
            return try await adminPage(visit, link, administer, AdminForm.Refusal(refusal), refusal.status)
        }
    }

    /// What a form asks to be done.
    private func act(
        _ visit: Visit,
        _ link: AdminLink,
        _ sent: Parameters,
        _ administer: AdministerAccounts
    ) async throws -> Answer {
        let reason = sent["reason"] ?? ""
        switch (link.place, sent["do"]) {
        case (.accounts, _):
            guard let id = try await administer.find(sent["who"] ?? "") else {
                return try await adminPage(visit, link, administer, .notFound, .notFound)
            }
            return .redirect(.seeOther, to: Link.admin(AdminLink(.account(id), language: link.language)).text)
        case (.account(let id), "unmask"):
            let view = try await administer.unmask(id, reason: reason)
            return try await adminShow(visit, AdminForm(link: link, token: "")) { form, frame in
                pages.adminAccount(AdminAccountPage(view, frame.language), form, frame)
            }
        case (.account(let id), "suspend"):
            try await administer.set(.suspended, of: id, reason: reason)
            return adminDone(.suspended, link)
        case (.account(let id), "restore"):
            try await administer.set(.active, of: id, reason: reason)
            return adminDone(.restored, link)
        case (.grants, _):
            guard let role = Role(rawValue: sent["role"] ?? "") else { throw AdministrationRefusal.role }
            guard let scope = Scope(kind: sent["scope"] ?? "", place: sent["place"] ?? "") else {
                throw AdministrationRefusal.scope
            }
            try await administer.grant(
                role,
                to: sent["who"] ?? "",
                in: scope,
                reason: reason,
                until: try lastMoment(of: sent["until"] ?? "")
            )
            return adminDone(.granted, link)
        case (.grant(let id), "revoke"):
            try await administer.revoke(grant: id, reason: reason)
            return adminDone(.revoked, link)
        case (.verification, _):
            try await services.verifyAudit.ask(try signedIn(visit), from: knocker(visit))
            return adminDone(.asked, link)
        default: return .redirect(.seeOther, to: Link.admin(AdminLink(link.place, language: link.language)).text)
        }
    }

    /// The moment at which a day ends in China; nil for no day.
    private func lastMoment(of day: String) throws -> Int64? {
        guard !day.isEmpty else { return nil }
        guard let end = LastDay.end(of: day) else { throw AdministrationRefusal.until }
        return end
    }

    private func adminDone(_ done: AdminLink.Done, _ link: AdminLink) -> Answer {
        .redirect(.seeOther, to: Link.admin(AdminLink(link.place, done: done, language: link.language)).text)
    }

    // MARK: Pages

    private func adminPage(
        _ visit: Visit,
        _ link: AdminLink,
        _ administer: AdministerAccounts,
        _ refusal: AdminForm.Refusal?,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        var typed: [String: String] = [:]
        for name in ["who", "role", "scope", "place", "reason", "until"] { typed[name] = visit.sent?[name] }
        let form = AdminForm(link: link, token: "", typed: typed, refusal: refusal)
        return try await adminShow(visit, form, status) { form, frame in
            try await page(form, frame, visit, administer)
        }
    }

    func adminShow(
        _ visit: Visit,
        _ form: AdminForm,
        _ status: HTTPResponse.Status = .ok,
        _ render: (AdminForm, PageFrame) async throws -> String
    ) async throws -> Answer {
        var form = form
        form.token = try services.accounts.formToken(try signedIn(visit))
        var frame = frame(visit, await figures())
        // What was done is said once; the links of the page do not repeat it.
        var link = form.link
        link.done = nil
        frame.link = .admin(link)
        var answer = Answer.page(try await render(form, frame))
        answer.status = status
        return answer
    }

    private func page(
        _ form: AdminForm,
        _ frame: PageFrame,
        _ visit: Visit,
        _ administer: AdministerAccounts
    ) async throws -> String {
        let link = form.link
        let language = frame.language
        switch link.place {
        case .overview:
            let caller = try signedIn(visit)
            let roles = caller.roles.filter { $0.role != .agent }
            let model = AdminPage(
                parts: AdminPage.Part.allCases.filter { administer.maySee($0.action) },
                roles: roles.map { $0.role.name.text(in: language.rawValue) },
                isWeak: !roles.isEmpty && !caller.isStrong
            )
            return pages.admin(model, frame)
        case .accounts:
            let list = try await administer.list(before: link.after.flatMap(OrderPlace.init))
            let model = AdminAccountsPage(
                lines: list.lines.map { AdminAccountsPage.Line($0, language) },
                next: next(list.next, link)
            )
            return pages.adminAccounts(model, form, frame)
        case .account(let id):
            let view = try await administer.look(at: id)
            return pages.adminAccount(AdminAccountPage(view, language), form, frame)
        case .grants:
            let list = try await grants(link, administer)
            let model = AdminGrantsPage(
                lines: list.lines.map { AdminGrantsPage.Line($0, language) },
                next: next(list.next, link),
                roles: Role.allCases.filter { $0 != .person }.map {
                    .init(id: $0.rawValue, name: $0.name.text(in: language.rawValue))
                },
                canGrant: administer.maySee(.grantRole)
            )
            return pages.adminGrants(model, form, frame)
        case .grant(let id):
            let line = try await administer.grant(id)
            return pages.adminGrant(AdminGrantsPage.Line(line, language), form, frame)
        case .verification:
            let last = try await services.verifyAudit.last(try signedIn(visit), from: knocker(visit))
            return pages.adminVerification(AdminVerificationPage(last.waiting, last.result), form, frame)
        // These answer for themselves.
        case .audit, .definitions, .newDefinition, .definition, .definitionText: throw RequestFailure.nowhere
        }
    }

    private func grants(_ link: AdminLink, _ administer: AdministerAccounts) async throws -> GrantList {
        try await administer.grants(
            of: link.role.flatMap(Role.init),
            to: link.account,
            before: link.after.flatMap(OrderPlace.init)
        )
    }

    private func next(_ place: OrderPlace?, _ link: AdminLink) -> AdminLink? {
        place.map {
            AdminLink(link.place, role: link.role, account: link.account, after: $0.text, language: link.language)
        }
    }

    // MARK: Programs

    private func adminTwin(_ administer: AdministerAccounts, _ link: AdminLink) async throws -> Answer {
        switch link.place {
        // The audit and the declarations answer for themselves.
        case .overview, .audit, .verification, .definitions, .newDefinition, .definition, .definitionText:
            throw RequestFailure.nowhere
        case .accounts:
            let list = try await administer.list(before: link.after.flatMap(OrderPlace.init))
            let document = AdminAccountsDocument(
                accounts: list.lines.map(AdminAccountDocument.init),
                next: next(list.next, link).flatMap { Link.admin($0).twin(.json) }
            )
            return .json(try WireJSON.encode(document))
        case .account(let id):
            return .json(try WireJSON.encode(AdminAccountDocument(try await administer.look(at: id).line)))
        case .grants:
            let list = try await grants(link, administer)
            let document = GrantsDocument(
                grants: list.lines.map(GrantDocument.init),
                next: next(list.next, link).flatMap { Link.admin($0).twin(.json) }
            )
            return .json(try WireJSON.encode(document))
        case .grant(let id):
            return .json(try WireJSON.encode(GrantDocument(try await administer.grant(id))))
        }
    }
}

extension AdminPage.Part {
    /// What has to be allowed for it.
    fileprivate var action: Action {
        switch self {
        case .accounts: .findAccounts
        case .grants: .readGrants
        case .clients: .readClients
        case .definitions: .publishDefinitions
        case .audit: .readAuditLog
        }
    }
}
