import HTTPTypes
import Hummingbird
import Links

/// One request as the site sees it.
struct Visit: Sendable {
    /// What was asked for.
    let request: LinkRequest
    /// Where it is answered; nil where nothing lives.
    let route: Route?
    /// The path as it came.
    let path: String
    /// What stands after the question mark, as it came.
    let query: String
    /// The id of this request, in the answer's header and in the log.
    let id: String
    let theme: Theme?
    let size: TextSize?
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
    /// Whether a proxy says that it passes the request on for somebody else.
    let isForwarded: Bool

    init(_ head: HTTPRequest, id: String, peer: String? = nil, options: SearchState.Options) {
        let target = head.path ?? "/"
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(halves.first ?? "/")
        query = halves.count > 1 ? String(halves[1]) : ""
        request = LinkRequest(path: path, query: query, options: options)
        route = Route(request)
        self.id = id
        let cookies = Self.cookies(head.headerFields[.cookie] ?? "")
        theme = cookies[DisplayCookie.theme].flatMap(Theme.init(rawValue:))
        size = cookies[DisplayCookie.size].flatMap(TextSize.init(rawValue:))
        knownSequence = Self.sequence(HTTPField.Name.after.flatMap { head.headerFields[$0] } ?? cookies["after"])
        knownTags = head.headerFields[.ifNoneMatch] ?? ""
        takesGzip = Compression.isAccepted(by: head.headerFields[.acceptEncoding] ?? "")
        range = head.headerFields[.range]
        self.peer = peer
        isForwarded = Self.forwarding.contains { head.headerFields.contains($0) }
    }

    var language: PageLanguage { request.link.language }

    /// Whether a failure is told as a page: also where nothing lives, unless the path names a form for programs.
    var wantsPage: Bool {
        route?.isPage ?? !(path.hasSuffix(".json") || path.hasSuffix(".csv"))
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
