/// A page of an account: to make one, to sign in, and what belongs to who is signed in.
///
/// **Shape** `/account`, `/account/PLACE`, or `/account/PLACE/ITEM`, the 26 characters that end the id of an organisation or
/// authorisation; then `past=1`, what is past in the place of what is, `after=CURSOR`, where its list goes on, and `next=ADDRESS`, the page to go on to, `done=WORD`, what was just done,
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
        /// Keys with which programs act for the account.
        case keys
        /// Records, searches and queries that the account keeps.
        case kept
        /// How sure the name is, and how it is verified.
        case identity
        /// Another account of the same person, to become part of this one.
        case merge
        /// The organisations that who is signed in acts for, or one of them.
        case organisations
        /// For whom who is signed in may act and who may act for them, or one such authorisation.
        case authorisations
        /// What who is signed in agreed to.
        case consents
        /// Accounts of outside providers with which who is signed in signs in.
        case providers
    }

    /// What was just done, which the page then says.
    package enum Done: String, Sendable, Hashable, CaseIterable {
        case signedOut = "signed-out"
        case closed, password, reset, email, corrected
        /// A session was ended, or all others were.
        case ended
        case twoStepOff = "two-step-off"
        case keyRevoked = "key-revoked"
        case kept
        case keptRemoved = "kept-removed"
        case made, saved, invited, accepted, declined, revoked
        /// An invitation was made, and a message tells of it.
        case invitedTold = "invited-told"
        case invitedAccount = "invited-account"
        case handedOver = "handed-over"
        case verified, merged
        case closedOrganisation = "closed-organisation"
        /// A consent was withdrawn.
        case withdrawn
        /// An account of an outside provider was linked, or no longer is.
        case linked, unlinked
    }

    package var place: Place
    /// The last 26 characters of the id of what the page is about; nil for the whole place.
    package private(set) var item: String?
    /// Whether it lists what is past.
    package var isPast = false
    /// Where its list goes on; nil for its beginning.
    package var after: String?
    package var done: Done?
    /// Where to go on afterwards; nil for the overview.
    package private(set) var next: String?
    package var language: PageLanguage

    /// Makes a link to a page.
    ///
    /// - Parameters:
    ///   - place: The page.
    ///   - item: What it is about, where the place has items: the end of an id, 26 characters of base32 in lower case.
    ///   - next: The address to go on to. It is dropped unless it is, letter by letter, what ``Link`` prints for a page
    ///     of this site: so a link never leads to another site, whatever a browser would make of its signs.
    ///   - done: What was just done.
    ///   - after: Where a list goes on; dropped where there is none, and where it is longer than 64 bytes.
    ///   - language: The language of the page.
    package init(
        _ place: Place = .overview,
        item: String? = nil,
        next: String? = nil,
        done: Done? = nil,
        after: String? = nil,
        language: PageLanguage = .zh
    ) {
        self.place = place
        self.after = after.flatMap { place.isPaged && $0.utf8.count <= Self.longestCursor ? $0 : nil }
        self.item = item.flatMap { place.hasItems && Self.isItem($0) ? $0 : nil }
        self.done = done
        self.next = next.flatMap { Self.page($0) == nil ? nil : $0 }
        self.language = language
    }

    /// The same page, saying that something was done, or nothing.
    package func saying(_ done: Done?) -> AccountLink {
        var link = self
        link.done = done
        return link
    }

    /// The same page from its beginning, saying nothing and leading nowhere.
    package var plain: AccountLink { AccountLink(place, item: item, language: language) }

    /// Reads a path without suffix; nil for one that is none of these.
    init?(path: String, _ parameters: Parameters) {
        let halves = path.dropFirst(Link.accountPath.count + 1).split(separator: "/", omittingEmptySubsequences: false)
        let item = halves.count == 2 ? String(halves[1]) : nil
        let whole = item.map { String(path.dropLast($0.count + 1)) } ?? path
        guard let place = Self.places[whole], item.map({ place.hasItems && Self.isItem($0) }) ?? true else {
            return nil
        }
        self.init(
            place,
            item: item,
            next: parameters["next"],
            done: parameters["done"].flatMap(Done.init),
            after: parameters["after"],
            language: parameters.language
        )
        if place.hasItems { isPast = parameters["past"] == "1" }
    }

    /// Whether a text may end the id of an organisation or authorisation.
    private static func isItem(_ text: String) -> Bool {
        text.utf8.count == 26 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
    }

    /// The longest cursor; bytes.
    private static let longestCursor = 64

    /// Where to go on: the page that was asked for, else the overview.
    package var destination: Link { next.flatMap(Self.page) ?? .account(AccountLink(language: language)) }

    /// Whether the page has a twin for programs: what is asked for there is only to be read.
    package var hasTwin: Bool { place == .overview || place == .data || place == .keys || place.isPaged }

    var path: String {
        let path = place == .overview ? Link.accountPath : Link.accountPath + "/" + place.rawValue
        return item.map { path + "/" + $0 } ?? path
    }

    var parameters: Parameters {
        var result = Parameters()
        if let next { result.append("next", next) }
        for (name, value) in listParameters.pairs { result.append(name, value) }
        if let done { result.append("done", done.rawValue) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }

    /// Which part of its list it shows, for the twin too.
    var listParameters: Parameters {
        var result = Parameters()
        if isPast { result.append("past", "1") }
        if let after { result.append("after", after) }
        return result
    }

    func inLanguage(_ language: PageLanguage) -> AccountLink {
        var link = AccountLink(
            place,
            item: item,
            next: next.flatMap(Self.page)?.inLanguage(language).text,
            done: done,
            language: language
        )
        link.isPast = isPast
        link.after = after
        return link
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
            case .overview, .password, .email, .twoStep, .data, .consents, .providers, .keys, .kept, .identity, .merge,
                .organisations,
                .authorisations:
                return request.link
            }
        default: return request.link
        }
    }
}

extension AccountLink.Place {
    /// Whether it has a page for each of its items.
    package var hasItems: Bool { self == .organisations || self == .authorisations }

    /// Whether its list goes on over several pages.
    var isPaged: Bool { hasItems || self == .kept }
}
