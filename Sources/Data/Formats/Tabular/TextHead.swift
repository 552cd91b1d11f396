/// The beginning of a text file with its encoding.
struct TextHead {
    /// How the text is written.
    let encoding: TextEncoding
    /// Number of bytes of the byte order mark.
    let markLength: Int
    /// The first bytes as they stand in the file.
    let bytes: [UInt8]
    /// The text of the first bytes, without a character cut off at their end.
    let text: String
    /// Whether the file may go on after the text.
    let isCut: Bool

    /// Reads the first bytes of a file, nil when they are no text.
    ///
    /// - Parameters:
    ///   - head: the first bytes.
    ///   - known: the encoding where it is known.
    init?(_ head: [UInt8], encoding known: TextEncoding? = nil) {
        let mark = Self.mark(head)
        let body = head.dropFirst(mark?.length ?? 0)
        bytes = head
        markLength = mark?.length ?? 0
        isCut = head.count >= Recognition.headLength
        let candidates: [TextEncoding]
        if let known {
            candidates = [known]
        } else if let mark {
            candidates = [mark.encoding]
        } else if let wide = Self.wide(head) {
            candidates = [wide]
        } else {
            candidates = [.utf8, .gb18030]
        }
        for candidate in candidates {
            guard let text = Self.text(body, candidate, isCut: isCut) else { continue }
            if candidate == .gb18030, known == nil, !Self.isChinese(body) { continue }
            // Control characters other than white space mark a file that is no text.
            guard !text.unicodeScalars.prefix(4096).contains(where: Self.isForeign) else { return nil }
            encoding = candidate
            self.text = text
            return
        }
        // A damaged text is still a text: its sound rows can be read.
        let isSure = candidates.count == 1
        guard isSure || head.allSatisfy({ $0 >= 0x20 || (0x09...0x0D).contains($0) }) else { return nil }
        encoding = candidates[0]
        text = String(decoding: Self.narrow(body, encoding), as: UTF8.self)
    }

    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && !(0x09...0x0D).contains(scalar.value) && scalar.value != 0x1A && scalar.value != 0
    }

    /// Whether bytes above 0x7F stand in pairs as common Chinese characters do.
    ///
    /// Western texts of one byte a character often happen to be valid GB 18030, but not in its common part.
    private static func isChinese(_ body: ArraySlice<UInt8>) -> Bool {
        var common = 0
        var others = 0
        var index = body.startIndex
        while index + 1 < body.endIndex {
            guard body[index] >= 0x80 else {
                index += 1
                continue
            }
            let second = body[index + 1]
            let isCommon = (0xA1...0xF7).contains(body[index]) && second >= 0xA1
            let isOfFour = (0x30...0x39).contains(second)
            common += isCommon ? 1 : 0
            others += isCommon || isOfFour ? 0 : 1
            index += isOfFour ? 4 : 2
        }
        return common > 3 * others
    }

    private static func mark(_ head: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// UTF-16 without a mark: nearly every other byte of its ASCII characters is zero.
    private static func wide(_ head: [UInt8]) -> TextEncoding? {
        let pairs = min(head.count / 2, 512)
        guard pairs > 1 else { return nil }
        var zeros = (even: 0, odd: 0)
        for pair in 0..<pairs {
            if head[2 * pair] == 0 { zeros.even += 1 }
            if head[2 * pair + 1] == 0 { zeros.odd += 1 }
        }
        if zeros.odd > 2, zeros.even == 0 { return .utf16LittleEndian }
        if zeros.even > 2, zeros.odd == 0 { return .utf16BigEndian }
        return nil
    }

    /// The bytes, of UTF-16 as UTF-8.
    private static func narrow(_ body: ArraySlice<UInt8>, _ encoding: TextEncoding) -> [UInt8] {
        guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian else { return Array(body) }
        var wide = WideText(encoding)
        return wide.utf8(body)
    }

    private static func text(_ body: ArraySlice<UInt8>, _ encoding: TextEncoding, isCut: Bool) -> String? {
        let bytes = narrow(body, encoding)
        // A character cut off at the end of the first bytes has at most three of its own.
        for cut in 0...(isCut ? 3 : 0) {
            if let text = encoding.text(bytes.dropLast(cut)) { return text }
        }
        return nil
    }
}
