/// Parses one document after the other and turns their records into items.
struct DocumentSequence {
    /// Where and why a document became unreadable.
    private struct Damage {
        var position: String
        var reason: String
        var excerpt: String
    }

    private let mapping: RecordMapping
    private let options: XMLOptions
    private let builder: TreeBuilder
    private var parser: SAXParser?
    private var damage: Damage?
    private var items: [SourceItem] = []
    /// Records and rejects so far.
    private var count = 0
    /// Records and rejects of the documents before this one.
    private var countBefore = 0
    /// Line feeds in all bytes before those being fed.
    private var lineFeeds = 0
    /// Line feeds before this document.
    private var lineFeedsBefore = 0
    private var holdsZeroBytes = false
    /// Bytes since a record last began or ended.
    private var bytesSinceBoundary = 0
    /// Why nothing after this can be read.
    private(set) var failure: FormatFailure?

    init(mapping: RecordMapping, options: XMLOptions) {
        self.mapping = mapping
        self.options = options
        builder = TreeBuilder(recordNames: mapping.recordNames, options: options)
    }

    /// Takes the items out that have been made, in file order.
    mutating func takeItems() -> [SourceItem] {
        defer { items = [] }
        return items
    }

    /// Reads the next bytes of the current document, which begins here when there is none.
    mutating func feed(_ bytes: ArraySlice<UInt8>, at offset: Int64) {
        defer { lineFeeds += Self.lineFeeds(in: bytes) }
        guard damage == nil, failure == nil else { return }
        var rest = bytes
        if parser == nil {
            rest = rest.drop { $0 <= 0x20 && $0 > 0 }
            if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
            guard let first = rest.first else { return }
            begin(lineFeeds: lineFeeds + Self.lineFeeds(in: bytes[..<rest.startIndex]))
            holdsZeroBytes = first == 0 || first >= 0xFE || rest.dropFirst().first == 0
        }
        let zero = holdsZeroBytes ? nil : rest.firstIndex(of: 0)
        parse(rest[..<(zero ?? rest.endIndex)], until: offset + Int64(bytes.count))
        if let zero, damage == nil, failure == nil {
            let place = offset + Int64(zero - bytes.startIndex)
            noteDamage("the character U+0000, which XML does not allow", line: parser?.line ?? 0, offset: place)
        }
    }

    /// Begins the next document where an XML declaration stands, unless that is part of a comment or CDATA section.
    mutating func beginAtDeclaration(offset: Int64) {
        guard failure == nil else { return }
        if let parser, damage == nil {
            if !builder.isRootClosed, parser.isInSection { return }
            finishDocument(offset: offset)
            guard failure == nil else { return }
        }
        if let damage {
            reject(damage.reason + " (" + damage.position + ")", excerpt: damage.excerpt)
            self.damage = nil
        }
        parser = nil
    }

    /// Ends the last document.
    mutating func finish() {
        guard failure == nil else { return }
        if parser != nil, damage == nil { finishDocument(offset: nil) }
        if let damage { failure = .damaged(position: damage.position, reason: damage.reason) }
        parser = nil
    }

    private static func lineFeeds(in bytes: ArraySlice<UInt8>) -> Int {
        let span = bytes.span
        var count = 0
        // Without a check for overflow the loop takes many bytes at a time.
        for index in span.indices { count &+= span[index] == 0x0A ? 1 : 0 }
        return count
    }

    private mutating func begin(lineFeeds: Int) {
        builder.beginDocument()
        lineFeedsBefore = lineFeeds
        parser = SAXParser(builder: builder)
        countBefore = count
        bytesSinceBoundary = 0
    }

    private mutating func parse(_ bytes: ArraySlice<UInt8>, until offset: Int64) {
        guard let parser else { return }
        let boundaries = builder.boundaries
        parser.feed(bytes)
        mapFinished()
        bytesSinceBoundary = boundaries == builder.boundaries ? bytesSinceBoundary + bytes.count : bytes.count
        check(parser, offset: offset - Int64(parser.pendingCount))
    }

    private mutating func finishDocument(offset: Int64?) {
        guard let parser else { return }
        // What follows the first element may be anything; the records before it are whole.
        let wasClosed = builder.isRootClosed
        parser.finish()
        mapFinished()
        if !wasClosed || offset == nil { check(parser, offset: offset) }
        guard damage == nil, failure == nil, count == countBefore,
            let root = builder.rootName, !mapping.containerNames.contains(root)
        else { return }
        reject("the document's first element is <\(root)>, which holds no record of this format", excerpt: "<\(root)>")
    }

    /// Looks whether the parser can go on.
    private mutating func check(_ parser: SAXParser, offset: Int64?) {
        if let stop = builder.stop {
            failure = limit(stop)
        } else if let fault = parser.fault {
            noteDamage(fault.reason, line: fault.line, offset: offset)
        } else if parser.pendingCount > options.maximumMarkupBytes {
            failure = .limit(
                setting: "maximumMarkupBytes",
                reason: "markup of more than \(options.maximumMarkupBytes) bytes after record \(count)"
            )
        } else if bytesSinceBoundary > options.maximumRecordBytes {
            failure = limit(.recordSize)
        }
    }

    private func limit(_ stop: TreeBuilder.Stop) -> FormatFailure {
        switch stop {
        case .depth:
            .limit(
                setting: "maximumDepth",
                reason: "record \(count + 1) nests elements deeper than \(options.maximumDepth)"
            )
        case .recordSize:
            .limit(
                setting: "maximumRecordBytes",
                reason: "record \(count + 1) is larger than \(options.maximumRecordBytes) bytes"
            )
        }
    }

    private mutating func noteDamage(_ reason: String, line: Int, offset: Int64?) {
        var position = "line \(lineFeedsBefore + max(1, line))"
        if let offset { position += ", byte \(offset)" }
        damage = Damage(position: position, reason: reason, excerpt: builder.unfinished?.excerpt ?? "")
    }

    // MARK: Items

    private mutating func mapFinished() {
        for tree in builder.takeFinished() {
            if let record = tree.root { map(record, forbiddenEntity: tree.forbiddenEntity) }
        }
    }

    private mutating func map(_ record: Element, forbiddenEntity: String?) {
        if let forbiddenEntity {
            let reason =
                "it uses the entity &\(forbiddenEntity); that the file declares itself, and such are not expanded"
            return reject(reason + "; write the characters instead", excerpt: record.excerpt)
        }
        do throws(MappingFailure) {
            let right = try mapping.right(record)
            count += 1
            let position = SourcePosition(unit: "record", index: count)
            items.append(.record(SourceRecord(right: right, position: position)))
        } catch {
            reject(error.reason, excerpt: record.excerpt)
        }
    }

    private mutating func reject(_ reason: String, excerpt: String) {
        count += 1
        let position = SourcePosition(unit: "record", index: count)
        items.append(.reject(Reject(position: position, reason: reason, excerpt: excerpt)))
    }
}

extension Element {
    /// The beginning of the element for a message, at most 200 characters.
    var excerpt: String {
        String(("<\(name)> " + (collapsedText ?? "")).prefix(200))
    }
}
