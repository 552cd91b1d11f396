package import Declarations
package import Domain
package import EntryIndex
import Index
import Query
package import Registers

/// Lists of the entries of a declared register: found by words, narrowed, counted and sorted from the index of registers.
///
/// Nothing that not everybody may read is in that index, so that no total, count or order tells of it. Entries themselves are
/// shown as their reader may see them. A register that only some read is not in the index: its list is read from the store, of the
/// entries that its reader may see, see ``EntryScan``.
///
/// **Cost** One pass over the hits for the page and all counts, and one more for each facet of which values are chosen.
package struct ListEntries: Sendable {
    /// What somebody asks of a register.
    package struct Question: Sendable, Hashable {
        /// The register.
        package var register: String
        /// Words that must all occur; empty for all entries.
        package var text: String
        /// Codes by the name of a facet or ``Condition/state``: any of the codes of one, and something of each.
        package var filters: [String: [String]]
        /// A division, by code or name: entries that belong to it or to one in it; nil for all.
        package var region: String?
        /// Whether examples (示例) are left out.
        package var withoutSamples: Bool
        /// The field to sort by, `-` before it for descending; ``ListEntries/changed`` sorts by the last change.
        ///
        /// Nil: the best match first where there are words, else by title.
        package var sort: String?
        /// Which page, from 1.
        package var page: Int
        /// Entries on a page, at most ``ListEntries/largestPage``; 0 only counts.
        package var size: Int

        /// Asks for the first page of all entries, unless more is said.
        package init(
            register: String,
            text: String = "",
            filters: [String: [String]] = [:],
            region: String? = nil,
            withoutSamples: Bool = false,
            sort: String? = nil,
            page: Int = 1,
            size: Int = 50
        ) {
            self.register = register
            self.text = text
            self.filters = filters
            self.region = region
            self.withoutSamples = withoutSamples
            self.sort = sort
            self.page = page
            self.size = size
        }
    }

    /// What there is.
    package struct Answer: Sendable {
        /// The declaration of the register.
        package let register: RegisterDeclaration
        /// Entries found that are no samples.
        package let records: Int
        /// Samples found (示例).
        package let samples: Int
        /// The entries of the page, as their reader may see them; one that was withdrawn a moment ago is missing.
        package let entries: [EntryView]
        /// The counts, in the order of the declaration behind that of states.
        package let facets: [Facet]
        /// The line of the log up to which the answer knows everything.
        package let sequence: UInt64
    }

    /// How many of the entries found have which value.
    package struct Facet: Sendable {
        /// The name of the field; ``Condition/state`` for states.
        package let field: String
        /// Its values that occur or were chosen: in the order of their list, divisions by code, entries by count, the greatest first.
        ///
        /// Samples are counted too.
        ///
        /// Where values are chosen, all are counted as if none of this facet were. Of divisions stand there the provinces, a chosen
        /// one with those above it, and what lies directly below it.
        package let values: [(code: String, label: Bilingual, count: Int)]
    }

    /// The name that sorts by the last change; no field has it.
    package static let changed = "_changed"
    /// The most entries on a page.
    package static let largestPage = 200
    /// The most values listed of a facet whose values are entries.
    package static let mostEntries = 100

    let entries: RegisterEntries
    private let index: PublishedIndex
    let pool: SearchPool
    private let plans = RegisterPlans()

    /// Takes the entries, their index and the threads that search it.
    package init(entries: RegisterEntries, index: PublishedIndex, pool: SearchPool) {
        self.entries = entries
        self.index = index
        self.pool = pool
    }

    /// A page of entries with counts of all that were found.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - reader: who asks.
    /// - Returns: the page; its totals and counts are exact.
    /// - Throws: `Failure.notFound` for a register that there is not for this reader, `.invalid` for what it cannot be asked,
    ///   `.unavailable` for one that is being indexed, `.tooMany`; what index and store throw.
    package func callAsFunction(_ question: Question, _ reader: EntryReader) async throws -> Answer {
        let register = try await entries.register(question.register, reader)
        guard register.read == .everyone else {
            return try await EntryScan(question, of: register, entries).page(reader)
        }
        let search = try await prepare(question, register)
        let found = try await pool.run { try search.found() }
        let views = try await entries.show(found.ids, reader)
        var facets: [Facet] = []
        for counted in found.facets { facets.append(try await facet(counted, of: search)) }
        return Answer(
            register: search.register,
            records: found.total - found.samples,
            samples: found.samples,
            entries: views,
            facets: facets,
            sequence: search.searcher.snapshot.sequence
        )
    }

    /// All entries that a question finds, for exports and feeds.
    package struct All: Sendable {
        /// The declaration of the register.
        package let register: RegisterDeclaration
        /// How many there are, samples among them.
        package let count: Int
        private let reader: EntryReader
        private let entries: RegisterEntries
        private let identifiers: @Sendable (Range<Int>) async throws -> [String]

        fileprivate init(
            _ register: RegisterDeclaration,
            count: Int,
            _ reader: EntryReader,
            _ entries: RegisterEntries,
            identifiers: @escaping @Sendable (Range<Int>) async throws -> [String]
        ) {
            self.register = register
            self.count = count
            self.reader = reader
            self.entries = entries
            self.identifiers = identifiers
        }

        /// Some of them in their order, without those that are gone since; whoever takes a few hundred at a time keeps little in memory.
        ///
        /// - Throws: What index and store throw.
        package func entries(_ places: Range<Int>) async throws -> [EntryView] {
            try Task.checkCancellation()
            return try await entries.show(try await identifiers(places.clamped(to: 0..<count)), reader)
        }
    }

    /// Finds all entries, in their order; page and size of the question do not matter.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - reader: who asks.
    /// - Returns: the entries, to be gone through as the index has them now.
    /// - Throws: As ``callAsFunction(_:_:)``.
    package func all(_ question: Question, _ reader: EntryReader) async throws -> All {
        let register = try await entries.register(question.register, reader)
        guard register.read == .everyone else {
            let found = try await EntryScan(question, of: register, entries)(reader)
            return All(register, count: found.ids.count, reader, entries) { Array(found.ids[$0]) }
        }
        let (search, pool) = (try await prepare(question, register), pool)
        let matches = try await pool.run(.long) { try search.matches() }
        return All(register, count: matches.count, reader, entries) { range in
            try await pool.run(.long) { try matches.identifiers(range) }
        }
    }

    /// A question to a register that everybody reads, checked against declaration and index.
    ///
    /// - Throws: As ``callAsFunction(_:_:)``.
    func prepare(_ question: Question, _ register: RegisterDeclaration) async throws -> EntrySearch {
        guard let searcher = index.searcher else {
            throw Failure.unavailable(reason: "the index of registers is still being built; try again in a moment")
        }
        let open = Set(register.openFields.map(\.name))
        // An index that knows what has been closed since must not be asked.
        guard let plan = try plans.plan(of: register.name, in: searcher.snapshot), plan.fields.isSubset(of: open) else {
            throw Failure.unavailable(
                reason: "the register \(register.name) is being indexed as it is declared now; try again in a moment"
            )
        }
        return try EntrySearch(
            question,
            register: register,
            plan: plan,
            codes: try await entries.definitions.current().set.codes,
            searcher: searcher
        )
    }

    /// The counts of a facet with what people call its values.
    func facet(_ counted: EntrySearch.Counted, of search: EntrySearch) async throws -> Facet {
        let codes = counted.values.map(\.code)
        let labels: [Bilingual]
        if case .entry = counted.facet.field?.type {
            let titles = Dictionary(
                try await entries.show(codes, .everyone).map { ($0.id, $0.title) },
                uniquingKeysWith: { first, _ in first }
            )
            labels = codes.map { Bilingual(titles[$0] ?? $0, titles[$0] ?? $0) }
        } else {
            labels = codes.map { search.label(of: $0, counted.facet) }
        }
        return Facet(
            field: counted.facet.name,
            values: zip(counted.values, labels).map { (code: $0.code, label: $1, count: $0.count) }
        )
    }
}
