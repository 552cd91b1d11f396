/// Parses one XML part of a workbook and hands out the elements of some names.
struct PartParser {
    private let part: String
    private let builder: TreeBuilder
    private let parser: SAXParser
    private let limit: Int

    /// Begins with a part.
    ///
    /// - Parameters:
    ///   - part: name of the part for messages.
    ///   - elements: local names of the elements that are handed out.
    ///   - options: the limits.
    init(_ part: String, elements: Set<String>, options: TabularOptions) {
        self.part = part
        var xml = XMLOptions()
        xml.maximumRecordBytes = options.maximumRecordBytes
        limit = xml.maximumMarkupBytes
        builder = TreeBuilder(recordNames: elements, options: xml)
        parser = SAXParser(builder: builder)
    }

    /// Parses the next bytes and hands the elements out that end in them.
    ///
    /// - Throws: `FormatFailure` when the part is not well-formed or an element too large, and what `handOver` throws.
    func feed(_ bytes: [UInt8], handOver: (Element) throws -> Void) throws {
        parser.feed(bytes[...])
        try handOut(handOver)
        guard parser.pendingCount <= limit else {
            throw FormatFailure.limit(setting: "maximumMarkupBytes", reason: "\(part): markup without an end")
        }
    }

    /// Ends the part.
    func finish(handOver: (Element) throws -> Void) throws {
        parser.finish()
        try handOut(handOver)
    }

    private func handOut(_ handOver: (Element) throws -> Void) throws {
        for tree in builder.takeFinished() {
            if let name = tree.forbiddenEntity {
                throw FormatFailure.damaged(
                    position: "\(part), line \(parser.line)",
                    reason: "it uses the entity &\(name); that it declares itself, and such are not expanded"
                )
            }
            if let element = tree.root { try handOver(element) }
        }
        if builder.stop != nil {
            throw FormatFailure.limit(
                setting: "maximumRecordBytes",
                reason: "\(part): a row or text is too large or nests too deep"
            )
        }
        if let fault = parser.fault {
            throw FormatFailure.damaged(position: "\(part), line \(fault.line)", reason: fault.reason)
        }
    }
}
