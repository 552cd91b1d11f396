import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Wire

/// Programs that sign people in through this node, for their administrator.
extension Site {
    func clients(_ visit: Visit, _ link: ClientLink) async throws -> Answer {
        let caller = try signedIn(visit)
        let clients = services.singleSignOn.clients
        if visit.request.format == .json {
            let all = try await clients.list(.caller(caller, knocker(visit)))
            return .json(try WireJSON.encode(ClientsDocument(all.map(ClientsDocument.Client.init))))
        }
        guard visit.sent != nil else { return try await clientsPage(caller, visit, link) }
        guard let sent = try sentFromHere(visit) else {
            return try await clientsPage(caller, visit, link, refusal: "elsewhere", .forbidden)
        }
        do {
            return try await change(caller, visit, link, sent)
        } catch AccountRefusal.needsConfirmation {
            return confirmation(thenTo: .clients(ClientLink(link.id, language: link.language)))
        } catch Failure.invalid(let field, _) {
            return try await clientsPage(caller, visit, link, refusal: field, .badRequest)
        } catch Failure.conflict {
            return try await clientsPage(caller, visit, link, refusal: "conflict", .conflict)
        }
    }

    private func change(_ caller: Caller, _ visit: Visit, _ link: ClientLink, _ sent: Parameters) async throws -> Answer
    {
        let clients = services.singleSignOn.clients
        let reason = sent["reason"] ?? ""
        switch (sent["do"], link.id) {
        case ("add", nil):
            let made = try await clients.add(ClientWish(sent), reason: reason, by: .caller(caller, knocker(visit)))
            return try await clientsPage(caller, visit, ClientLink(made.client.id, language: link.language), made: made)
        case ("change", let id?):
            guard let version = sent["version"].flatMap({ Int64($0) }) else {
                throw Failure.conflict(reason: "the form does not say which version it is about; look at it again")
            }
            let change = try await clients.change(
                id,
                to: ClientWish(sent),
                seen: version,
                agrees: sent["agree"] == "yes",
                reason: reason,
                by: .caller(caller, knocker(visit))
            )
            switch change {
            case .done:
                return .redirect(
                    .seeOther,
                    to: Link.clients(ClientLink(id, done: .changed, language: link.language)).text
                )
            case .takesAway(let losses): return try await clientsPage(caller, visit, link, losses: losses)
            }
        case ("renew", let id?):
            let made = try await clients.renewSecret(id, reason: reason, by: .caller(caller, knocker(visit)))
            return try await clientsPage(caller, visit, link, made: made)
        case ("remove", let id?):
            try await clients.remove(id, reason: reason, by: .caller(caller, knocker(visit)))
            let done = ClientLink(done: .removed, language: link.language)
            return .redirect(.seeOther, to: Link.clients(done).text)
        default: return .redirect(.seeOther, to: Link.clients(link).text)
        }
    }

    private func clientsPage(
        _ caller: Caller,
        _ visit: Visit,
        _ link: ClientLink,
        made: Clients.Made? = nil,
        losses: ClientLosses? = nil,
        refusal: String? = nil,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let clients = services.singleSignOn.clients
        var shown: [RegisteredClient]
        var versions: [ClientVersion] = []
        var total = 1
        if let id = link.id {
            shown = [try await clients.find(id, .caller(caller, knocker(visit)))]
            versions = try await clients.history(id, .caller(caller, knocker(visit)))
        } else {
            shown = try await clients.list(.caller(caller, knocker(visit)))
            total = shown.count
            shown = Array(shown.dropFirst((link.page - 1) * ClientLink.pageSize).prefix(ClientLink.pageSize))
        }
        var model = ClientsPage(
            link: link,
            clients: shown.map { ClientsPage.Client($0, link.language) },
            total: total,
            token: try services.accounts.formToken(caller),
            isConfirmed: services.accounts.isConfirmed(caller),
            secret: made.map { .init(client: $0.client.id, text: $0.secret) },
            versions: versions.map(ClientsPage.Version.init),
            losses: losses.map(ClientsPage.Loss.all) ?? [],
            refusal: refusal
        )
        // Where somebody else changed it, the form begins with theirs: what was typed would overwrite it.
        let isTheirs = link.id != nil && refusal == "conflict"
        if (refusal != nil || losses != nil) && !isTheirs, let sent = visit.sent {
            model.typed = Dictionary(sent.pairs.map { ($0.name, $0.value) }) { first, _ in first }
        }
        var frame = frame(visit, await figures())
        frame.link = .clients(ClientLink(link.id, page: link.page, language: link.language))
        var answer = Answer.page(pages.clients(model, frame))
        answer.status = status
        return answer
    }
}

extension ClientWish {
    /// What the form says.
    fileprivate init(_ sent: Parameters) {
        func lines(_ name: String) -> [String] {
            (sent[name] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        }
        let scopes = (sent["scope"] ?? "").split(separator: " ").compactMap { SignOnScope(rawValue: String($0)) }
        self.init(
            nameZh: sent["name-zh"] ?? "",
            nameEn: sent["name-en"] ?? "",
            redirects: lines("redirect"),
            postLogoutRedirects: lines("post-logout"),
            backChannelLogout: lines("back-channel").joined(separator: " "),
            scopes: scopes,
            isPublic: sent["kind"] == "public"
        )
    }
}

extension ClientsPage.Client {
    init(_ client: RegisteredClient, _ language: PageLanguage) {
        let content = client.content
        self.init(
            id: client.id,
            name: content.name.text(in: language.rawValue),
            nameZh: content.name.zh,
            nameEn: content.name.en,
            isPublic: content.isPublic,
            redirects: content.redirects,
            postLogoutRedirects: content.postLogoutRedirects,
            scopes: content.scopes,
            backChannelLogout: content.backChannelLogout,
            by: content.by,
            reason: content.reason,
            created: Moment.china(content.created),
            version: Int(client.version)
        )
    }
}

extension ClientsPage.Version {
    fileprivate init(_ version: ClientVersion) {
        self.init(
            number: Int(version.number),
            time: Moment.china(version.time),
            by: version.by,
            reason: version.reason,
            parts: version.parts.map(\.rawValue)
        )
    }
}

extension ClientsPage.Loss {
    /// What a change takes away, by parts.
    fileprivate static func all(_ losses: ClientLosses) -> [ClientsPage.Loss] {
        let parts: [(ClientVersion.Part, [String])] = [
            (.redirects, losses.redirects), (.postlogout, losses.postLogoutRedirects),
            (.backchannel, [losses.backChannelLogout].compactMap(\.self)), (.scopes, losses.scopes),
        ]
        return parts.filter { !$0.1.isEmpty }.map { .init($0.0.rawValue, $0.1) }
    }
}

extension ClientsDocument.Client {
    init(_ client: RegisteredClient) {
        let content = client.content
        self.init(
            id: client.id,
            nameZh: content.name.zh,
            nameEn: content.name.en,
            isPublic: content.isPublic,
            redirects: content.redirects,
            postLogoutRedirects: content.postLogoutRedirects,
            scopes: content.scopes,
            backChannelLogout: content.backChannelLogout,
            by: content.by,
            reason: content.reason,
            created: Moment.iso(content.created)
        )
    }
}
