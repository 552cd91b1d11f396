package import Domain
package import Index
package import Store
import Text

/// Makes the engine's document of a right; used by one thread at a time because it keeps its scratch.
package final class DocumentBuilder: DocumentMaker {
    private let analyzer = Analyzer()
    private var names = NameText()
    private var list = TokenList()

    /// Makes a builder with its own scratch.
    package init() {}

    /// The document of a stored right; nil for an identifier that no right has.
    ///
    /// - Throws: `DecodingError` for a content that is no right; as ``document(id:version:right:)``.
    package func document(of entry: StoredEntry) throws -> Document? {
        guard let id = EntryID(entry.entry) else { return nil }
        return try document(id: id, version: entry.version, right: try RightContent.right(of: entry))
    }

    /// The document of one record.
    ///
    /// - Throws: `Analyzer.Failure.textTooLong` for a text beyond the analyser's limit.
    package func document(id: EntryID, version: Int64, right: Right) throws -> Document {
        var document = Document(id: id.description, version: UInt64(max(0, version)))
        for (field, paragraphs) in IndexedTexts(right).fields { try add(field, paragraphs, to: &document) }
        try addNames(of: right.bibliography, to: &document)
        let numbers = IndexedNumbers(right)
        if !numbers.isEmpty { document.fields.append(numbers.tokens) }
        IndexedFacts(right).fill(&document)
        return document
    }

    private func add(_ field: TextField, _ paragraphs: [String], to document: inout Document) throws {
        try analyzer.analyse(paragraphs: paragraphs, into: &list)
        document.fields.append(list.tokens(of: field.id))
    }

    // MARK: Names

    private func addNames(of record: Bibliography, to document: inout Document) throws {
        let holders = record.applicants + record.assignees + record.owners + record.users
        try add(names: holders, .applicants, to: &document)
        try add(names: record.inventors + record.designers, .inventors, to: &document)
        try add(names: record.agents, .agents, to: &document)
        try add(names: record.agencies, .agencies, to: &document)
        try add(names: record.examiners, .examiners, to: &document)
        // Private persons are found by their city, never by their street.
        let addresses = Set((holders + record.inventors + record.designers).compactMap { $0.masked.addressLine })
        if !addresses.isEmpty { try add(.addresses, addresses.sorted(), to: &document) }
    }

    /// Names of one field, each a paragraph with its first position marked, so that `PA=山东+` can ask for a beginning.
    private func add(names parties: [Party], _ field: TextField, to document: inout Document) throws {
        var names: [String] = []
        for party in parties {
            let name = self.names.fold(party.name)
            if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
        guard !names.isEmpty else { return }
        try analyzer.analyse(paragraphs: names, into: &list)
        var fieldTokens = list.tokens(of: field.id)
        var first = list.firstPosition
        for end in list.paragraphEnds {
            fieldTokens.append(NameText.start, position: first)
            // One position stays empty behind every paragraph.
            first = end + 2
        }
        document.fields.append(fieldTokens)
    }
}

extension Party {
    /// The address in one line; nil when there is none.
    ///
    /// Parts in Chinese follow each other without a blank, so that 广东省深圳市 is found across them.
    fileprivate var addressLine: String? {
        if let address { return address }
        var line = ""
        for part in [region, city, district, street].compacted where !part.isEmpty {
            let isHan =
                (line.unicodeScalars.last?.value ?? 0) >= 0x2E80 && (part.unicodeScalars.first?.value ?? 0) >= 0x2E80
            if !line.isEmpty, !isHan { line += " " }
            line += part
        }
        return line.isEmpty ? nil : line
    }
}
