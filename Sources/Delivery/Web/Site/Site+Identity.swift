import Identity
import Links
import Pages

/// How sure the name of who is signed in is.
extension Site {
    func identity(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        try await services.accounts.verify(
            number: sent["number"] ?? "",
            consents: sent["consent"] == "yes",
            try signedIn(visit),
            from: knocker(visit)
        )
        return done(.verified, on: .identity, link)
    }

    func identityPage(_ form: AccountForm, _ frame: PageFrame, _ visit: Visit) async throws -> String {
        let (name, verification) = try await services.accounts.identity(try signedIn(visit))
        let model = IdentityPage(
            name: name,
            verification: verification.map(IdentityPage.Verification.init),
            ways: services.accounts.ways.map { .init(id: $0.id, isOffered: $0.isOffered) }
        )
        return pages.identity(model, form, frame)
    }
}

extension IdentityPage.Verification {
    init(_ verification: Identity.Verification) {
        self.init(
            provider: verification.provider,
            serial: verification.serial,
            time: Moment.china(verification.time),
            isSimulated: verification.isSimulated
        )
    }
}
