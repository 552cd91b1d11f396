import Bytes
import Domain
import EntryIndex
import Formats
import Store

/// One place of a source on its way into the store, prepared as far as possible without the store.
enum IncomingRecord: Sendable {
    case record(Ready)
    case reject(Reject)

    /// A record with its identity and all bytes that the store will keep of it.
    struct Ready: Sendable {
        /// The entry its own numbers give it.
        let entry: EntryID
        /// What the entry will be when no other source speaks of it.
        let draft: Draft
        let source: StoredSource
        let position: SourcePosition
    }

    /// Prepares what a reader handed over; a record that cannot be kept becomes a reject with the reason.
    init(_ item: SourceItem, file: String, format: SourceFormat, acceptsSamples: Bool) {
        switch item {
        case .reject(let reject): self = .reject(reject)
        case .record(let record):
            if !acceptsSamples, record.right.bibliography.sample == true {
                let reason = "a sample record, which production mode does not take"
                self = .reject(Reject(position: record.position, reason: reason, excerpt: record.right.excerpt))
            } else {
                self.init(record.right, file: file, format: format, record.position)
            }
        }
    }

    /// Prepares a record; without a format it is one that the sample maker made.
    init(_ right: Right, file: String, format: SourceFormat?, _ position: SourcePosition) {
        do {
            let draft = try RightContent.draft(of: right)
            // Its numbers are the draft's keys, the most identifying first.
            guard let identity = draft.keys.first else {
                self = .reject(Reject(position: position, reason: "no number", excerpt: right.excerpt))
                return
            }
            let entry = EntryID(register: right.register, local: identity.value)
            let said = SourceStatement.said(draft)
            let source = StoredSource(
                format: format?.rawValue ?? "sample",
                recordKey: right.bibliography.publication?.id ?? entry.local,
                // Of what the source says, not of where it stands: a file moved elsewhere says nothing new.
                digest: sha256(said),
                content: SourceStatement.content(file: file, format: format, position: position, said: said)
            )
            self = .record(Ready(entry: entry, draft: draft, source: source, position: position))
        } catch {
            self = .reject(
                Reject(position: position, reason: "has no canonical form: \(error)", excerpt: right.excerpt)
            )
        }
    }
}

extension Right {
    /// What a person may know the record by in a list of rejects.
    fileprivate var excerpt: String { String(displayTitle.prefix(200)) }
}
