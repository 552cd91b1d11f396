import Synchronization

/// Bits that any number of threads may set and look at; all are 0 at first.
///
/// Setting a bit orders nothing else in memory. Sendable because every access to the words is atomic.
@safe public final class AtomicBits: @unchecked Sendable {
    private let wordCount: Int
    private let words: UnsafeMutablePointer<Atomic<UInt64>>

    /// Makes a number of bits.
    public init(count: Int) {
        wordCount = (max(0, count) + 63) / 64
        unsafe words = .allocate(capacity: wordCount)
        // Every word that was allocated is initialised here.
        for word in 0..<wordCount { unsafe (words + word).initialize(to: Atomic(0)) }
    }

    deinit {
        unsafe words.deinitialize(count: wordCount)
        unsafe words.deallocate()
    }

    /// Whether a bit is set.
    public func contains(_ bit: Int) -> Bool {
        precondition(bit >= 0 && bit >> 6 < wordCount)
        // The word is one of those allocated.
        return unsafe words[bit >> 6].load(ordering: .relaxed) & 1 << UInt64(bit & 63) != 0
    }

    /// Sets a bit.
    public func insert(_ bit: Int) {
        precondition(bit >= 0 && bit >> 6 < wordCount)
        // The word is one of those allocated.
        unsafe words[bit >> 6].bitwiseOr(1 << UInt64(bit & 63), ordering: .relaxed)
    }

    /// Sets every bit to 0.
    public func removeAll() {
        // The word is one of those allocated.
        for word in 0..<wordCount { unsafe words[word].store(0, ordering: .relaxed) }
    }
}
