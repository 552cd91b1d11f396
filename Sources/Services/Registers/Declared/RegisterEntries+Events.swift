import Declarations
import Domain
import Store

extension RegisterEntries {
    /// Something that happened to an entry, as its versions tell.
    package struct Event: Sendable, Hashable {
        /// What happened.
        package enum What: Sendable, Hashable {
            /// It came from a state into another; from nil where it was entered in it.
            case state(from: String?, into: String)
            /// A file was added to a field, or taken out of it.
            case file(String, field: String, isAdded: Bool)
        }

        /// When, in microseconds UTC.
        package let time: Int64
        package let what: What
    }

    /// The states that an entry went through and the files that came and went, the newest first, as far as a reader may see them.
    ///
    /// **Cost** Every version of the entry is read.
    /// - Parameters:
    ///   - id: the entry.
    ///   - reader: who asks.
    /// - Returns: the events.
    /// - Throws: `Failure.notFound`; what the store throws.
    package func events(of id: String, _ reader: EntryReader) async throws -> [Event] {
        let found = try await entry(id, reader)
        // Nothing personal is shown by them, so that nothing is disclosed.
        let fields = view(found, reader).fields.filter { $0.type.sort == .file && $0.personal == nil }.map(\.name)
        func files(_ content: EntryContent?, _ field: String) -> [EntryFile] {
            content?.fields[field]?.items.compactMap(EntryFile.init) ?? []
        }
        var events: [Event] = []
        var before: EntryContent?
        for line in try await store.versions(of: id) {
            guard let content = try await store.version(line.version, of: id).map(DeclaredContent.read) else {
                continue
            }
            if let state = content.state, state != before?.state {
                events.append(Event(time: line.time, what: .state(from: before?.state, into: state)))
            }
            for field in fields {
                let (old, new) = (files(before, field), files(content, field))
                for file in old where !new.contains(file) {
                    events.append(Event(time: line.time, what: .file(file.name, field: field, isAdded: false)))
                }
                for file in new where !old.contains(file) {
                    events.append(Event(time: line.time, what: .file(file.name, field: field, isAdded: true)))
                }
            }
            before = content
        }
        return events.reversed()
    }
}
