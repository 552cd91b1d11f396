import Bytes
import Synchronization

/// The picture files that could not be read, so that no import tries one twice.
final class RefusedPictures: Sendable {
    /// How many are remembered at most.
    private static let most = 100_000

    private let reasons = Mutex<[Digest256: String]>([:])

    /// Why a file was refused, by its SHA-256; nil where it was not.
    func reason(of source: Digest256) -> String? { reasons.withLock { $0[source] } }

    /// Remembers a file.
    func note(_ source: Digest256, _ reason: String) {
        reasons.withLock { reasons in
            if reasons.count < Self.most { reasons[source] = reason }
        }
    }
}
