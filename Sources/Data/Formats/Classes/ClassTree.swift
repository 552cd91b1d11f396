import Domain
import Foundation

/// A classification written as JSON.
struct ClassTree {
    private(set) var draft = ClassFile.Draft()

    /// A class with those below it.
    private struct Node: Decodable {
        var id: String?
        var code: String?
        var name: String?
        var children: [Node]?
    }

    /// The Nice Classification as lists of headings and terms.
    private struct Nice: Decodable {
        var edition: String?
        var version: String?
        var classes: [Heading]
        var goods: [Term]?
        var services: [Term]?

        struct Heading: Decodable {
            var number: String
            var heading: String
        }

        struct Term: Decodable {
            var number: String
            var description: String
        }
    }

    /// Reads a document.
    ///
    /// - Throws: `Failure.invalid` where it is none of the shapes known.
    init(_ text: String) throws(Failure) {
        let data = Data(text.utf8)
        do {
            if text.first(where: { !$0.isWhitespace }) == "[" {
                for node in try JSONDecoder().decode([Node].self, from: data) { add(node, below: nil) }
                draft.scheme = Self.scheme(draft.lines)
            } else {
                add(try JSONDecoder().decode(Nice.self, from: data))
            }
        } catch {
            throw Failure.invalid(
                field: "JSON",
                reason: "it has to be a list of id or code, name and children, or classes, goods and services: \(error)"
            )
        }
    }

    private mutating func add(_ node: Node, below parent: String?) {
        guard let symbol = node.id ?? node.code else { return }
        let isChinese = node.name?.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } ?? false
        draft.lines.append(
            .init(
                place: symbol,
                symbol: symbol,
                parent: parent,
                zh: isChinese ? node.name : nil,
                en: isChinese ? nil : node.name
            )
        )
        for child in node.children ?? [] { add(child, below: symbol) }
    }

    private mutating func add(_ nice: Nice) {
        draft.scheme = .nice
        draft.edition = [nice.edition, nice.version].compactMap(\.self).joined(separator: "-")
        if draft.edition?.isEmpty == true { draft.edition = nil }
        draft.lines = nice.classes.map { .init(place: "class \($0.number)", symbol: $0.number, en: $0.heading) }
        for term in (nice.goods ?? []) + (nice.services ?? []) {
            draft.lines.append(.init(place: "term \(term.number)", symbol: term.number, en: term.description))
        }
    }

    /// Trees of numbers are of the Nice Classification, those that begin with letters of industries.
    private static func scheme(_ lines: [ClassFile.Draft.Line]) -> ClassScheme? {
        guard let first = lines.first?.symbol.utf8.first else { return nil }
        if first > 0x39 { return .industry }
        return lines.contains { $0.symbol.utf8.count == 6 } ? .nice : nil
    }
}
