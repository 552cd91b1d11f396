/// The elements and texts of one record in flat arrays, as ``TreeContent`` filled them.
final class XMLTree {
    let table: NameTable
    let nodes: [TreeContent.Node]
    let attributes: [TreeContent.Attribute]
    let bytes: [UInt8]
    /// The first entity that the record uses although the file itself declares it.
    let forbiddenEntity: String?

    init(_ content: TreeContent, _ table: NameTable) {
        self.table = table
        nodes = content.nodes
        attributes = content.attributes
        bytes = content.bytes
        forbiddenEntity = content.forbiddenEntity
    }

    /// The first element, which holds all others; nil in an empty tree.
    var root: Element? {
        nodes.isEmpty ? nil : Element(tree: self, node: 0)
    }
}
