import Bytes
import Domain
import EntryIndex
import Foundation
import Index
package import Store

/// What `doctor` says of an installation.
package struct Checkup: Sendable {
    package var store: VerificationReport
    /// What is wrong with the index; nil when nothing is, or when there is none yet.
    package var index: String?
    /// Log lines that the index has not taken in; nil without an index.
    package var behind: Int64?
    package var logicalDigest: String
    package var logRoot: String
    package var logSize: Int64

    /// Whether nothing is wrong.
    ///
    /// An index that is missing or behind is no fault: it is built from the store.
    package var isSound: Bool { store.isSound && index == nil }
}

extension Installation {
    /// Checks the store against its log and the index against its checksums.
    package func checkup() async throws -> Checkup {
        // Without a key nothing was signed here, and there is nothing to check signatures with.
        let key = settings.logKey.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
        let verifier = try key.map { try LogKey.load(orMakeAt: $0).verifier }
        let report = try await store.verify(key: verifier)
        let head = try await store.logHead()
        var checkup = Checkup(
            store: report,
            logicalDigest: try await store.logicalDigest().description,
            logRoot: head.root.description,
            logSize: head.size
        )
        do {
            let snapshot = try Snapshot.open(settings.path("index"))
            try snapshot.verify()
            checkup.behind = head.size - Int64(snapshot.sequence)
        } catch IndexFailure.missing {
            checkup.behind = nil
        } catch {
            checkup.index = error.description
        }
        return checkup
    }
}
