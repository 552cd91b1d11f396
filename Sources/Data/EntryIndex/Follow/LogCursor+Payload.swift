import Bytes
import Index
import Store

extension LogCursor {
    private static let key = "log"

    /// The cursor as a snapshot remembers it: sequence, a colon, the digest of that line.
    var payload: [String: String] {
        [Self.key: "\(sequence):\(digest)"]
    }

    /// Reads the cursor that a snapshot remembers; nil when there is none.
    init?(payload: [String: String]) {
        guard let parts = payload[Self.key]?.split(separator: ":"), parts.count == 2, let sequence = Int64(parts[0]),
            let digest = Digest256(hex: parts[1])
        else { return nil }
        self.init(sequence: sequence, digest: digest)
    }
}

extension Snapshot {
    /// Whether it was made by these rules of a ``DocumentSource``.
    func remembers(_ rules: [String: String]) -> Bool { rules.allSatisfy { payload[$0] == $1 } }
}
