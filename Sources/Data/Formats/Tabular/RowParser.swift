/// Takes one row of a text table apart, line by line, as RFC 4180 says and as real files do.
///
/// A quotation mark inside an unquoted cell stands for itself; inside a quoted cell it does so when neither a separator
/// nor a line end follows. Blanks before an opening quotation mark and after a closing one do not count.
struct RowParser {
    private let separator: UInt8
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var isQuoted = false
    private var cellStart = 0

    init(separator: UInt8) {
        self.separator = separator
    }

    /// Number of cells of the row.
    var count: Int { ends.count }

    /// Whether a quotation mark is open, so that the row goes on in the next line.
    var isOpen: Bool { isQuoted }

    /// The bytes of a cell.
    func cell(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// Forgets the row.
    mutating func begin() {
        bytes.removeAll(keepingCapacity: bytes.capacity < 8 << 20)
        ends.removeAll(keepingCapacity: true)
        isQuoted = false
        cellStart = 0
    }

    /// Adds a line without its end; the row is complete unless a quotation mark is open afterwards.
    mutating func add(_ line: ArraySlice<UInt8>) {
        var index = line.startIndex
        if isQuoted { bytes.append(0x0A) }
        while true {
            if isQuoted {
                guard let next = readQuoted(line, index) else { return }
                index = next
            }
            index = readPlain(line, index)
            if isQuoted { continue }
            ends.append(bytes.count)
            cellStart = bytes.count
            guard index < line.endIndex else { return }
            index += 1
        }
    }

    /// Reads up to the closing quotation mark; nil when the line ends before it.
    private mutating func readQuoted(_ line: ArraySlice<UInt8>, _ start: Int) -> Int? {
        var index = start
        while let quote = line[index...].firstIndex(of: Self.quote) {
            bytes.append(contentsOf: line[index..<quote])
            let next = quote + 1
            if next < line.endIndex, line[next] == Self.quote {
                bytes.append(Self.quote)
                index = next + 1
                continue
            }
            var after = next
            while after < line.endIndex, line[after] == 0x20 { after += 1 }
            if after == line.endIndex || line[after] == separator {
                isQuoted = false
                return after
            }
            bytes.append(Self.quote)
            index = next
        }
        bytes.append(contentsOf: line[index...])
        return nil
    }

    /// Reads up to the next separator, the line end, or an opening quotation mark.
    private mutating func readPlain(_ line: ArraySlice<UInt8>, _ start: Int) -> Int {
        var index = start
        // Only white space may stand between a separator and an opening quotation mark.
        while bytes.count == cellStart, index < line.endIndex, line[index] == 0x20 { index += 1 }
        if bytes.count == cellStart, index < line.endIndex, line[index] == Self.quote {
            isQuoted = true
            return index + 1
        }
        let end = line[index...].firstIndex(of: separator) ?? line.endIndex
        bytes.append(contentsOf: line[index..<end])
        return end
    }

    private static let quote = UInt8(ascii: "\"")
}
