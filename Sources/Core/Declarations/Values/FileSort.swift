/// A sort of file that entries may hold, known by its content, never by its name.
package enum FileSort: String, Sendable, Hashable, CaseIterable {
    case pdf, png, jpeg, text, docx, xlsx

    /// Its media type.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .text: "text/plain"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    /// How names of such files end; the first is the usual one.
    package var endings: [String] {
        switch self {
        case .pdf: [".pdf"]
        case .png: [".png"]
        case .jpeg: [".jpg", ".jpeg"]
        case .text: [".txt", ".csv", ".md"]
        case .docx: [".docx"]
        case .xlsx: [".xlsx"]
        }
    }

    /// The sort of a media type; nil for one that no entry holds.
    package init?(mediaType: String) {
        guard let sort = Self.allCases.first(where: { $0.mediaType == mediaType }) else { return nil }
        self = sort
    }

    /// The sort of some bytes; nil where they are of no sort that is known, or none.
    ///
    /// **Source** ISO 32000-2 section 7.5.2 (PDF), ISO/IEC 15948 section 5.2 (PNG), ITU-T T.81 annex B (JPEG), ECMA-376 part 2 (DOCX,
    /// XLSX: a zip with these parts; those with macros are refused).
    package init?(of bytes: [UInt8]) {
        if bytes.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            let names = ZipNames.all(in: bytes)
            guard names.contains("[Content_Types].xml"),
                !names.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") })
            else { return nil }
            if names.contains("word/document.xml") {
                self = .docx
            } else if names.contains("xl/workbook.xml") {
                self = .xlsx
            } else {
                return nil
            }
        } else if Self.isText(bytes) {
            self = .text
        } else {
            return nil
        }
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, !bytes.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) || $0 == 0x7F })
        else { return false }
        return String(validating: bytes, as: UTF8.self) != nil
    }
}
