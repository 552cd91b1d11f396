/// A record's tree under construction.
///
/// **Shape** A node is an element or a text. Elements chain their children; texts and values of attributes are ranges
/// of one buffer of UTF-8. Nothing is allocated per element.
struct TreeContent {
    /// An element, or a text when `name` is -1.
    struct Node {
        /// Number of the name in the table; -1 for a text.
        var name: Int32
        /// The next node under the same parent, -1 when there is none.
        var next: Int32 = -1
        /// Of an element its first child or -1, of a text the start of its bytes.
        var first: Int32
        /// Of an element the index of its first attribute, of a text the end of its bytes.
        var extra: Int32
        /// How many attributes an element has.
        var attributeCount: Int32 = 0
    }

    struct Attribute {
        var name: Int32
        var start: Int32
        var end: Int32
    }

    private(set) var nodes: [Node] = []
    private(set) var attributes: [Attribute] = []
    private(set) var bytes: [UInt8] = []
    /// Open elements with the last child each has so far, the innermost last.
    private var open: [(node: Int32, lastChild: Int32)] = []
    /// The first entity that the record uses although the file itself declares it.
    var forbiddenEntity: String?

    /// Memory that the tree takes, in bytes.
    var cost: Int {
        bytes.count + nodes.count * MemoryLayout<Node>.stride + attributes.count * MemoryLayout<Attribute>.stride
    }

    /// Whether every element that was opened is closed.
    var isClosed: Bool { open.isEmpty }

    /// Opens an element under the innermost open one.
    mutating func start(_ name: Int32) {
        let node = append(Node(name: name, first: -1, extra: Int32(attributes.count)))
        open.append((node, -1))
    }

    /// Adds an attribute to the element opened last.
    mutating func addAttribute(_ name: Int32, value: UnsafeBufferPointer<UInt8>) {
        guard let element = open.last else { return }
        let start = Int32(bytes.count)
        unsafe bytes.append(contentsOf: value)
        attributes.append(Attribute(name: name, start: start, end: Int32(bytes.count)))
        nodes[Int(element.node)].attributeCount += 1
    }

    /// Adds text to the innermost open element.
    mutating func add(text: UnsafeBufferPointer<UInt8>) {
        let start = Int32(bytes.count)
        unsafe bytes.append(contentsOf: text)
        if let last = open.last?.lastChild, last >= 0, nodes[Int(last)].name < 0, nodes[Int(last)].extra == start {
            nodes[Int(last)].extra = Int32(bytes.count)
        } else {
            _ = append(Node(name: -1, first: start, extra: Int32(bytes.count)))
        }
    }

    /// Closes the innermost open element.
    mutating func end() { _ = open.popLast() }

    private mutating func append(_ node: Node) -> Int32 {
        let index = Int32(nodes.count)
        nodes.append(node)
        guard let parent = open.indices.last else { return index }
        if open[parent].lastChild >= 0 {
            nodes[Int(open[parent].lastChild)].next = index
        } else {
            nodes[Int(open[parent].node)].first = index
        }
        open[parent].lastChild = index
        return index
    }
}
