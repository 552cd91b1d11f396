package import Domain
import EntryIndex
import Index
import Query
package import Store
import Synchronization

/// Classes of all schemes with their records; everybody may.
///
/// The tables are those of the operator's editions, looked at anew at most every five seconds. Counts of all records are
/// kept for one snapshot.
package final class Classes: Sendable {
    /// Limits of what is counted.
    package struct Options: Sendable {
        /// How old the tables may be before it is asked whether there is a newer edition; default 5 seconds.
        package var patience: Duration = .seconds(5)
        /// Pages whose counts are kept of one snapshot; default 1,000.
        package var keptCounts = 1_000
        /// Classes of each scheme named for words; default 8.
        package var leadingClasses = 8
        /// Classes found by the words of their titles; default 50.
        package var titleMatches = 50
        /// Symbols of a concordance that are looked for at once; default 1,000.
        package var symbolsAtOnce = 1_000
        /// Classes of another scheme listed for one symbol of a concordance; default 5.
        package var relatedClasses = 5
        /// After this time the symbols that are left are not looked for, and said so; default 30 seconds.
        package var deadline: Duration = .seconds(30)

        package init() {}
    }

    private struct Tables {
        var catalogue = ClassCatalogue.builtIn
        var versions: [String: Int64] = [:]
        var asked: ContinuousClock.Instant?
    }

    private struct Counts {
        var sequence: UInt64 = 0
        /// The editions whose classes were counted.
        var versions: [String: Int64] = [:]
        var pages: [Place: Level] = [:]
    }

    /// A class of a scheme, or the scheme itself.
    private struct Place: Hashable {
        var scheme: ClassScheme
        var symbol: String?
    }

    let search: Search
    let options: Options
    private let store: Store
    private let tables = Mutex(Tables())
    private let counts = Mutex(Counts())

    package init(search: Search, store: Store, options: Options = Options()) {
        self.search = search
        self.store = store
        self.options = options
    }

    // MARK: Tables

    /// The tables of the editions in force; where the store cannot be asked now, those known last.
    package func catalogue() async -> ClassCatalogue {
        let now = ContinuousClock.now
        let (known, versions, isDue) = tables.withLock { tables in
            let isDue = tables.asked.map { $0.duration(to: now) > options.patience } ?? true
            if isDue { tables.asked = now }
            return (tables.catalogue, tables.versions, isDue)
        }
        guard isDue else { return known }
        // Titles are an addition to a page, which is worth showing without the newest.
        guard let newest = try? await store.definitionVersions(kind: ClassTable.definitionKind), newest != versions,
            let loaded = try? await load()
        else { return known }
        tables.withLock { tables in
            tables.catalogue = loaded
            tables.versions = newest
        }
        return loaded
    }

    private func load() async throws -> ClassCatalogue {
        let definitions = try await store.definitions(kind: ClassTable.definitionKind)
        return try await search.pool.run(.long) {
            var catalogue = ClassCatalogue.builtIn
            for definition in definitions {
                guard let scheme = ClassScheme(rawValue: definition.name) else { continue }
                catalogue[scheme] = try ClassTable(scheme, text: definition.text)
            }
            return catalogue
        }
    }

    // MARK: One level

    /// The records of a class and of each class right below it.
    package struct Level: Sendable, Hashable {
        /// Records of the class itself with everything below it; of a scheme, records that have any class of it.
        package var own: RecordCount
        /// Records of the classes below by symbol; those without any are left out.
        package var below: [String: RecordCount]
        /// The log sequence that the counts are of.
        package var sequence: UInt64
    }

    /// Counts the records of a class and of those right below it.
    ///
    /// - Parameters:
    ///   - scheme: The scheme.
    ///   - symbol: A symbol in the form of the scheme; nil for its top.
    ///   - knownSequence: As in `SearchQuestion`.
    /// - Returns: The counts of the newest snapshot.
    /// - Throws: `Failure.unavailable` while there is no index, `Failure.tooMany` when too many wait.
    /// **Cost** Two sweeps over the records of the class; nothing while the snapshot is the same.
    package func level(
        _ scheme: ClassScheme,
        _ symbol: String?,
        knowing knownSequence: UInt64 = 0
    ) async throws -> Level {
        let table = await catalogue()[scheme]
        let versions = tables.withLock(\.versions)
        let searcher = try await search.newestSearcher(knowing: knownSequence)
        let sequence = searcher.snapshot.sequence
        let place = Place(scheme: scheme, symbol: symbol)
        let kept = counts.withLock { counts in
            counts.sequence == sequence && counts.versions == versions ? counts.pages[place] : nil
        }
        if let kept { return kept }
        let question = ClassQuestion(scheme, table)
        let options = search.options
        let level = try await search.pool.run {
            let control = SearchControl(deadline: .now.advanced(by: options.deadline))
            let request = SearchRequest(
                question.records(of: symbol),
                limit: 0,
                sort: .identifier,
                facets: [question.below(symbol)].compactMap(\.self)
            )
            let (records, samples) = try searcher.search(request.withSamplesApart, control: control).whole().sides
            var below: [String: RecordCount] = [:]
            for (result, kind) in [(records, \RecordCount.records), (samples, \RecordCount.samples)] {
                for entry in result.facets.first?.entries ?? [] {
                    guard let found = question.symbol(of: entry.label), question.isBelow(found, symbol) else {
                        continue
                    }
                    below[found, default: RecordCount()][keyPath: kind] += entry.count
                }
            }
            return Level(
                own: RecordCount(records: records.total, samples: samples.total),
                below: below,
                sequence: sequence
            )
        }
        counts.withLock { counts in
            let isOther = counts.sequence != sequence || counts.versions != versions
            if isOther || counts.pages.count >= self.options.keptCounts {
                counts = Counts(sequence: sequence, versions: versions)
            }
            counts.pages[place] = level
        }
        return level
    }
}
