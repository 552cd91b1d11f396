import Domain
import Links

/// A form with files, as a browser sends it.
///
/// **Source** RFC 7578; RFC 2046 section 5.1 for the boundaries.
struct MultipartForm: Sendable, Hashable {
    /// The fields that are no files, in their order.
    private(set) var fields = Parameters()
    /// The content of the first file that was chosen; nil where none was.
    private(set) var file: [UInt8]?

    /// The boundary in a content type; nil where the type is another or names none.
    static func boundary(of contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        let name = "boundary="
        guard let part = parts.dropFirst().first(where: { $0.lowercased().hasPrefix(name) }) else { return nil }
        let value = part.dropFirst(name.count).filter { $0 != "\"" }
        return (1...70).contains(value.utf8.count) ? String(value) : nil
    }

    /// Reads a body.
    ///
    /// - Throws: `Failure.invalid` where parts are not as the standard has them, or a field is no text in UTF-8.
    init(_ body: [UInt8], boundary: String) throws {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line end before it.
        var rest = (Array("\r\n".utf8) + body)[...]
        guard let start = Self.place(of: delimiter, in: rest) else { throw Self.broken }
        rest = rest[(start + delimiter.count)...]
        while !rest.starts(with: "--".utf8) {
            guard let end = Self.place(of: delimiter, in: rest),
                let line = Self.place(of: Array("\r\n".utf8), in: rest[..<end]),
                let gap = Self.place(of: Array("\r\n\r\n".utf8), in: rest[line..<end])
            else { throw Self.broken }
            try take(head: rest[line..<gap], content: rest[(gap + 4)..<end])
            rest = rest[(end + delimiter.count)...]
        }
    }

    private mutating func take(head: ArraySlice<UInt8>, content: ArraySlice<UInt8>) throws {
        let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.parameter("name", of: line)
        else { throw Self.broken }
        if Self.parameter("filename", of: line) != nil {
            // Where nothing was chosen, browsers send a file without name and content.
            if file == nil, !content.isEmpty { file = Array(content) }
        } else {
            guard let text = String(validating: content, as: UTF8.self) else { throw Self.broken }
            fields.append(name, text)
        }
    }

    /// The value of `name="value"` in a header line.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        for part in line.split(separator: ";").dropFirst() {
            let part = part.drop { $0 == " " }
            guard part.hasPrefix(name + "=") else { continue }
            return String(part.dropFirst(name.count + 1).filter { $0 != "\"" })
        }
        return nil
    }

    /// Where a stretch of bytes begins first.
    private static func place(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = needle.first else { return nil }
        var start = bytes.startIndex
        while let next = bytes[start...].firstIndex(of: first) {
            if bytes[next...].starts(with: needle) { return next }
            start = next + 1
        }
        return nil
    }

    private static let broken = Failure.invalid(
        field: "form",
        reason: "it is not multipart/form-data as RFC 7578 has it"
    )
}
