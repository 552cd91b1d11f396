/// Cuts a stream into lines of bounded length.
struct LineReader {
    /// What comes next.
    enum Line {
        /// A line without its end; a carriage return before the line feed belongs to the end.
        case bytes(ArraySlice<UInt8>)
        /// A line longer than the limit, of which only the beginning was kept.
        case tooLong(beginning: [UInt8])
        case end
    }

    private let stream: any ByteStream
    private var wide: WideText?
    private let lineEnd: UInt8
    private let limit: Int
    private var chunk: ArraySlice<UInt8> = []
    private var skip: Int
    private var isAtEnd = false
    /// Number of the line handed out last, from 1.
    private(set) var number = 0

    /// Begins with a whole stream.
    ///
    /// - Parameters:
    ///   - stream: the file from its beginning.
    ///   - head: what the first bytes told about the encoding.
    ///   - lineEnd: line feed, or carriage return where a file has no line feeds.
    ///   - limit: most bytes of a line.
    init(_ stream: any ByteStream, head: TextHead, lineEnd: UInt8, limit: Int) {
        self.stream = stream
        self.lineEnd = lineEnd
        self.limit = limit
        skip = head.markLength
        if head.encoding == .utf16LittleEndian || head.encoding == .utf16BigEndian { wide = WideText(head.encoding) }
    }

    /// The next line.
    ///
    /// - Throws: what the stream throws; lines before the damage have been handed out.
    mutating func next() throws -> Line {
        var gathered: [UInt8] = []
        var isTooLong = false
        while true {
            if chunk.isEmpty, try !fill() {
                if isTooLong { return tooLong(gathered) }
                guard !gathered.isEmpty else { return .end }
                return finished(gathered[...])
            }
            guard let end = chunk.firstIndex(of: lineEnd) else {
                if gathered.count + chunk.count > limit { isTooLong = true }
                gathered += isTooLong ? chunk.prefix(max(0, Self.beginning - gathered.count)) : chunk
                if isTooLong { gathered = Array(gathered.prefix(Self.beginning)) }
                chunk = []
                continue
            }
            let rest = chunk[..<end]
            chunk = chunk[(end + 1)...]
            if isTooLong || gathered.count + rest.count > limit {
                return tooLong(gathered + rest.prefix(Self.beginning))
            }
            if gathered.isEmpty { return finished(rest) }
            gathered += rest
            return finished(gathered[...])
        }
    }

    /// How many bytes of a line that is too long are kept for the message.
    private static let beginning = 1024

    private mutating func tooLong(_ bytes: [UInt8]) -> Line {
        number += 1
        return .tooLong(beginning: Array(bytes.prefix(Self.beginning)))
    }

    private mutating func finished(_ line: ArraySlice<UInt8>) -> Line {
        number += 1
        let hasReturn = lineEnd == 0x0A && line.last == 0x0D
        return .bytes(hasReturn ? line.dropLast() : line)
    }

    private mutating func fill() throws -> Bool {
        while chunk.isEmpty, !isAtEnd {
            var bytes = try stream.next()[...]
            isAtEnd = bytes.isEmpty
            if skip > 0 {
                let dropped = min(skip, bytes.count)
                bytes = bytes.dropFirst(dropped)
                skip -= dropped
            }
            if wide != nil {
                bytes = (isAtEnd ? wide?.end() : wide?.utf8(bytes))?[...] ?? []
            }
            chunk = bytes
        }
        return !chunk.isEmpty
    }

    /// The sign that ends lines in a text: the carriage return only where there is no line feed.
    static func lineEnd(in text: String) -> UInt8 {
        text.utf8.contains(0x0A) || !text.utf8.contains(0x0D) ? 0x0A : 0x0D
    }
}
