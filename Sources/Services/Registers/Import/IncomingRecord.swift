import Bytes
import Domain
import Formats

/// One place of a source file on its way into the store, prepared as far as possible on the reader's thread.
enum IncomingRecord: Sendable {
    case record(Ready)
    case reject(Reject)

    /// A record with its identity, its bytes and their digest.
    struct Ready: Sendable {
        let entry: EntryID
        let keys: [IdentityKey]
        let recordKey: String
        let format: String
        let content: [UInt8]
        let digest: Digest256
        let right: Right
        let position: SourcePosition
    }

    /// Prepares what a reader handed over; a record that cannot be kept becomes a reject with the reason.
    init(_ item: SourceItem, file: String, format: SourceFormat?, acceptsSamples: Bool) {
        switch item {
        case .reject(let reject): self = .reject(reject)
        case .record(let record):
            do {
                self = try Self.ready(record.right, record.position, file, format, acceptsSamples)
            } catch {
                self = .reject(
                    Reject(position: record.position, reason: "cannot be written as JSON: \(error)", excerpt: "")
                )
            }
        }
    }

    private static func ready(
        _ right: Right,
        _ position: SourcePosition,
        _ file: String,
        _ format: SourceFormat?,
        _ acceptsSamples: Bool
    ) throws -> IncomingRecord {
        let keys = right.identityKeys
        guard let entry = right.entryID else {
            return .reject(
                Reject(position: position, reason: "no number", excerpt: String(right.displayTitle.prefix(200)))
            )
        }
        guard acceptsSamples || right.bibliography.sample != true else {
            return .reject(
                Reject(
                    position: position,
                    reason: "a sample record; production mode takes none",
                    excerpt: entry.description
                )
            )
        }
        // The digest is of what the source says, not of where it stood: a file moved elsewhere says nothing new.
        let said = try CanonicalJSON.encode(right)
        let statement = SourceStatement(file: file, format: format, position: position.description, right: right)
        let publication = right.bibliography.publication?.id
        return .record(
            Ready(
                entry: entry,
                keys: keys,
                recordKey: publication ?? entry.local,
                format: format?.rawValue ?? "sample",
                content: try CanonicalJSON.encode(statement),
                digest: sha256(said),
                right: right,
                position: position
            )
        )
    }
}
