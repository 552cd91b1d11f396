/// A page of an account: to make one, to sign in, and what belongs to who is signed in.
///
/// **Shape** `/account`, or `/account/PLACE`; then `next=ADDRESS`, the page to go on to, `done=WORD`, what was just done,
/// and `lang`. Nothing else of what a form sends stands in it: no name, no e-mail address, no password.
package struct AccountLink: Sendable, Hashable {
    /// The pages, by the names that stand in their paths.
    package enum Place: String, Sendable, Hashable, CaseIterable {
        /// Who is signed in, with sessions and events; its path ends with the folder.
        case overview = ""
        case signUp = "sign-up"
        case signIn = "sign-in"
        case password
        /// Another password for who forgot theirs, by a code that goes by e-mail.
        case reset
        /// The e-mail address: to confirm it, or another.
        case email
        /// Codes that an app gives, besides the password.
        case twoStep = "two-step"
        /// Asks for the password again, before something grave.
        case confirm
        /// What is held about who is signed in.
        case data
        /// What who is signed in agreed to.
        case consents
    }

    /// What was just done, which the page then says.
    package enum Done: String, Sendable, Hashable, CaseIterable {
        case signedOut = "signed-out"
        case closed, password, reset, email, corrected
        /// A session was ended, or all others were.
        case ended
        case twoStepOff = "two-step-off"
        /// A consent was withdrawn.
        case withdrawn
    }

    package var place: Place
    package var done: Done?
    /// Where to go on afterwards; nil for the overview.
    package private(set) var next: String?
    package var language: PageLanguage

    /// Makes a link to a page.
    ///
    /// - Parameters:
    ///   - place: The page.
    ///   - next: The address to go on to. It is dropped unless it is, letter by letter, what ``Link`` prints for a page
    ///     of this site: so a link never leads to another site, whatever a browser would make of its signs.
    ///   - done: What was just done.
    ///   - language: The language of the page.
    package init(
        _ place: Place = .overview,
        next: String? = nil,
        done: Done? = nil,
        language: PageLanguage = .zh
    ) {
        self.place = place
        self.done = done
        self.next = next.flatMap { Self.page($0) == nil ? nil : $0 }
        self.language = language
    }

    /// The same page, saying that something was done, or nothing.
    package func saying(_ done: Done?) -> AccountLink {
        AccountLink(place, next: next, done: done, language: language)
    }

    /// Reads a path without suffix; nil for one that is none of these.
    init?(path: String, _ parameters: Parameters) {
        guard let place = Self.places[path] else { return nil }
        self.init(
            place,
            next: parameters["next"],
            done: parameters["done"].flatMap(Done.init),
            language: parameters.language
        )
    }

    /// Where to go on: the page that was asked for, else the overview.
    package var destination: Link { next.flatMap(Self.page) ?? .account(AccountLink(language: language)) }

    /// Whether the page has a twin for programs: what is asked for there is only to be read.
    package var hasTwin: Bool { place == .overview || place == .data }

    var path: String { place == .overview ? Link.accountPath : Link.accountPath + "/" + place.rawValue }

    var parameters: Parameters {
        var result = Parameters()
        if let next { result.append("next", next) }
        if let done { result.append("done", done.rawValue) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }

    func inLanguage(_ language: PageLanguage) -> AccountLink {
        AccountLink(place, next: next.flatMap(Self.page)?.inLanguage(language).text, done: done, language: language)
    }

    private static let places = Dictionary(uniqueKeysWithValues: Place.allCases.map { (AccountLink($0).path, $0) })

    /// The longest address to go on to; bytes.
    private static let longestNext = 4_000

    /// The page of an address, where the address is exactly as ``Link`` prints it.
    ///
    /// What makes an account or asks who somebody is leads nowhere by itself.
    private static func page(_ address: String) -> Link? {
        guard address.utf8.count <= longestNext else { return nil }
        let halves = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let request = LinkRequest(path: halves[0], query: halves.count == 2 ? halves[1] : "")
        guard request.format == .html, request.link.text == address else { return nil }
        switch request.link {
        case .other, .asset, .openAPI, .openSearch, .recordFile, .drawing, .suggest: return nil
        case .signOn(let link): return link.place == .authorize ? request.link : nil
        case .account(let link):
            switch link.place {
            case .signUp, .signIn, .reset, .confirm: return nil
            case .overview, .password, .email, .twoStep, .data, .consents: return request.link
            }
        default: return request.link
        }
    }
}
