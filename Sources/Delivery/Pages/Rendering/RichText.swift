import Foundation

/// Text with paragraphs, lists, emphasis and links as people write it, and nothing else.
///
/// **Shape** Empty lines divide paragraphs. Lines that begin with `- ` or `* ` are a list, with `1. ` a numbered one.
/// `**strong**`, `*emphasis*`, `[words](https://…)`; a link leads out by http or https alone. Everything that is not of this
/// form stands as it was written, escaped.
///
/// **Source** the part of CommonMark that a text of a register needs.
enum RichText {
    /// How far behind its beginning an emphasis or link may end, in characters: a text of nothing but stars is read once.
    private static let reach = 2_000

    /// The text as HTML.
    static func markup(_ text: String) -> Markup {
        var html = ""
        var open: Kind?
        func close() {
            if let kind = open { html += kind.end }
            open = nil
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let (kind, rest) = Kind.of(line)
            guard let kind else {
                close()
                continue
            }
            if open == kind, kind == .paragraph { html += "<br>" }
            if open != kind {
                close()
                html += kind.start
                open = kind
            }
            html += kind == .paragraph ? inline(rest) : "<li>" + inline(rest) + "</li>"
        }
        close()
        return Markup(rendered: html)
    }

    private enum Kind {
        case paragraph, list, numbered

        var start: String {
            switch self {
            case .paragraph: "<p>"
            case .list: "<ul class=\"points\">"
            case .numbered: "<ol class=\"points numbered\">"
            }
        }

        var end: String {
            switch self {
            case .paragraph: "</p>"
            case .list: "</ul>"
            case .numbered: "</ol>"
            }
        }

        /// What a line is, without the sign that says so; nil for an empty one.
        static func of(_ line: Substring) -> (Kind?, Substring) {
            let line = line.drop(while: \.isWhitespace)
            guard let first = line.first else { return (nil, line) }
            let rest = line.dropFirst()
            if first == "-" || first == "*", rest.first == " " { return (.list, rest.dropFirst()) }
            let digits = line.prefix { $0.isASCII && $0.isNumber }
            let behind = line.dropFirst(digits.count)
            if (1...3).contains(digits.count), behind.hasPrefix(". ") || behind.hasPrefix("、") {
                return (.numbered, behind.dropFirst(behind.hasPrefix("、") ? 1 : 2))
            }
            return (.paragraph, line)
        }
    }

    /// A line with its emphasis and links.
    private static func inline(_ text: Substring) -> String {
        var html = ""
        var plain = ""
        var rest = text
        func flush() {
            html += HTMLEscaping.escaped(plain)
            plain = ""
        }
        while let character = rest.first {
            if character == "[", let (words, address, behind) = link(rest) {
                flush()
                html += "<a href=\"\(HTMLEscaping.escaped(address))\" rel=\"nofollow noopener\">"
                html += HTMLEscaping.escaped(String(words)) + "</a>"
                rest = behind
            } else if character == "*", let (inner, behind, tag) = emphasis(rest) {
                flush()
                html += "<\(tag)>" + HTMLEscaping.escaped(String(inner)) + "</\(tag)>"
                rest = behind
            } else {
                plain.append(character)
                rest.removeFirst()
            }
        }
        flush()
        return html
    }

    private static func link(_ text: Substring) -> (words: Substring, address: String, behind: Substring)? {
        let near = text.dropFirst().prefix(reach)
        guard let close = near.firstIndex(of: "]"), close > near.startIndex else { return nil }
        let behind = near[near.index(after: close)...]
        guard behind.first == "(", let end = behind.firstIndex(of: ")") else { return nil }
        let address = String(behind[behind.index(after: behind.startIndex)..<end])
        guard isWeb(address) else { return nil }
        return (near[..<close], address, text[text.index(after: end)...])
    }

    private static func emphasis(_ text: Substring) -> (inner: Substring, behind: Substring, tag: String)? {
        let sign = text.hasPrefix("**") ? "**" : "*"
        let near = text.dropFirst(sign.count).prefix(reach)
        guard let first = near.first, !first.isWhitespace, let end = near.firstRange(of: sign),
            end.lowerBound > near.startIndex
        else { return nil }
        return (near[..<end.lowerBound], text[end.upperBound...], sign == "*" ? "em" : "strong")
    }

    /// Whether a text is an address to which a page may lead out: http or https, with a host, without blanks or quotes.
    static func isWeb(_ text: String) -> Bool {
        guard text.utf8.count <= 2_000, !text.contains(where: { $0.isWhitespace || $0 == "\"" || $0 == "<" }),
            let address = URL(string: text), let scheme = address.scheme?.lowercased()
        else { return false }
        return (scheme == "http" || scheme == "https") && !(address.host() ?? "").isEmpty
    }
}
