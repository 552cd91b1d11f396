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

    /// Reads bytes: every mark of HTML is ASCII, and characters would take many times as long.
    init(_ html: String) {
        var open: [String] = []
        var rest = Array(html.utf8)[...]
        while let start = rest.firstIndex(of: Self.less) {
            guard let end = Self.end(of: rest[start...]) else {
                faults.append("a tag is not closed: \(Self.text(rest[start...].prefix(40)))")
                return
            }
            let inside = rest[(start + 1)..<end]
            rest = rest[(end + 1)...]
            if inside.first == UInt8(ascii: "!") { continue }
            let tag = Self.tag(inside)
            tags.append(tag)
            if tag.isClosing {
                if open.last == tag.name {
                    open.removeLast()
                } else {
                    faults.append("</\(tag.name)> closes \(open.last ?? "nothing")")
                }
            } else if !Self.void.contains(tag.name), inside.last != Self.slash {
                open.append(tag.name)
            }
        }
        if !open.isEmpty { faults.append("still open: \(open)") }
    }

    /// The values of an attribute, in order.
    func values(of attribute: String, in name: String? = nil) -> [String] {
        tags.compactMap { name == nil || $0.name == name ? $0.attributes[attribute] : nil }
    }

    private static let less = UInt8(ascii: "<")
    private static let slash = UInt8(ascii: "/")
    private static let quote = UInt8(ascii: "\"")
    private static let equals = UInt8(ascii: "=")

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The end of a tag: the first `>` outside quotation marks.
    private static func end(of tag: ArraySlice<UInt8>) -> Int? {
        var isQuoted = false
        for index in tag.indices {
            if tag[index] == quote { isQuoted.toggle() }
            if tag[index] == UInt8(ascii: ">"), !isQuoted { return index }
        }
        return nil
    }

    private static func tag(_ inside: ArraySlice<UInt8>) -> Tag {
        var body = inside
        let isClosing = body.first == slash
        if isClosing { body.removeFirst() }
        let name = body.prefix { !isSpace($0) && $0 != slash }
        body = body.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while true {
            body = body.drop { isSpace($0) || $0 == slash }
            let key = body.prefix { !isSpace($0) && $0 != equals && $0 != slash }
            if key.isEmpty { break }
            body = body.dropFirst(key.count)
            var value = body.prefix(0)
            if body.starts(with: [equals, quote]) {
                value = body.dropFirst(2).prefix { $0 != quote }
                body = body.dropFirst(3 + value.count)
            }
            attributes[text(key)] = unescaped(value)
        }
        return Tag(name: text(name).lowercased(), attributes: attributes, isClosing: isClosing)
    }

    private static func unescaped(_ value: ArraySlice<UInt8>) -> String {
        guard value.contains(UInt8(ascii: "&")) else { return text(value) }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text(value)) { text, pair in
                text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
            }
    }
}
