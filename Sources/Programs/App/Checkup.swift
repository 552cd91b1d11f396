import Bytes
import Domain
import EntryIndex
import Foundation
package import Identity
import Index
package import Store

/// What `doctor` says of an installation.
package struct Checkup: Sendable {
    package var store: VerificationReport
    /// How an index stands.
    package struct Index: Sendable, Hashable {
        /// What is wrong with it; nil when nothing is, or when there is none yet.
        package var fault: String?
        /// Log lines that it has not taken in; nil without an index.
        package var behind: Int64?
    }

    /// The index of rights.
    package var index = Index()
    /// The index of declared registers.
    package var registers = Index()
    package var logicalDigest: String
    package var logRoot: String
    package var logSize: Int64

    /// Whether nothing is wrong.
    ///
    /// An index that is missing or behind is no fault: it is built from the store.
    package var isSound: Bool { store.isSound && index.fault == nil && registers.fault == nil }
}

extension Installation {
    /// Verifying the audit with the keys that this node has.
    package func verifyAudit() throws -> VerifyAudit {
        VerifyAudit(store: store, key: try verifier(), and: try otherVerifier())
    }

    /// What signatures are checked with; without a key nothing was signed here, and there is nothing to check.
    private func verifier() throws -> LogVerifierKey? {
        let key = settings.logKey.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
        return try key.map { try LogKey.load(orMakeAt: $0).verifier }
    }

    /// What other signatures are checked with, also where none are made any more.
    private func otherVerifier() throws -> SM2VerifierKey? {
        guard let key = settings.logKey, let name = try verifier()?.name else { return nil }
        let path = StoreFolder.otherLogKey(beside: key)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try SM2Key.load(orMakeAt: path, name: name).verifier
    }

    /// The key that signs the log besides, where the settings want that; it lies beside the other.
    func otherKey(of key: LogKey) throws -> SM2Key? {
        guard settings.signsWithSM2, let path = settings.logKey else { return nil }
        return try SM2Key.load(orMakeAt: StoreFolder.otherLogKey(beside: path), name: key.verifier.name)
    }

    /// Checks the store against its log and the index against its checksums.
    package func checkup() async throws -> Checkup {
        let report = try await store.verify(key: try verifier(), and: try otherVerifier())
        let head = try await store.logHead()
        var checkup = Checkup(
            store: report,
            logicalDigest: try await store.logicalDigest().description,
            logRoot: head.root.description,
            logSize: head.size
        )
        checkup.index = index(at: settings.path("index"), head)
        checkup.registers = index(at: settings.path(Self.registerIndex), head)
        return checkup
    }

    private func index(at folder: String, _ head: LogHead) -> Checkup.Index {
        do {
            let snapshot = try Snapshot.open(folder)
            try snapshot.verify()
            return Checkup.Index(behind: head.size - Int64(snapshot.sequence))
        } catch IndexFailure.missing {
            return Checkup.Index()
        } catch {
            return Checkup.Index(fault: error.description)
        }
    }
}
