import Domain
import Links

/// A form with files, as a browser sends it.
///
/// **Source** RFC 7578; RFC 2046 section 5.1 for the boundaries.
struct MultipartForm: Sendable, Hashable {
    /// The fields that are no files, in their order.
    private(set) var fields = Parameters()
    /// The files that were chosen, in their order.
    private(set) var files: [File] = []

    /// A file that was chosen.
    struct File: Sendable, Hashable {
        /// The name of the field.
        let field: String
        /// What it is called, as the browser says.
        let name: String
        let content: [UInt8]
    }

    /// The content of the first file that was chosen; nil where none was.
    var file: [UInt8]? { files.first { !$0.content.isEmpty }?.content }

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
        if let called = Self.parameter("filename", of: line) {
            // Where nothing was chosen, browsers send a file without name and content.
            if !content.isEmpty || !called.isEmpty {
                files.append(File(field: name, name: called, content: Array(content)))
            }
        } else {
            guard let text = String(validating: content, as: UTF8.self) else { throw Self.broken }
            fields.append(name, text)
        }
    }

    /// The value of `name="value"` in a header line, in which browsers write a quotation mark and ends of lines as %22, %0D and %0A.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        var rest = line.drop { $0 != ";" }
        while let mark = rest.first, mark == ";" || mark == " " {
            rest = rest.drop { $0 == ";" || $0 == " " }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(key.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            var value = rest.prefix { $0 != ";" }
            if rest.first == "\"" {
                value = rest.dropFirst().prefix { $0 != "\"" }
                rest = rest.dropFirst(value.count + 2)
            } else {
                rest = rest.dropFirst(value.count)
            }
            guard key.lowercased() == name else { continue }
            return [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")].reduce(String(value)) {
                $0.replacing($1.0, with: $1.1)
            }
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
