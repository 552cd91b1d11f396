/// Writes numbers of one width to a sink in the layout of `PackedArray`.
public struct PackedWriter {
    private let sink: FileSink
    private let width: Int
    private var pending: UInt64 = 0
    private var filled = 0
    private var bytes: [UInt8] = []

    /// Starts at the sink's position with a width of 0 to 56, or 64.
    public init(_ sink: FileSink, width: Int) {
        precondition((0...56).contains(width) || width == 64)
        self.sink = sink
        self.width = width
        bytes.reserveCapacity(4_096 + 8)
    }

    /// Writes a number that fits the width.
    public mutating func append(_ value: UInt64) throws(FileFailure) {
        if width == 64 {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: value >> shift))
            }
        } else {
            pending |= value << UInt64(filled)
            filled += width
            while filled >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: pending))
                pending >>= 8
                filled -= 8
            }
        }
        if bytes.count >= 4_096 { try drain() }
    }

    /// Writes the bits still held back; call it once, last.
    public mutating func finish() throws(FileFailure) {
        if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
        pending = 0
        filled = 0
        try drain()
    }

    private mutating func drain() throws(FileFailure) {
        try sink.append(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
