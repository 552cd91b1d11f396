import Domain
import HTTPTypes
import Identity
import Links
import Pages

/// What who is signed in agreed to.
extension Site {
    /// Withdraws a consent.
    func withdraw(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        guard sent["do"] == "withdraw" else { return .redirect(.seeOther, to: Link.account(link).text) }
        let caller = try signedIn(visit)
        try await services.singleSignOn.withdraw(sent["purpose"] ?? "", caller, from: knocker(visit))
        return done(.withdrawn, on: .consents, link)
    }
}

extension ConsentsPage.Line {
    init(_ line: ConsentLine, _ language: PageLanguage) {
        self.init(
            purpose: line.purpose,
            client: line.client?.text(in: language.rawValue),
            scopes: line.scopes.map(\.rawValue),
            time: Moment.china(line.time)
        )
    }
}
