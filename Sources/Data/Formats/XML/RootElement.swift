/// The first element of an XML file, found without a parser.
struct RootElement: Hashable {
    /// The local name.
    let name: String
    /// Whether the start tag, as far as it is there, speaks of a namespace of WIPO ST.96.
    let isST96: Bool
    /// Whether it speaks of the namespaces that the drafts of ST.96 had for trade marks.
    let isEarlyST96: Bool

    /// Passes over byte order mark, declaration, comments, processing instructions and document type.
    ///
    /// - Parameter head: the first bytes of the file; nil when they hold no start tag's name.
    init?(head: [UInt8]) {
        var rest = Self.narrowed(head)
        while true {
            rest = rest.drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "<") else { return nil }
            if rest.starts(with: "<?".utf8) {
                guard let end = Self.end(of: "?>", in: rest) else { return nil }
                rest = rest[end...]
            } else if rest.starts(with: "<!--".utf8) {
                guard let end = Self.end(of: "-->", in: rest.dropFirst(4)) else { return nil }
                rest = rest[end...]
            } else if rest.starts(with: "<!".utf8) {
                guard let end = Self.endOfDocumentType(rest) else { return nil }
                rest = rest[end...]
            } else {
                break
            }
        }
        let tag = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") }
        let qualified = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
        let isWhole = qualified.endIndex < rest.endIndex
        guard isWhole, let local = qualified.split(separator: UInt8(ascii: ":")).last else { return nil }
        name = String(decoding: local, as: UTF8.self)
        let text = String(decoding: tag, as: UTF8.self)
        isST96 = text.contains("/ST96/")
        isEarlyST96 = text.contains("/XMLSchema/Trademark/1")
    }

    /// The bytes without a byte order mark; of UTF-16 the ASCII characters alone.
    private static func narrowed(_ head: [UInt8]) -> ArraySlice<UInt8> {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return head.dropFirst(3) }
        let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.prefix(2).contains(0)
        return isWide ? head.filter { $0 > 0 && $0 < 0x80 }[...] : head[...]
    }

    /// Index after the first occurrence of a mark.
    private static func end(of mark: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        let mark = Array(mark.description.utf8)
        var rest = bytes
        while let start = rest.firstIndex(of: mark[0]) {
            rest = rest[start...]
            if rest.starts(with: mark) { return start + mark.count }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// Index after `<!DOCTYPE ... [ ... ]>`, with quoted texts and comments passed over.
    private static func endOfDocumentType(_ bytes: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "<") where bytes[index...].starts(with: "<!--".utf8):
                guard let end = end(of: "-->", in: bytes[(index + 4)...]) else { return nil }
                index = end
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = bytes[(index + 1)...].firstIndex(of: bytes[index]) else { return nil }
                index = end
            case UInt8(ascii: "<"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">"):
                depth -= 1
                if depth <= 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return nil
    }
}
