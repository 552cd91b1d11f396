import Pages
import Store

/// What the program keeps.
extension Site {
    /// The parts of the statement that come from the program itself, so that it says what is done.
    var privacy: PrivacyPage {
        PrivacyPage(
            logFields: RequestLogField.allCases.map(\.rawValue),
            cookies: DisplayCookie.allCases.map(\.rawValue),
            cookieDays: DisplayCookie.seconds / (24 * 3_600),
            accountCookies: AccountCookie.allCases.map { $0.name(isSecure: false) },
            eventDays: eventDays,
            proposalFields: AliasProposal.fields,
            note: options.privacyNote
        )
    }
}
