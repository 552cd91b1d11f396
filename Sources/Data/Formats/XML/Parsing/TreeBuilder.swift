/// Cuts the events of the parser into records and builds a tree of each.
///
/// The first element with one of the record names opens a record; elements of that name inside it belong to it.
/// Everything outside records is passed over.
final class TreeBuilder {
    /// Why the builder stopped the parser.
    enum Stop: Hashable {
        case depth
        case recordSize
    }

    private let recordNames: Set<String>
    private let options: XMLOptions
    private let table = NameTable()
    private var current: TreeContent?
    private var depth = 0

    /// Records that were read to their end and wait to be mapped.
    private(set) var finished: [XMLTree] = []
    /// Grows with every record that begins or ends.
    private(set) var boundaries = 0
    /// Local name of the document's first element.
    private(set) var rootName: String?
    /// Whether the first element has been closed.
    private(set) var isRootClosed = false
    private(set) var stop: Stop?
    /// Names of the entities that the document itself declares.
    private var declaredEntities: Set<String> = []
    /// One of them that the attributes of the element about to begin use.
    private var forbiddenEntity: String?

    init(recordNames: Set<String>, options: XMLOptions) {
        self.recordNames = recordNames
        self.options = options
    }

    /// Whether a record has begun and not ended.
    var isInRecord: Bool { current != nil }

    /// The record that has begun and not ended, to show its beginning in a message.
    var unfinished: Element? { current.flatMap { XMLTree($0, table).root } }

    /// The number that stands for an element's or attribute's name in `start` and `addAttribute`.
    func number(of name: String) -> Int32 { table.number(of: name) }

    /// Begins a new document of the same file; an unfinished record of the one before is forgotten.
    func beginDocument() {
        current = nil
        depth = 0
        rootName = nil
        isRootClosed = false
        stop = nil
        declaredEntities = []
        forbiddenEntity = nil
    }

    /// Takes the finished records out, in file order.
    func takeFinished() -> [XMLTree] {
        defer { finished = [] }
        return finished
    }

    // MARK: Events

    func start(_ name: Int32) {
        depth += 1
        if depth > options.maximumDepth { stop = .depth }
        let text = table.names[Int(name)]
        if rootName == nil { rootName = text }
        let entity = forbiddenEntity
        forbiddenEntity = nil
        if current == nil {
            guard recordNames.contains(text) else { return }
            current = TreeContent()
            boundaries += 1
        }
        if let entity, current?.forbiddenEntity == nil { current?.forbiddenEntity = entity }
        current?.start(name)
        checkSize()
    }

    func addAttribute(_ name: Int32, value: UnsafeBufferPointer<UInt8>) {
        unsafe current?.addAttribute(name, value: value)
    }

    func add(text: UnsafeBufferPointer<UInt8>) {
        guard current != nil else { return }
        unsafe current?.add(text: text)
        checkSize()
    }

    func end() {
        depth -= 1
        if depth == 0 { isRootClosed = true }
        current?.end()
        guard let tree = current, tree.isClosed else { return }
        finished.append(XMLTree(tree, table))
        current = nil
        boundaries += 1
    }

    func declareEntity(_ name: String) {
        declaredEntities.insert(name)
    }

    /// The text for an entity; what the document itself declares is never expanded.
    func text(ofEntity name: String) -> String {
        if declaredEntities.contains(name) {
            if isInRecord {
                if current?.forbiddenEntity == nil { current?.forbiddenEntity = name }
            } else {
                // Perhaps it stands in the attributes of an element that is about to begin a record.
                forbiddenEntity = name
            }
            return "&\(name);"
        }
        return NamedCharacter.text(named: name) ?? "&\(name);"
    }

    private func checkSize() {
        if let cost = current?.cost, cost > options.maximumRecordBytes { stop = .recordSize }
    }
}
