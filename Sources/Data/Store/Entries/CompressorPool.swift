internal import Synchronization

/// Lends compressors, each to one caller at a time.
final class CompressorPool: Sendable {
    private let options: StoreOptions
    private let idle = Mutex<[Compressor]>([])

    init(_ options: StoreOptions) {
        self.options = options
    }

    /// Runs `body` with a compressor that nobody else uses meanwhile.
    func with<T>(_ body: (Compressor) throws -> T) throws -> T {
        let known = idle.withLock { $0.popLast() }
        let compressor =
            try known ?? Compressor(level: options.compressionLevel, largest: options.largestContent)
        defer { idle.withLock { $0.append(compressor) } }
        return try body(compressor)
    }
}
