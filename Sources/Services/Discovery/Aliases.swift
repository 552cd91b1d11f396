package import Domain
package import Store
import Synchronization

/// The published table of aliases as readers meet it, and what they propose; everybody may.
///
/// The table is that of the newest edition, looked at anew at most every five seconds. Nothing about who proposes is kept:
/// proposals are limited for the whole node and in all, not for an address.
package final class Aliases: Sendable {
    /// Limits of proposals.
    package struct Options: Sendable {
        /// How old the table may be before it is asked whether there is a newer edition; default 5 seconds.
        package var patience: Duration = .seconds(5)
        /// Proposals that a node takes in a minute; default 10.
        package var perMinute = 10
        /// Proposals that may be open in all; default 1,000; 0 takes none, and no page offers it.
        package var open = 1_000
        /// Characters of a reason at most; default 300.
        package var longestReason = 300
        /// Proposals looked at for the pairs of a page, the newest first; default 500.
        package var looked = 500

        package init() {}
    }

    /// An edition in force.
    package struct Edition: Sendable {
        package var table: AliasTable
        /// Which version, from 1.
        package var version: Int64
        /// The day on which it was published, in China.
        package var published: PartialDate?
    }

    /// Why a proposal is not taken now, with the seconds to wait.
    package enum Refusal: Error, Hashable, Sendable {
        /// This node took as many as it takes in a minute.
        case minute(retryAfter: Int)
        /// As many are open as may be.
        case open(retryAfter: Int)
        /// The reason holds a way to reach a person, or an identity number.
        case contact(ContactData)
        /// The reason is longer than so many characters.
        case long(Int)
        /// A name stands neither in the records nor in the table, or both are one.
        case names
    }

    private struct Known {
        var edition: Edition?
        var version: Int64 = 0
        var asked: ContinuousClock.Instant?
    }

    private struct Minute {
        var began: ContinuousClock.Instant?
        var taken = 0
    }

    package let options: Options
    private let search: Search
    private let store: Store
    private let known = Mutex(Known())
    private let minute = Mutex(Minute())

    package init(search: Search, store: Store, options: Options = Options()) {
        self.search = search
        self.store = store
        self.options = options
    }

    /// The edition in force, nil where none is published; where the store cannot be asked now, the one known last.
    package func edition() async -> Edition? {
        let now = ContinuousClock.now
        let (edition, version, isDue) = known.withLock { known in
            let isDue = known.asked.map { $0.duration(to: now) > options.patience } ?? true
            if isDue { known.asked = now }
            return (known.edition, known.version, isDue)
        }
        guard isDue else { return edition }
        let (kind, name) = (AliasTable.definitionKind, AliasTable.definitionName)
        // Spellings are worth showing without the newest table.
        guard let newest = try? await store.definitionVersions(kind: kind)[name], newest != version,
            let definition = try? await store.definition(kind: kind, name: name, version: newest),
            let table = try? AliasTable(text: definition.text)
        else { return edition }
        let published = PartialDate(inChinaAt: definition.publishedAt)
        let loaded = Edition(table: table, version: newest, published: published)
        known.withLock { known in
            known.edition = loaded
            known.version = newest
        }
        return loaded
    }

    /// The newest proposals that name a holder, on either side.
    ///
    /// **Cost** One look-up in the database.
    package func proposals(naming name: String) async throws -> [AliasProposal] {
        try await store.aliasProposals(naming: name, limit: Int64(options.looked))
    }

    /// Takes a proposal of two names that the records or the table have.
    ///
    /// - Parameters:
    ///   - spelling: The one name, as the records print it.
    ///   - holder: The other.
    ///   - verdict: Whether they are one holder's.
    ///   - reason: Why, for who decides.
    /// - Returns: The proposal as it is kept: of one that was open already the count goes up.
    /// - Throws: `Refusal`; `Failure.unavailable` while there is no index, `Failure.tooMany` when too many wait.
    package func propose(
        _ spelling: String,
        of holder: String,
        _ verdict: AliasEntry.Verdict,
        reason: String
    ) async throws -> AliasProposal {
        let words = Self.plain(reason)
        guard words.count <= options.longestReason else { throw Refusal.long(options.longestReason) }
        if let kind = ContactData.kind(in: words) { throw Refusal.contact(kind) }
        guard options.open > 0 else { throw Refusal.open(retryAfter: Self.day) }
        try countMinute()
        let table = await edition()?.table ?? .empty
        let isPair = try await search.haveHolders([spelling, holder].filter { table.names(ofHolderOf: $0).isEmpty })
        guard isPair, PartyName.key(spelling) != PartyName.key(holder), let day = PartialDate(inChinaAt: store.now)
        else {
            throw Refusal.names
        }
        let proposal = AliasProposal(
            spelling,
            of: holder,
            verdict,
            reason: words.isEmpty ? nil : words,
            day: day.description
        )
        // People decide, which takes them a day at least.
        guard let kept = try await store.propose(proposal, limit: Int64(options.open)) else {
            throw Refusal.open(retryAfter: Self.day)
        }
        return kept
    }

    /// A reason as one line: what steers a terminal or turns the direction of writing is left out.
    private static func plain(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return String(
            String.UnicodeScalarView(
                line.unicodeScalars.filter {
                    $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
                }
            )
        )
    }

    private static let day = 24 * 3_600

    /// Counts a proposal of this minute.
    private func countMinute() throws {
        let now = ContinuousClock.now
        try minute.withLock { minute in
            let elapsed = minute.began.map { $0.duration(to: now) } ?? .seconds(60)
            if elapsed >= .seconds(60) { minute = Minute(began: now) }
            guard minute.taken < options.perMinute else {
                throw Refusal.minute(retryAfter: max(1, 60 - Int(elapsed.components.seconds)))
            }
            minute.taken += 1
        }
    }
}
