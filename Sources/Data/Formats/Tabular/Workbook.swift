/// What a workbook says about its parts, and the texts that its cells share.
struct Workbook {
    private(set) var strings = SharedStrings()
    private(set) var startsIn1904 = false
    /// Where the container broke off before all this was read.
    private(set) var damage: FormatFailure?
    /// Names of sheets by the number of their relation.
    private var sheetNames: [String: String] = [:]
    /// Paths of parts by the number of their relation.
    private var targets: [String: String] = [:]

    /// Reads everything but the sheets.
    ///
    /// - Parameters:
    ///   - file: the workbook.
    ///   - options: limits of the tables.
    ///   - container: limits of the container.
    ///   - textLimit: how many shared texts are enough.
    /// - Throws: `FormatFailure` when the shared texts are damaged or too large; a container that breaks off is noted
    ///   in `damage`, because sheets before that place can be read.
    init(
        _ file: OpenFile,
        options: TabularOptions,
        container: ContainerOptions,
        textLimit: Int = .max
    ) throws {
        let archive = try ArchiveReader(file, kind: .zip, options: container)
        while let member = try nextMember(archive) {
            let path = member.path.lowercased()
            if path.hasSuffix("xl/workbook.xml") {
                try parse(member, archive, ["sheet", "workbookPr"], options) { element, book in book.takeBook(element) }
            } else if path.hasSuffix("xl/_rels/workbook.xml.rels") {
                try parse(member, archive, ["Relationship"], options) { element, book in book.takeRelation(element) }
            } else if path.hasSuffix("xl/sharedstrings.xml") {
                try parse(member, archive, ["si"], options, textLimit: textLimit) { element, book in
                    try book.strings.add(element, options: options)
                }
            }
        }
    }

    /// The name of the sheet in a part, nil when the part is no sheet.
    func sheetName(ofPart path: String) -> String? {
        let path = Self.withoutSlash(path)
        guard path.hasPrefix("xl/worksheets/"), path.hasSuffix(".xml"), !path.contains("/_rels/") else { return nil }
        let number = targets.first { $0.value == path }?.key
        return number.flatMap { sheetNames[$0] } ?? path.split(separator: "/").last.map { String($0.dropLast(4)) }
    }

    private mutating func nextMember(_ archive: ArchiveReader) throws -> ArchiveReader.Member? {
        do {
            return try archive.next()
        } catch let failure as FormatFailure {
            guard case .damaged = failure else { throw failure }
            damage = failure
            return nil
        }
    }

    private mutating func parse(
        _ member: ArchiveReader.Member,
        _ archive: ArchiveReader,
        _ elements: Set<String>,
        _ options: TabularOptions,
        textLimit: Int = .max,
        take: (Element, inout Workbook) throws -> Void
    ) throws {
        let parser = PartParser(member.path, elements: elements, options: options)
        var book = self
        // The copy must not share the texts, or each would be copied when it grows.
        strings = SharedStrings()
        defer { self = book }
        while case let bytes = try archive.bytes(of: member), !bytes.isEmpty {
            try parser.feed(bytes) { try take($0, &book) }
            if book.strings.count >= textLimit { return }
        }
        try parser.finish { try take($0, &book) }
    }

    private mutating func takeBook(_ element: Element) {
        if element.name == "workbookPr" {
            let value = element.attribute("date1904")
            startsIn1904 = value == "1" || value == "true"
        } else if let number = element.attribute("id"), let name = element.attribute("name") {
            sheetNames[number] = name
        }
    }

    private mutating func takeRelation(_ element: Element) {
        guard let number = element.attribute("Id"), let target = element.attribute("Target") else { return }
        let path = Self.withoutSlash(target)
        targets[number] = path.hasPrefix("xl/") ? path : "xl/" + path
    }

    private static func withoutSlash(_ path: String) -> String {
        path.hasPrefix("/") ? String(path.dropFirst()) : path
    }
}
