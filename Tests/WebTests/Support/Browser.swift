import Foundation
import HTTPTypes
import Links

/// A browser at a site: it keeps cookies, and sends the forms of pages as they came.
struct Browser {
    let site: SiteFixture
    /// What the node set, by name; what it made forget is not there.
    var cookies: [String: String] = [:]
    /// More headers of every request.
    var headers = HTTPFields()

    init(_ site: SiteFixture) { self.site = site }

    mutating func get(_ address: String) async throws -> Reply {
        try keep(try await site.get(address, headers: fields))
    }

    /// Sends fields and nothing else.
    mutating func post(_ address: String, _ form: [String: String]) async throws -> Reply {
        var parameters = Parameters()
        for (name, value) in form.sorted(by: { $0.key < $1.key }) { parameters.append(name, value) }
        var fields = fields
        fields[.contentType] = "application/x-www-form-urlencoded"
        return try keep(
            try await site.get(address, method: .post, headers: fields, body: Array(parameters.text.utf8))
        )
    }

    /// Opens a page and sends its form: the hidden fields as they came, and these.
    mutating func fill(_ address: String, _ form: [String: String]) async throws -> Reply {
        try await send(try await get(address), form)
    }

    /// Sends the form of a page that is open.
    mutating func send(_ page: Reply, _ form: [String: String]) async throws -> Reply {
        let path = page.address.split(separator: "?").first.map(String.init) ?? page.address
        return try await post(path, Self.hidden(page).merging(form) { $1 })
    }

    /// The hidden fields of a page's forms, which are the same in each but for the search box.
    static func hidden(_ page: Reply) -> [String: String] {
        var result: [String: String] = [:]
        let pattern =
            /<input type="hidden" name="(form|next|lang|pending|email|linking|version|table|proof|basis)" value="([^"]*)">/
        for match in page.text.matches(of: pattern) {
            result[String(match.output.1)] = Reply.plain(String(match.output.2))
        }
        return result
    }

    private var fields: HTTPFields {
        var fields = headers
        let pairs = cookies.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }
        if !pairs.isEmpty { fields[.cookie] = pairs.joined(separator: "; ") }
        return fields
    }

    private mutating func keep(_ reply: Reply) throws -> Reply {
        for cookie in reply.headers[values: .setCookie] {
            let halves = cookie.prefix { $0 != ";" }.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            cookies[String(halves[0])] = cookie.contains("Max-Age=0") ? nil : String(halves[1])
        }
        return reply
    }
}
