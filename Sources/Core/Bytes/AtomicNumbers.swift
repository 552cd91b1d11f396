import Synchronization

/// Numbers that any number of threads may set and look at; all are 0 at first.
///
/// Setting a number orders nothing else in memory. Sendable because every access to the words is atomic.
@safe public final class AtomicNumbers: @unchecked Sendable {
    /// How many numbers there are.
    public let count: Int
    private let words: UnsafeMutablePointer<Atomic<UInt64>>

    /// Makes a number of numbers.
    public init(count: Int) {
        self.count = max(0, count)
        unsafe words = .allocate(capacity: self.count)
        // Every word that was allocated is initialised here.
        for word in 0..<self.count { unsafe (words + word).initialize(to: Atomic(0)) }
    }

    deinit {
        unsafe words.deinitialize(count: count)
        unsafe words.deallocate()
    }

    /// The number at a place.
    public subscript(place: Int) -> UInt64 {
        get {
            precondition(place >= 0 && place < count)
            // The word is one of those allocated.
            return unsafe words[place].load(ordering: .relaxed)
        }
        set {
            precondition(place >= 0 && place < count)
            // The word is one of those allocated.
            unsafe words[place].store(newValue, ordering: .relaxed)
        }
    }
}
