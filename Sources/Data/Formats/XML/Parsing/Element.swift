/// One element of a record's tree, with its attributes and children.
///
/// Names are local names: `exch:document-id` is `document-id`.
struct Element {
    let tree: XMLTree
    let node: Int32

    /// The local name.
    var name: String { tree.table.names[Int(tree.nodes[Int(node)].name)] }

    /// The value of an attribute, nil when it is not there or blank.
    func attribute(_ name: String) -> String? {
        let element = tree.nodes[Int(node)]
        for index in Int(element.extra)..<Int(element.extra + element.attributeCount) {
            let attribute = tree.attributes[index]
            guard tree.table.names[Int(attribute.name)] == name else { continue }
            var value = CollapsedText(separator: .blank)
            value.append(tree.bytes[Int(attribute.start)..<Int(attribute.end)])
            return value.text
        }
        return nil
    }

    /// The child elements in file order.
    var children: ChildElements { ChildElements(of: self) }

    /// The child elements of one name in file order.
    func children(_ name: String) -> [Element] {
        children.filter { $0.name == name }
    }

    /// The first element along a path of names below this one, nil when there is none.
    func first(_ path: String...) -> Element? {
        first(path[...])
    }

    /// All elements along a path of names below this one, in file order.
    func all(_ path: String...) -> [Element] {
        var found = [self]
        for name in path { found = found.flatMap { $0.children(name) } }
        return found
    }

    /// The first element of this name anywhere below, in file order.
    func firstDescendant(_ name: String) -> Element? {
        for child in children {
            if child.name == name { return child }
            if let found = child.firstDescendant(name) { return found }
        }
        return nil
    }

    /// All elements of this name anywhere below, in file order.
    func descendants(_ name: String) -> [Element] {
        children.flatMap { $0.name == name ? [$0] : $0.descendants(name) }
    }

    /// The files of the pictures in some children, each once, in the order in which they are named.
    func pictures(_ name: String, inside parts: String...) -> [String] {
        var files = UniqueList()
        for part in parts {
            for child in children(part) {
                for picture in child.descendants(name) { files.append(picture.attribute("file")) }
            }
        }
        return files.values
    }

    private func first(_ path: ArraySlice<String>) -> Element? {
        guard let name = path.first else { return self }
        for child in children where child.name == name {
            if let found = child.first(path.dropFirst()) { return found }
        }
        return nil
    }
}

/// The child elements of an element; texts between them are passed over.
struct ChildElements: Sequence, IteratorProtocol {
    private let tree: XMLTree?
    private var following: Int32

    /// No elements at all.
    static var none: ChildElements { ChildElements() }

    init(of element: Element) {
        tree = element.tree
        following = element.tree.nodes[Int(element.node)].first
    }

    private init() {
        tree = nil
        following = -1
    }

    mutating func next() -> Element? {
        while let tree, following >= 0 {
            let index = following
            let node = tree.nodes[Int(index)]
            following = node.next
            if node.name >= 0 { return Element(tree: tree, node: index) }
        }
        return nil
    }
}
