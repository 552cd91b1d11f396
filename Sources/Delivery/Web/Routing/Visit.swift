import HTTPTypes
import Hummingbird
import Identity
import Links

/// One request as the site sees it.
struct Visit: Sendable {
    /// What was asked for.
    private(set) var request: LinkRequest
    /// Where it is answered; nil where nothing lives.
    let route: Route?
    /// The path as it came.
    let path: String
    /// What stands after the question mark, as it came; where a form was sent, what stands in it.
    let query: String
    /// Whether parameters came in the body of a POST.
    let isForm: Bool
    /// What the body of a POST sends, and the address does not: the only place that passwords are taken from.
    ///
    /// Nil for everything that only asks, such as the buttons of confidential mode.
    let sent: Links.Parameters?
    /// The files that came with the form.
    var files: [MultipartForm.File] = []
    /// The content of the first of them that has any; nil where none came.
    var file: [UInt8]? { files.first { !$0.content.isEmpty }?.content }
    /// Whether a program writes here, which takes a key.
    let isWriting: Bool
    /// What it writes: the body as it came.
    var document: [UInt8]?
    /// The tags of what it changes, as they came (`If-Match`).
    let matchedTags: String?
    /// Who is signed in, or whose key a program has; nil for nobody, and where nobody asked.
    var caller: Caller?
    /// What a program sends as its token (RFC 6750); nil for none.
    let bearer: String?
    /// Where the request stands with the quotas that it is counted by.
    var limits: [QuotaLimit] = []
    /// The id of this request, in the answer's header and in the log.
    let id: String
    private(set) var theme: Theme?
    private(set) var size: TextSize?
    /// Whether nothing of what is asked may be kept.
    let isConfidential: Bool
    /// The line of the log that the visitor knows to be written: what they saved themselves is to be in the answer.
    let knownSequence: UInt64
    /// The tags of what the visitor already has.
    let knownTags: String
    /// Whether the visitor can read gzip.
    let takesGzip: Bool
    /// The part of a file that is wanted, as it came.
    let range: String?
    /// The address at the other end of the connection; nil where there is no network.
    let peer: String?
    /// The host and port that were asked, as the request names them; nil where it names none that could be one.
    let authority: String?
    /// Whom the nearest proxy says that it speaks for, as it came.
    let forwardedFor: String?
    /// The browser, as it names itself.
    let agent: String?
    /// How a program says who it is, as it came.
    let authorization: String?
    /// The cookies by their names.
    private let cookies: [String: String]
    /// What the browser says of the page that a form was on (`Sec-Fetch-Site`), and of its place (`Origin`).
    private let fetchSite: String?
    private let formOrigin: String?
    /// Whether a proxy says that it passes the request on for somebody else.
    let isForwarded: Bool

    /// Reads a request.
    ///
    /// - Parameters:
    ///   - head: Method, address and headers.
    ///   - form: The parameters of the body of a POST; they stand before those of the address.
    ///   - id: The id of the request.
    ///   - peer: The address at the other end of the connection.
    ///   - options: What an address may ask for.
    init(_ head: HTTPRequest, form: String? = nil, id: String, peer: String? = nil, options: SearchState.Options) {
        let target = head.path ?? "/"
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(halves.first ?? "/")
        let fields = form.map { Links.Parameters($0) }
        let asked = fields?[Link.askedName]
        sent = asked == nil ? fields : nil
        // In confidential mode a link is a button that sends its parameters as one.
        let form = form.map { asked ?? $0 }
        query = [form, halves.count > 1 ? String(halves[1]) : nil].compactMap(\.self).joined(separator: "&")
        request = LinkRequest(path: path, query: query, options: options)
        route = Route(request)
        self.id = id
        isForm = form != nil
        isWriting = route?.writing == head.method
        matchedTags = head.headerFields[.ifMatch]
        cookies = Self.cookies(head.headerFields[.cookie] ?? "")
        theme = cookies[DisplayCookie.theme.rawValue].flatMap(Theme.init(rawValue:))
        size = cookies[DisplayCookie.size.rawValue].flatMap(TextSize.init(rawValue:))
        isConfidential = cookies[DisplayCookie.private.rawValue] == DisplayCookie.on
        knownSequence = Self.sequence(HTTPField.Name.after.flatMap { head.headerFields[$0] } ?? cookies["after"])
        knownTags = head.headerFields[.ifNoneMatch] ?? ""
        takesGzip = Compression.isAccepted(by: head.headerFields[.acceptEncoding] ?? "")
        range = head.headerFields[.range]
        self.peer = peer
        authority = head.authority.flatMap(Self.authority)
        fetchSite = HTTPField.Name("Sec-Fetch-Site").flatMap { head.headerFields[$0] }
        formOrigin = head.headerFields[.origin]
        agent = head.headerFields[.userAgent]
        bearer = head.headerFields[.authorization].flatMap(Self.bearer)
        authorization = head.headerFields[.authorization]
        // Each proxy adds whom it heard at the end; what stands before it anybody may have written.
        forwardedFor = HTTPField.Name("X-Forwarded-For").flatMap { head.headerFields[$0] }?.split(separator: ",").last
            .map { $0.filter { $0 != " " } }
        isForwarded = Self.forwarding.contains { head.headerFields.contains($0) }
    }

