/// The beginning of a JSON file: whether it is one object a line with known names.
struct JSONHead {
    /// What the file is.
    let recognition: Recognition

    init(_ head: TextHead) {
        recognition = Self.recognise(head)
    }

    private static func recognise(_ head: TextHead) -> Recognition {
        let start = head.text.drop { $0.isWhitespace }
        if start.contains("\"instruction\""), start.contains("\"output\"") || start.contains("\"input\"") {
            return .skipped(reason: "prompt-wrapped text, not records")
        }
        if start.contains("\"DEF_") {
            return .skipped(reason: "no reader yet for registers of geographical indications")
        }
        guard head.encoding == .utf8 else {
            return .skipped(reason: "JSON in \(head.encoding.rawValue); save it in UTF-8")
        }
        if start.hasPrefix("{%") { return .skipped(reason: "a page template") }
        guard start.hasPrefix("{") else {
            return .skipped(reason: "a JSON list; write one object a line (jq -c '.[]')")
        }
        let lineEnd = Character(Unicode.Scalar(LineReader.lineEnd(in: head.text)))
        let line = start.prefix { $0 != lineEnd && $0 != "\r\n" }
        let names = names(line.utf8)
        if names.contains("right"), names.contains(where: exportNames.contains) || names.count == 1 {
            return .format(.jsonl)
        }
        if TableHeader(names).isRecognised || Set(names).intersection(exportNames).count > 1 { return .format(.jsonl) }
        if line.endIndex < start.endIndex, !line.contains("}") {
            return .skipped(reason: "a JSON document over several lines; write one object a line")
        }
        return .skipped(reason: "JSON without a known name")
    }

    /// Names of the product's own export by which a line is known although `right` stands far behind.
    private static let exportNames: Set<String> = [
        "application", "publication", "publications", "titles", "abstracts", "classes", "applicants", "source",
    ]

    /// The names of the first object's own members, as far as the text goes.
    private static func names(_ bytes: Substring.UTF8View) -> [String] {
        var names: [String] = []
        var depth = 0
        var isText = false
        var isEscaped = false
        var start = bytes.startIndex
        var last: Range<Substring.UTF8View.Index>?
        for index in bytes.indices {
            let byte = bytes[index]
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                    last = start..<index
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                isText = true
                start = bytes.index(after: index)
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return names }
            case UInt8(ascii: ":") where depth == 1:
                if let last { names.append(String(decoding: bytes[last], as: UTF8.self)) }
            default: break
            }
        }
        return names
    }
}
