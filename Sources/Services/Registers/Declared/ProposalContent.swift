package import Declarations
import Domain
import Store

/// What an entry of the register `proposal` says: what somebody wants an entry of a declared register to be, for somebody else to
/// approve.
package struct ProposalContent: Codable, Sendable, Hashable {
    /// What became of it.
    package enum State: String, Codable, Sendable, Hashable {
        case waiting, approved, refused
        /// Taken back by whoever made it.
        case withdrawn
    }

    /// The register of proposals.
    package static let register = "proposal"

    /// The register of the entry.
    package var register: String
    /// The entry; a new one has its identifier already.
    package var entry: String
    /// The version that it was made of; 0 for a new entry.
    package var base: Int64
    /// What the entry is to be.
    package var content: EntryContent
    /// Who made it, and when in microseconds UTC.
    package var by: String
    package var time: Int64
    /// Why, as its maker said; empty where nothing was said.
    package var note: String
    /// What became of it.
    package var state: State
    /// Who decided, when and with what words; nil while nobody did.
    package var decider: String?
    package var decided: Int64?
    package var answer: String?

    /// What the store keeps of it: waiting ones are found by their register, all by their entry.
    var draft: Draft {
        get throws {
            Draft(
                content: try CanonicalJSON.encode(self),
                keys: state == .waiting ? [Self.key(entry)] : [],
                orders: [
                    OrderValue(field: "waiting", text: state == .waiting ? register : nil, number: time),
                    OrderValue(field: "entry", text: entry, number: time),
                ],
                blobs: state == .waiting ? content.blobs : []
            )
        }
    }

    /// The key by which the one waiting proposal of an entry is found.
    static func key(_ entry: String) -> LookupKey { LookupKey(scope: register, field: "entry", value: entry) }

    /// Reads a stored proposal.
    ///
    /// - Throws: `StoreError.damaged` where it is none.
    static func read(_ entry: StoredEntry) throws -> ProposalContent {
        do {
            return try QuickJSON.decode(Self.self, from: entry.content)
        } catch {
            throw StoreError.damaged("\(entry.entry) is no proposal")
        }
    }
}
