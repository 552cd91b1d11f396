import Domain

/// The newest changes of a list of a declared register as a feed that a reader can follow.
///
/// **Source** RFC 4287 (2005); RFC 5005 (2007) section 3, paged feeds.
package struct RegisterFeed: Sendable {
    /// An entry as it is now.
    package struct Item: Sendable {
        /// The whole identifier.
        package var id: String
        package var title: String
        /// When it was changed last, in RFC 3339.
        package var changed: String
        /// The address of its page, and of its document.
        package var page: String
        package var document: String
        /// What its state is called; nil in a register without states.
        package var state: String?
        /// Whether it is an example (示例).
        package var isSample: Bool
        /// What the columns of the list say, with their names.
        package var facts: [String]

        package init(
            id: String,
            title: String,
            changed: String,
            page: String,
            document: String,
            state: String?,
            isSample: Bool,
            facts: [String]
        ) {
            self.id = id
            self.title = title
            self.changed = changed
            self.page = page
            self.document = document
            self.state = state
            self.isSample = isSample
            self.facts = facts
        }
    }

    /// Where the node is known: scheme and host, without a slash at its end.
    package var origin: String
    /// The name that the feed keeps for ever: the register with what its list is narrowed to.
    package var name: String
    package var title: String
    /// Who runs the node.
    package var author: String
    /// A language tag (BCP 47).
    package var language: String
    /// Addresses of the feed itself and of the page for people, from the slash on.
    package var itself: String
    package var page: String
    package var items: [Item]

    package init(
        origin: String,
        name: String,
        title: String,
        author: String,
        language: String,
        itself: String,
        page: String,
        items: [Item]
    ) {
        self.origin = origin
        self.name = name
        self.title = title
        self.author = author
        self.language = language
        self.itself = itself
        self.page = page
        self.items = items
    }

    /// The feed as XML.
    package var root: XMLNode {
        let head = [
            XMLNode("id", text: "urn:huizhi:register:" + name),
            XMLNode("title", text: title),
            // A feed has a time also where nothing is in it.
            XMLNode("updated", text: items.map(\.changed).max() ?? "1970-01-01T00:00:00Z"),
            XMLNode("author", [:], [XMLNode("name", text: author)]),
            link("self", itself, type: "application/atom+xml"),
            link("alternate", page, type: "text/html"),
        ]
        return XMLNode(
            "feed",
            ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language],
            head + items.map(entry)
        )
    }

    private func link(_ relation: String, _ address: String, type: String) -> XMLNode {
        XMLNode("link", ["rel": relation, "type": type, "href": origin + address])
    }

    private func entry(_ item: Item) -> XMLNode {
        let badge = item.isSample ? Bilingual("示例：", "Sample: ").text(in: language) : ""
        return XMLNode(
            "entry",
            [:],
            [
                XMLNode("id", text: "urn:huizhi:" + item.id),
                XMLNode("title", text: badge + item.title),
                XMLNode("updated", text: item.changed),
                link("alternate", item.page, type: "text/html"),
                link("alternate", item.document, type: "application/json"),
                item.state.map { XMLNode("category", ["term": $0, "scheme": "urn:huizhi:state"]) },
                XMLNode("summary", text: item.facts.joined(separator: "\n")),
            ]
        )
    }
}
