/// A small reader of our own HTML: tags with their attributes, in order; enough to check pages, not to show them.
struct HTMLReader {
    struct Tag: Equatable {
        var name: String
        var attributes: [String: String]
        var isClosing: Bool
    }

    private(set) var tags: [Tag] = []
    /// What is wrong with the nesting; empty for a page that is well formed.
    private(set) var faults: [String] = []

    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "wbr", "img"]

    init(_ html: String) {
        var open: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = Self.end(of: rest[start...]) else {
                faults.append("a tag is not closed: \(rest[start...].prefix(40))")
                return
            }
            let text = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if text.hasPrefix("!") { continue }
            let tag = Self.tag(text)
            tags.append(tag)
            if tag.isClosing {
                if open.last == tag.name {
                    open.removeLast()
                } else {
                    faults.append("</\(tag.name)> closes \(open.last ?? "nothing")")
                }
            } else if !Self.void.contains(tag.name), !text.hasSuffix("/") {
                open.append(tag.name)
            }
        }
        if !open.isEmpty { faults.append("still open: \(open)") }
    }

    /// The values of an attribute, in order.
    func values(of attribute: String, in name: String? = nil) -> [String] {
        tags.compactMap { name == nil || $0.name == name ? $0.attributes[attribute] : nil }
    }

    /// The end of a tag: the first `>` outside quotation marks.
    private static func end(of text: Substring) -> Substring.Index? {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    private static func tag(_ text: Substring) -> Tag {
        var body = text
        let isClosing = body.first == "/"
        if isClosing { body.removeFirst() }
        let name = body.prefix { !$0.isWhitespace && $0 != "/" }
        body = body.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while true {
            body = body.drop { $0.isWhitespace || $0 == "/" }
            let key = body.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
            if key.isEmpty { break }
            body = body.dropFirst(key.count)
            var value = ""
            if body.hasPrefix("=\"") {
                value = String(body.dropFirst(2).prefix { $0 != "\"" })
                body = body.dropFirst(3 + value.count)
            }
            attributes[String(key)] = unescaped(value)
        }
        return Tag(name: name.lowercased(), attributes: attributes, isClosing: isClosing)
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text) { text, pair in
                text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
            }
    }
}
