import Domain
import HTTPTypes
import Identity
import Links
import Pages

/// The page of keys for programs.
extension Site {
    /// Makes or revokes a key.
    func keys(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        if let id = sent["revoke"] {
            try await services.accounts.revokeKey(id, caller, from: knocker(visit))
            return done(.keyRevoked, on: .keys, link)
        }
        guard services.accounts.isConfirmed(caller) else { throw AccountRefusal.needsConfirmation }
        guard sent["do"] == "make" else { return .redirect(.seeOther, to: Link.account(link).text) }
        let key = try await services.accounts.makeKey(caller, wish(sent), from: knocker(visit))
        return try await show(AccountForm(link: link, token: ""), visit) { form, frame in
            var model = try await keysPage(visit.going(to: .account(link)), frame, made: key.text)
            model.name = ""
            model.addresses = ""
            return pages.keys(model, form, frame)
        }
    }

    /// The page as it is, with what was typed.
    func keysPage(_ visit: Visit, _ frame: PageFrame, made: String? = nil) async throws -> KeysPage {
        let caller = try signedIn(visit)
        let list = try await services.accounts.keys(caller)
        let language = frame.language.rawValue
        let typed = visit.sent.map(wish)
        let latest = PartialDate(inChinaAt: Moment.now + Int64(list.days) * 86_400_000_000)?.description ?? ""
        let search = Link.search(SearchState(query: Self.examples[.zh]?.first ?? ""))
        return KeysPage(
            keys: list.lines.map { KeysPage.Key($0, language) },
            most: list.most,
            days: list.days,
            dayQuota: Int(list.dayQuota),
            scopes: KeyScope.allCases.map { scope in
                let isChosen = typed.map { $0.scopes.contains(scope.rawValue) } ?? [.search, .records].contains(scope)
                return .init(id: scope.rawValue, text: scope.name.text(in: language), isChosen: isChosen)
            },
            name: typed?.name ?? "",
            lastDay: typed.map { $0.lastDay.isEmpty ? latest : $0.lastDay } ?? latest,
            addresses: typed?.addresses ?? "",
            isCertain: services.accounts.isConfirmed(caller),
            made: made,
            example: visit.origin(options.origin) + (search.twin(.json) ?? search.text)
        )
    }

    private func wish(_ sent: Parameters) -> KeyWish {
        KeyWish(
            name: sent["name"] ?? "",
            scopes: sent.pairs.filter { $0.name == "scope" }.map(\.value),
            lastDay: sent["until"] ?? "",
            addresses: sent["addresses"] ?? ""
        )
    }
}
