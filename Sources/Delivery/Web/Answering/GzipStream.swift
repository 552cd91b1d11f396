internal import CZlib
import Domain

/// Writes one gzip stream (RFC 1952) piece by piece.
///
/// Invariant: used by one task at a time, the one that writes the answer; zlib's state is freed with it.
@safe final class GzipStream: @unchecked Sendable {
    /// More costs time and saves little on pages: level 6 takes half as long again for two parts in a hundred.
    private static let level: Int32 = 5
    /// Room that zlib is given at a time.
    private static let pieceBytes = 16_384

    private let stream: UnsafeMutablePointer<z_stream>

    /// Begins a stream.
    ///
    /// - Throws: `Failure.unavailable` when there is no memory.
    init() throws {
        // zlib's state points back at the stream, so that has one address for as long as it lives.
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe huizhi_gzip_begin(stream, Self.level) == Z_OK else {
            unsafe stream.deallocate()
            throw Failure.unavailable(reason: "no memory to compress")
        }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Takes the next bytes and gives what can be sent already, often nothing; with the last ones all the rest.
    func add(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
        var result: [UInt8] = []
        // zlib reads and writes within the true sizes named to it, and keeps neither pointer past the closures.
        unsafe bytes.withUnsafeBufferPointer { source in
            unsafe stream.pointee.next_in = source.baseAddress
            unsafe stream.pointee.avail_in = UInt32(source.count)
            repeat {
                result += unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { target, count in
                    unsafe stream.pointee.next_out = target.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(Self.pieceBytes)
                    // A stream in order cannot fail; to be asked once more than needed is none of its failures.
                    _ = unsafe deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    count = unsafe Self.pieceBytes - Int(stream.pointee.avail_out)
                }
            } while unsafe stream.pointee.avail_out == 0
        }
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
        return result
    }
}
