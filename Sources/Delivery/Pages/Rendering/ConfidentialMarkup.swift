import Links

/// Pages in confidential mode: what was asked stands in no address of them.
///
/// A link whose address would carry it becomes a button of one form that is sent by POST, a form without a method is sent
/// by POST, and links in drawings are left out, because the tables below the drawings have the same. The markup is that of
/// our own templates: attributes are quoted and escaped, so that `<` begins a tag everywhere, and links are not nested.
///
/// **Cost** One pass over the page, about a millisecond for one of twenty hits.
enum ConfidentialMarkup {
    /// The page with buttons in the place of links that ask.
    static func rewritten(_ html: String) -> String {
        var result = ""
        result.reserveCapacity(html.utf8.count * 5 / 4)
        var isFirst = true
        var isDrawing = false
        var closing = "/a>"
        for piece in html.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).map(Substring.init)
        {
            if !isFirst { result += "<" }
            isFirst = false
            if piece.hasPrefix("a ") {
                let start = link(piece, isDrawing: isDrawing)
                closing = start.closing
                result += start.text
            } else if piece.hasPrefix("/a>") {
                result += closing + piece.dropFirst(3)
                closing = "/a>"
            } else if piece.hasPrefix("form "), attribute("method", of: piece) == nil {
                result += "form method=\"post\" " + piece.dropFirst(5)
            } else if piece.hasPrefix("/body>") {
                result += "form id=\"\(form)\" method=\"post\" action=\"\(Link.searchPath)\"></form>\n<" + piece
            } else {
                if piece.hasPrefix("svg ") || piece.hasPrefix("/svg>") { isDrawing = piece.hasPrefix("svg ") }
                result += piece
            }
        }
        return result
    }

    /// The styles with what they say of links said of such buttons too, with the same weight.
    static func styled(_ styles: String) -> String {
        let pieces = styles.split(separator: "{", omittingEmptySubsequences: false)
        return pieces.enumerated().map { place, piece in
            guard place < pieces.count - 1 else { return String(piece) }
            // The selector stands after what ends the rule or comment before it.
            let start = piece.lastIndex { $0 == "}" || $0 == "/" }.map(piece.index(after:)) ?? piece.startIndex
            return piece[..<start] + selector(piece[start...])
        }.joined(separator: "{")
    }

    // MARK: Links

    private static let form = "asked"

    /// The beginning of a link, or of what stands for it, and how it ends.
    private static func link(_ piece: Substring, isDrawing: Bool) -> (text: String, closing: String) {
        let tag = piece.prefix { $0 != ">" }
        let rest = piece.dropFirst(tag.count)
        // What leads out of the site, into an app of the reader's, is none of its addresses.
        guard let href = attribute("href", of: tag), href.first == "/", let mark = href.firstIndex(of: "?") else {
            return (String(piece), "/a>")
        }
        let anchor = href.firstIndex(of: "#") ?? href.endIndex
        let query = href[href.index(after: mark)..<max(anchor, href.index(after: mark))]
        guard Parameters(query.replacing("&amp;", with: "&")).ask else { return (String(piece), "/a>") }
        if isDrawing { return ("g" + rest, "/g>") }
        let others = ["class", "aria-current", "aria-label", "title", "lang"].compactMap { name in
            attribute(name, of: tag).map { " \(name)=\"\($0)\"" }
        }
        let target = " formaction=\"\(href[..<mark] + href[anchor...])\" name=\"\(Link.askedName)\" value=\"\(query)\""
        return ("button form=\"\(form)\"" + target + others.joined() + rest, "/button>")
    }

    /// The value of an attribute, as it is written.
    private static func attribute(_ name: String, of tag: Substring) -> Substring? {
        guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
        return tag[start.upperBound...].prefix { $0 != "\"" }
    }

    // MARK: Styles

    private static func selector(_ text: Substring) -> String {
        guard !text.contains("@") else { return String(text) }
        var result = ""
        var before: Character = " "
        for (place, character) in zip(text.indices, text) {
            let next = text.index(after: place)
            let after = next < text.endIndex ? text[next] : " "
            // An element's name stands alone: no part of a class, an attribute or another name.
            let isLink = character == "a" && " >,+~(".contains(before) && " >,+~:.[)".contains(after)
            result += isLink ? ":is(a, button:where([form]))" : String(character)
            before = character == "\n" ? " " : character
        }
        return result
    }
}
