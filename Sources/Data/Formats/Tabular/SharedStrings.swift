/// The texts that the cells of a workbook share, kept as one run of bytes.
struct SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    /// A text by its number; nil when there is none.
    subscript(_ index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        return String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }

    /// Adds the text of an `si` element.
    ///
    /// - Throws: `FormatFailure.limit` when all texts together become too many for the memory.
    mutating func add(_ element: Element, options: TabularOptions) throws {
        bytes += CellText.read(element).utf8
        ends.append(bytes.count)
        // An empty text takes room, too: eight bytes for its end.
        guard bytes.count + ends.count * 8 <= options.maximumSharedStringBytes else {
            throw FormatFailure.limit(
                setting: "maximumSharedStringBytes",
                reason: "the workbook shares more than \(options.maximumSharedStringBytes) bytes of text"
            )
        }
    }
}

/// Reads the text of a cell out of its element.
enum CellText {
    /// The text of an `si` or `is` element: its runs without phonetic guides, with escaped characters decoded.
    static func read(_ element: Element) -> String {
        var text = ""
        for child in element.children {
            switch child.name {
            case "t": text += child.rawText ?? ""
            case "r": text += child.first("t")?.rawText ?? ""
            default: break
            }
        }
        return unescaped(text)
    }

    /// Decodes `_x000D_` and the like, by which workbooks write characters that XML does not allow.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        var output: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let mark = rest.firstIndex(of: UInt8(ascii: "_")) {
            output += rest[..<mark]
            rest = rest[mark...]
            guard rest.count >= 7, rest[mark + 1] == UInt8(ascii: "x"), rest[mark + 6] == UInt8(ascii: "_"),
                let value = UInt32(String(decoding: rest[(mark + 2)..<(mark + 6)], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            else {
                output.append(UInt8(ascii: "_"))
                rest = rest.dropFirst()
                continue
            }
            output += String(scalar).utf8
            rest = rest.dropFirst(7)
        }
        return String(decoding: output + rest, as: UTF8.self)
    }
}
