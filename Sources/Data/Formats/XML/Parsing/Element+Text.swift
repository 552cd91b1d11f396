import Domain

extension Element {
    /// All text inside in one line, nil when there is none.
    var collapsedText: String? {
        var text = CollapsedText(separator: .blank)
        appendContent(to: &text)
        return text.text
    }

    /// All text inside with one line feed between paragraphs, nil when there is none.
    var paragraphs: String? {
        var text = CollapsedText(separator: .line)
        appendContent(to: &text)
        return text.text
    }

    /// The text inside as it stands, blanks included; nil when there is none.
    var rawText: String? {
        var bytes: [UInt8] = []
        var next = tree.nodes[Int(node)].first
        while next >= 0 {
            let child = tree.nodes[Int(next)]
            if child.name < 0 { bytes += tree.bytes[Int(child.first)..<Int(child.extra)] }
            next = child.next
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The text of the first element along a path in one line, nil when there is none.
    func text(_ path: String...) -> String? {
        descend(path)?.collapsedText
    }

    /// The text of the first element along a path, nil when it is blank or a filler such as `0` or `unknown`.
    func value(_ path: String...) -> String? {
        guard let text = descend(path)?.collapsedText, !Self.isFiller(text) else { return nil }
        return text
    }

    /// The date in the first element along a path, nil when there is none.
    func date(_ path: String...) -> PartialDate? {
        descend(path)?.collapsedText.flatMap { FieldDate.read($0) }
    }

    /// The number in the first element along a path, nil when there is none.
    func integer(_ path: String...) -> Int? {
        descend(path)?.collapsedText.flatMap { Int($0) }
    }

    /// The two-letter code in the first element along a path, nil when it is anything else.
    func country(_ path: String...) -> String? {
        guard let code = descend(path)?.collapsedText, code.utf8.count == 2, code.utf8.allSatisfy({ $0 > 0x40 }) else {
            return nil
        }
        return code.uppercased()
    }

    /// The two-letter language in an attribute, lower case.
    func language(_ attribute: String) -> String? {
        guard let code = self.attribute(attribute), code.utf8.count >= 2 else { return nil }
        return String(code.prefix(2)).lowercased()
    }

    /// Whether a text stands where a value is unknown.
    static func isFiller(_ text: String) -> Bool {
        if text.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) { return true }
        return fillers.contains(text.lowercased())
    }

    private static let fillers: Set<String> = [
        "omitted", "unknown", "na", "n/a", "none", "undefined", "no image available",
    ]

    private func descend(_ path: [String]) -> Element? {
        var found: [Element] = [self]
        for name in path.dropLast() { found = found.flatMap { $0.children(name) } }
        guard let name = path.last else { return self }
        for element in found {
            for child in element.children where child.name == name { return child }
        }
        return nil
    }

    /// Adds the element as its role wants it.
    private func append(to text: inout CollapsedText) {
        switch tree.table.roles[Int(tree.nodes[Int(node)].name)] {
        case .inline:
            appendContent(to: &text)
        case .paragraph:
            text.breakParagraph()
            appendContent(to: &text)
            text.breakParagraph()
        case .cell:
            text.breakCell()
            appendContent(to: &text)
            text.breakCell()
        case .skipped: break
        }
    }

    private func appendContent(to text: inout CollapsedText) {
        var next = tree.nodes[Int(node)].first
        while next >= 0 {
            let child = tree.nodes[Int(next)]
            if child.name < 0 {
                text.append(tree.bytes[Int(child.first)..<Int(child.extra)])
            } else {
                Element(tree: tree, node: next).append(to: &text)
            }
            next = child.next
        }
    }
}
