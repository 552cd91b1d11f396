/// Passes remarks about one file on, each once and not too many.
struct SourceNotes {
    /// How many remarks a file may cause before the rest is only counted.
    static let limit = 20

    private let receive: (String) -> Void
    private var count = 0

    init(_ receive: @escaping (String) -> Void) {
        self.receive = receive
    }

    /// Passes a remark on.
    mutating func add(_ text: String) {
        count += 1
        if count <= Self.limit { receive(text) }
    }

    /// Says how many remarks were held back.
    mutating func finish() {
        if count > Self.limit { receive("\(count - Self.limit) more remarks of this kind") }
        count = 0
    }
}
