internal import CZstd

/// Compresses and expands with zstd, keeping its working memory between calls.
///
/// Invariant: used by one thread at a time, which `CompressorPool` sees to; the working memory is freed with it.
@safe final class Compressor: @unchecked Sendable {
    private let largest: Int
    private let writing: OpaquePointer
    private let reading: OpaquePointer

    /// Takes the level and the largest size that will be expanded.
    ///
    /// - Throws: `StoreError.damaged` when there is no memory.
    init(level: Int32, largest: Int) throws {
        guard let writing = unsafe ZSTD_createCCtx(), let reading = unsafe ZSTD_createDCtx() else {
            throw StoreError.damaged("no memory to compress")
        }
        // A level outside the range is brought into it by zstd.
        _ = unsafe ZSTD_CCtx_setParameter(writing, ZSTD_c_compressionLevel, level)
        self.largest = largest
        unsafe self.writing = unsafe writing
        unsafe self.reading = unsafe reading
    }

    deinit {
        unsafe ZSTD_freeCCtx(writing)
        unsafe ZSTD_freeDCtx(reading)
    }

    /// One zstd frame that names its size.
    ///
    /// With `words` it is written as if it came after them: what repeats them takes little room, and only `expand`
    /// with the same words reads it.
    ///
    /// - Throws: `StoreError.damaged` with the reason of zstd.
    func compress(_ bytes: [UInt8], after words: [UInt8] = []) throws -> [UInt8] {
        let bound = ZSTD_compressBound(bytes.count)
        var failure: String?
        // Words, source and target are named with their true sizes, and used only inside the closures.
        let result = unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
            let size = unsafe words.withUnsafeBytes { words in
                let taken = unsafe ZSTD_CCtx_refPrefix(writing, words.baseAddress, words.count)
                if ZSTD_isError(taken) != 0 { return taken }
                return unsafe bytes.withUnsafeBytes { source in
                    unsafe ZSTD_compress2(writing, target.baseAddress, bound, source.baseAddress, source.count)
                }
            }
            if ZSTD_isError(size) != 0 {
                failure = unsafe String(cString: ZSTD_getErrorName(size))
            } else {
                count = size
            }
        }
        if let failure { throw StoreError.damaged("cannot compress: \(failure)") }
        return result
    }

    /// The bytes of a frame.
    ///
    /// - Throws: `StoreError.damaged` when it is no whole frame or names more than the largest size.
    func expand(_ frame: [UInt8], after words: [UInt8] = []) throws -> [UInt8] {
        // The frame is named with its true size.
        let named = unsafe frame.withUnsafeBytes { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
        guard let size = Int(exactly: named), size <= largest else {
            throw StoreError.damaged("a content that is no zstd frame or too large")
        }
        var failure: String?
        // Words, source and target are named with their true sizes, and used only inside the closures.
        let result = unsafe [UInt8](unsafeUninitializedCapacity: max(size, 1)) { target, count in
            let written = unsafe words.withUnsafeBytes { words in
                let taken = unsafe ZSTD_DCtx_refPrefix(reading, words.baseAddress, words.count)
                if ZSTD_isError(taken) != 0 { return taken }
                return unsafe frame.withUnsafeBytes { source in
                    unsafe ZSTD_decompressDCtx(reading, target.baseAddress, size, source.baseAddress, source.count)
                }
            }
            if ZSTD_isError(written) != 0 {
                failure = unsafe String(cString: ZSTD_getErrorName(written))
            } else {
                count = written
            }
        }
        if let failure { throw StoreError.damaged("a content cannot be expanded: \(failure)") }
        return result
    }
}
