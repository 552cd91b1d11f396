import Identity
import Links
import Pages

/// Two accounts of one person become one.
extension Site {
    func merge(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        if sent["do"] == "merge" {
            try await services.accounts.merge(pending: sent["pending"] ?? "", caller, from: knocker(visit))
            return done(.merged, on: .overview, link)
        }
        let shown = try await services.accounts.beginMerge(
            email: sent["email"] ?? "",
            password: sent["password"] ?? "",
            code: sent["code"] ?? "",
            caller,
            from: knocker(visit)
        )
        return try await show(AccountForm(link: link.plain, token: ""), visit) { form, frame in
            let model = MergePage(
                pending: shown.pending,
                name: shown.name,
                address: shown.address,
                held: shown.held.map { AuthorisationRow($0, frame.language) },
                given: shown.given.map { AuthorisationRow($0, frame.language) }
            )
            return pages.merge(model, form, frame)
        }
    }
}
