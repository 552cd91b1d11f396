import Domain

/// The text of a document that somebody hands in, to search by it.
///
/// Plain text in any encoding that ``TextEncoding`` knows; a Word document (Office Open XML, ECMA-376), body text with
/// its tables; a PDF that holds text (``PDFText``); a patent document in one of the XML formats, of which titles,
/// abstracts, claims and description count.
package enum DocumentText {
    /// Most bytes of text that a document may hold.
    package static let maximumBytes = 4 << 20

    /// Reads a document by its content; nothing of it stays on the disk.
    ///
    /// - Throws: `DocumentFault`, which says what to do; `FormatFailure.unreadable` when there is no room for a temporary file.
    package static func read(_ bytes: [UInt8]) throws -> String {
        do {
            return try text(of: bytes)
        } catch FormatFailure.limit {
            throw DocumentFault.tooLong
        } catch FormatFailure.unrecognised, FormatFailure.damaged {
            throw DocumentFault.unreadable
        }
    }

    /// Whether a document is read by another program or has to be unpacked, so that a small one may take long.
    package static func isHeavy(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: PDFText.head.utf8) || ArchiveKind(head: bytes) == .zip
    }

    private static func text(of bytes: [UInt8]) throws -> String {
        var text: String
        if bytes.starts(with: PDFText.head.utf8) {
            text = try PDFText().read(bytes)
        } else if ArchiveKind(head: bytes) == .zip {
            text = try word(bytes)
        } else if let format = XMLFormats.recognise(head: bytes) {
            text = try record(bytes, format)
        } else {
            // RTF can be text by its bytes, and would be searched by its markup.
            guard !bytes.starts(with: "{\\rtf".utf8), let read = TextHead(bytes) else {
                throw FormatFailure.unrecognised(reason: "no text")
            }
            text = read.text
        }
        text = text.trimmingPrefix { $0.isWhitespace }.description
        guard !text.isEmpty else { throw FormatFailure.unrecognised(reason: "no text") }
        guard text.utf8.count <= maximumBytes else { throw tooLong }
        return text
    }

    private static var tooLong: FormatFailure {
        .limit(setting: "maximumBytes", reason: "more than \(maximumBytes) bytes of text")
    }

    // MARK: Word documents

    /// The paragraphs of the body, a line each.
    private static func word(_ bytes: [UInt8]) throws -> String {
        var container = ContainerOptions()
        container.maximumExpandedBytes = Int64(expandedBytes)
        container.maximumEntries = 10_000
        let file = try OpenFile.temporary(holding: ByteList(bytes), limit: Int64(bytes.count))
        let archive = try ArchiveReader(file, kind: .zip, options: container)
        while let member = try archive.next() {
            guard member.path == "word/document.xml" else { continue }
            var lines: [String] = []
            var length = 0
            func take(_ element: Element) throws {
                let line = paragraph(element)
                guard !line.isEmpty else { return }
                // A small archive unpacks to far more than is read: nothing beyond the limit is kept.
                length += line.utf8.count + 1
                guard length <= maximumBytes + 1 else { throw tooLong }
                lines.append(line)
            }
            let parser = PartParser(member.path, elements: ["p"], options: TabularOptions())
            while case let part = try archive.bytes(of: member), !part.isEmpty {
                try parser.feed(part, handOver: take)
            }
            try parser.finish(handOver: take)
            return lines.joined(separator: "\n")
        }
        throw FormatFailure.unrecognised(reason: "an archive that is no Word document")
    }

    /// What a paragraph's runs say; what was deleted under tracked changes stands in elements of another name.
    private static func paragraph(_ element: Element) -> String {
        var text = ""
        for child in element.children {
            switch child.name {
            case "t": text += child.rawText ?? ""
            case "tab", "br": text += " "
            default: text += paragraph(child)
            }
        }
        return text
    }

    /// Most bytes that the parts of a Word document may unpack to, pictures included.
    private static let expandedBytes = 256 << 20

    // MARK: Patent documents

    private static func record(_ bytes: [UInt8], _ format: SourceFormat) throws -> String {
        var texts: [String] = []
        try format.reader().read(ByteList(bytes)) { item in
            guard case .record(let record) = item else { return }
            let bibliography = record.right.bibliography
            texts += (bibliography.titles + bibliography.abstracts).map(\.text)
            if case .patent(let patent) = record.right {
                texts += patent.details.claims.flatMap(\.items)
                texts += patent.details.description.map(\.text)
            }
        }
        return texts.joined(separator: "\n")
    }
}
