import Bytes
package import Declarations
import Domain
package import Store

/// The entries of declared registers, for whoever has to make their rows again.
package enum DeclaredContent {
    /// What the store keeps of a content.
    ///
    /// - Throws: `CanonicalJSON.Refusal`, which texts never give.
    static func draft(_ content: EntryContent) throws -> Draft {
        let keys = content.keys ?? []
        return Draft(
            content: try CanonicalJSON.encode(content),
            keys: keys.filter { $0.age != .earlier }.map {
                LookupKey(scope: $0.scope, field: $0.field, value: $0.value)
            },
            // What is from before the day of a rule is found, and does not keep others from before out.
            orders: keys.filter { $0.age == .earlier }.map {
                OrderValue(field: earlierField($0.scope, $0.field), text: $0.value, number: 0)
            },
            blobs: content.blobs
        )
    }

    /// The field for staff lists by which entries from before the day of a rule are found.
    static func earlierField(_ scope: String, _ field: String) -> String { "earlier \(scope) \(field)" }

    /// What the store keeps of a stored entry that is no right and belongs to no account.
    ///
    /// - Throws: `StoreError.damaged` where it holds something else.
    package static func draft(of entry: StoredEntry) throws -> Draft {
        entry.register == ProposalContent.register ? try ProposalContent.read(entry).draft : try draft(read(entry))
    }

    /// Reads a stored entry of a declared register.
    ///
    /// - Throws: `StoreError.damaged` where it is none.
    package static func read(_ entry: StoredEntry) throws -> EntryContent {
        do {
            return try QuickJSON.decode(EntryContent.self, from: entry.content)
        } catch {
            throw StoreError.damaged("\(entry.entry) is no entry of a declared register")
        }
    }
}

extension EntryContent {
    /// The blobs of the files that it names.
    var blobs: [Digest256] { files.compactMap { Digest256(hex: $0.digest) } }
}
