import Domain

/// A search as a feed that a reader can follow.
///
/// **Source** RFC 4287 (2005); RFC 5005 (2007) section 3, paged feeds; OpenSearch 1.1 draft 6, response elements.
package struct AtomFeed: Sendable {
    /// Where the node is known: scheme and host, without a slash at its end.
    package var origin: String
    /// The name that the feed keeps for ever: an address of the search without its page.
    package var name: String
    package var title: String
    /// Who runs the node.
    package var author: String
    package var language: PageTag
    /// Addresses of the feed itself, of the page for people, of the first page and of the next one, from the slash on.
    package var links: Links
    /// When the newest of the records changed, in RFC 3339.
    package var updated: String
    package var query: String
    package var total: Int
    /// The number of the first hit, from 1.
    package var start: Int
    package var pageSize: Int
    package var hits: [HitDocument]

    /// A language tag (BCP 47).
    package typealias PageTag = String

    /// Addresses from the slash on.
    package struct Links: Sendable {
        package var itself: String
        package var page: String
        package var first: String
        package var next: String?

        package init(itself: String, page: String, first: String, next: String?) {
            self.itself = itself
            self.page = page
            self.first = first
            self.next = next
        }
    }

    package init(
        origin: String,
        name: String,
        title: String,
        author: String,
        language: PageTag,
        links: Links,
        updated: String,
        query: String,
        total: Int,
        start: Int,
        pageSize: Int,
        hits: [HitDocument]
    ) {
        self.origin = origin
        self.name = name
        self.title = title
        self.author = author
        self.language = language
        self.links = links
        self.updated = updated
        self.query = query
        self.total = total
        self.start = start
        self.pageSize = pageSize
        self.hits = hits
    }

    /// The feed as XML.
    package var root: XMLNode {
        let head: [XMLNode?] = [
            XMLNode("id", text: "urn:huizhi:search:" + name),
            XMLNode("title", text: title),
            XMLNode("updated", text: updated),
            XMLNode("author", [:], [XMLNode("name", text: author)]),
            link("self", links.itself, type: "application/atom+xml"),
            link("alternate", links.page, type: "text/html"),
            link("first", links.first, type: "application/atom+xml"),
            links.next.map { link("next", $0, type: "application/atom+xml") },
            link("search", OpenSearchDescription.path, type: OpenSearchDescription.type),
            XMLNode("os:totalResults", text: String(total)),
            XMLNode("os:startIndex", text: String(start)),
            XMLNode("os:itemsPerPage", text: String(pageSize)),
            XMLNode("os:Query", ["role": "request", "searchTerms": query]),
        ]
        return XMLNode(
            "feed",
            [
                "xmlns": "http://www.w3.org/2005/Atom", "xmlns:os": "http://a9.com/-/spec/opensearch/1.1/",
                "xml:lang": language,
            ],
            head + hits.map(entry)
        )
    }

    private func link(_ relation: String, _ address: String, type: String) -> XMLNode {
        XMLNode("link", ["rel": relation, "type": type, "href": origin + address])
    }

    private func entry(_ hit: HitDocument) -> XMLNode {
        let state = Bilingual(hit.state.zh, hit.state.en).text(in: language)
        let facts = [hit.holders.joined(separator: "; "), state, hit.date?.description ?? ""].filter { !$0.isEmpty }
        let badge = Bilingual("示例：", "Sample: ").text(in: language)
        return XMLNode(
            "entry",
            [:],
            [
                XMLNode("id", text: "urn:huizhi:" + hit.id),
                XMLNode("title", text: (hit.sample ? badge : "") + hit.title),
                XMLNode("updated", text: hit.changed),
                link("alternate", hit.url + (language.hasPrefix("en") ? "?lang=en" : ""), type: "text/html"),
                link("alternate", hit.url + ".json", type: "application/json"),
                XMLNode("category", ["term": hit.register, "scheme": "urn:huizhi:register"]),
                hit.mainClass.map { XMLNode("category", ["term": $0, "scheme": "urn:huizhi:class"]) },
                XMLNode(
                    "summary",
                    text: facts.joined(separator: " · ") + (hit.snippet.map { "\n" + $0 } ?? "")
                ),
            ]
        )
    }
}
