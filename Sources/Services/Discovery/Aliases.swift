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
        /// Characters of a reason at most; default `AliasTable.longestReason`.
        package var longestReason = AliasTable.longestReason
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
        /// A name is longer than so many bytes.
        case longName(Int)
        /// A name stands neither in the records nor in the table, or both are one.
        case names
    }

    private struct Known {
        var edition: Edition?
        /// When the store was asked last; nil until it has answered once.
        var asked: ContinuousClock.Instant?
        /// The asking under way.
        var loading: Task<Edition?, any Error>?
    }

    /// Where a request has the edition from.
    private enum Way: Sendable {
        case known(Edition?)
        case loading(Task<Edition?, any Error>)
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

    /// The edition in force, nil where none is published.
    ///
    /// All who ask before it was loaded once wait for one and the same loading; later the one known last is told while a
    /// newer is loaded, and where that fails.
    /// - Throws: What the store throws, `Failure.unavailable` for an edition that cannot be read and `Failure.tooMany` when
    ///   too many wait, as long as it was never loaded: nobody can say then that there is no table.
    package func edition() async throws -> Edition? {
        let now = ContinuousClock.now
        let way = known.withLock { known -> Way in
            if let asked = known.asked, known.loading != nil || asked.duration(to: now) <= options.patience {
                return .known(known.edition)
            }
            if let loading = known.loading { return .loading(loading) }
            // No request that goes away takes the loading of the others along.
            let before = known.edition
            let loading = Task { try await self.load(after: before) }
            known.loading = loading
            return .loading(loading)
        }
        switch way {
        case .known(let edition): return edition
        case .loading(let loading): return try await loading.value
        }
    }

    /// Asks for the newest edition and remembers it.
    private func load(after before: Edition?) async throws -> Edition? {
        do {
            let found = try await newest(after: before)
            known.withLock { $0 = Known(edition: found, asked: .now, loading: nil) }
            return found
        } catch {
            let isKnown = known.withLock { known -> Bool in
                known.loading = nil
                if known.asked != nil { known.asked = .now }
                return known.asked != nil
            }
            // Spellings are worth showing with the table known last.
            if isKnown { return before }
            throw error
        }
    }

    /// The newest edition, which is the one before where there is no newer.
    private func newest(after before: Edition?) async throws -> Edition? {
        let (kind, name) = (AliasTable.definitionKind, AliasTable.definitionName)
        guard let version = try await store.definitionVersions(kind: kind)[name] else { return nil }
        if let before, before.version == version { return before }
        guard let definition = try await store.definition(kind: kind, name: name, version: version) else {
            throw Failure.unavailable(reason: "version \(version) of the table of aliases is not in the store")
        }
        let text = definition.text
        // 100,000 lines take a while, which no cooperative thread has.
        let table = try await search.pool.run(.long) { () throws -> AliasTable in
            do {
                return try AliasTable(text: text)
            } catch {
                throw Failure.unavailable(reason: "version \(version) of the table cannot be read: \(error)")
            }
        }
        return Edition(table: table, version: version, published: PartialDate(inChinaAt: definition.publishedAt))
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
    ///   - spelling: The one name, as the table or the records print it.
    ///   - holder: The other.
    ///   - verdict: Whether they are one holder's.
    ///   - reason: Why, for who decides.
    /// - Returns: The proposal as it is kept, with the names as the table prints them, else the records, so that nobody
    ///   writes texts of their own: of one that was open already the count goes up.
    /// - Throws: `Refusal`; `Failure.unavailable` while there is no index, `Failure.tooMany` when too many wait; what
    ///   ``edition()`` throws.
    package func propose(
        _ spelling: String,
        of holder: String,
        _ verdict: AliasEntry.Verdict,
        reason: String
    ) async throws -> AliasProposal {
        guard max(spelling.utf8.count, holder.utf8.count) <= AliasTable.longestName else {
            throw Refusal.longName(AliasTable.longestName)
        }
        let words = Self.plain(reason)
        guard words.count <= options.longestReason else { throw Refusal.long(options.longestReason) }
        if let kind = ContactData.kind(in: words) { throw Refusal.contact(kind) }
        guard options.open > 0 else { throw Refusal.open(retryAfter: Self.day) }
        guard PartyName.key(spelling) != PartyName.key(holder), let day = PartialDate(inChinaAt: store.now) else {
            throw Refusal.names
        }
        let table = try await edition()?.table ?? .empty
        let (one, other) = (table.printed(spelling), table.printed(holder))
        // What the table lacks has to stand in the records to the byte.
        var unprinted: [String] = []
        if one == nil { unprinted.append(spelling) }
        if other == nil { unprinted.append(holder) }
        guard try await search.haveHolders(unprinted) else { throw Refusal.names }
        // What is refused takes the place of no other proposal of this minute.
        try countMinute()
        let proposal = AliasProposal(
            one ?? spelling,
            of: other ?? holder,
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