    var language: PageLanguage { request.link.language }

    /// Whether it is to a page where it matters who is signed in: names, addresses and passwords are sent there, or more is
    /// shown to some than to others.
    var isOfAccount: Bool {
        switch request.link {
        case .account, .admin, .signOn, .clients, .registers, .plan: true
        default: route == .providerReturn
        }
    }

    /// The names of parameters that came more than once.
    var repeated: Set<String> {
        var seen: Set<String> = []
        return Set(Links.Parameters(query).pairs.map(\.name).filter { !seen.insert($0).inserted })
    }

    /// Whether a program sends a key, right or wrong.
    var isWithKey: Bool { bearer?.hasPrefix(APIKey.head) ?? false }

    /// What a cookie of who signs in says; nil where there is none.
    func cookie(_ cookie: AccountCookie, isSecure: Bool) -> SecretToken? {
        cookies[cookie.name(isSecure: isSecure)].flatMap(SecretToken.init)
    }

    /// Whether the browser sends a cookie of who signs in, whatever it says.
    func has(_ cookie: AccountCookie, isSecure: Bool) -> Bool { cookies[cookie.name(isSecure: isSecure)] != nil }

    /// The same visit to another place.
    func going(to link: Link) -> Visit {
        var visit = self
        visit.request = LinkRequest(link)
        return visit
    }

    /// The same visit by a reader whose display is already as chosen.
    func showing(_ choice: DisplayChoice) -> Visit {
        var visit = self
        visit.request.choice = nil
        switch choice {
        case .standard: (visit.theme, visit.size) = (nil, nil)
        case .theme(let theme): visit.theme = theme
        case .size(let size): visit.size = size
        case .confidential: break
        }
        return visit
    }

    /// Whether a failure is told as a page: also where nothing lives, unless the path names a form for programs.
    ///
    /// A program that sends a key is told as a program.
    var wantsPage: Bool {
        guard !isWithKey else { return false }
        return route?.isPage ?? ![".json", ".csv", ".jsonl", ".xlsx", ".atom", ".xml"].contains { path.hasSuffix($0) }
    }

    /// Scheme and host under which the node is reached: as its operator says, else as the request says.
    func origin(_ known: String) -> String {
        known.isEmpty ? "http://" + (authority ?? "localhost") : known
    }

    /// Whether a form was on a page of this node, as far as its browser says: what a page elsewhere has sent is refused.
    ///
    /// Browsers say where a form was in `Sec-Fetch-Site`, older ones and those without HTTPS in `Origin`. What says neither
    /// is a program, which nobody else's page can start. In confidential mode a page tells nobody where it is, so its forms
    /// come from `null` where there is no HTTPS; their token then has to do alone.
    ///
    /// **Source** W3C Fetch Metadata Request Headers, section 2.4; Fetch Standard, `Origin` header.
    func isFromHere(_ known: String) -> Bool {
        if let fetchSite { return fetchSite == "same-origin" }
        guard let formOrigin, !(isConfidential && formOrigin == "null") else { return true }
        let host = formOrigin.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first.map(String.init)
        return formOrigin == known || host != nil && host == authority
    }

    /// What a request may name as host and port; nothing else is written into answers.
    private static func authority(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: ".-:[]".utf8.contains(byte)
            }
        }
        return isPlain && !text.isEmpty && text.utf8.count <= 255 ? text : nil
    }

    /// The token in `Authorization: Bearer TOKEN`.
    private static func bearer(_ text: String) -> String? {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }

    private static func sequence(_ text: String?) -> UInt64 { text.flatMap(UInt64.init) ?? 0 }

    private static let forwarding = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"].compactMap {
        HTTPField.Name($0)
    }

    private static func cookies(_ header: String) -> [String: String] {
        var cookies: [String: String] = [:]
        for pair in header.split(separator: ";") {
            let halves = pair.split(separator: "=", maxSplits: 1)
            guard halves.count == 2 else { continue }
            cookies[String(halves[0].drop { $0 == " " })] = String(halves[1])
        }
        return cookies
    }
}
