import Index
import Synchronization

/// Results that several threads put in their own places.
final class SharedResults: Sendable {
    private let places: Mutex<[Result<[Document?], any Error>?]>

    init(count: Int) {
        places = Mutex(Array(repeating: nil, count: count))
    }

    func set(_ place: Int, _ result: sending Result<[Document?], any Error>) {
        let value = result
        places.withLock { $0[place] = value }
    }

    func values() -> [Result<[Document?], any Error>] {
        places.withLock { $0.compactMap(\.self) }
    }
}
