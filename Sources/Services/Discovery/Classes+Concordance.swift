package import Domain
import EntryIndex
import Index
import Query

/// Symbols of classes with those of other schemes that say the same or are used together with them.
package struct Concordance: Sendable {
    /// Why a class of another scheme stands beside a symbol.
    package enum Basis: String, Sendable, Hashable, CaseIterable {
        /// A table says so: WIPO's of IPC and fields of technology, or one that the operator loaded.
        case table
        /// IPC and CPC have the same symbol.
        case same
        /// Records that have the symbol also have this one.
        case records
    }

    /// A class of another scheme.
    package struct Related: Sendable, Hashable {
        package var scheme: ClassScheme
        package var symbol: String
        package var basis: Basis
        /// Records that have both; nil where a table says so.
        package var count: RecordCount?
        /// The part of the symbol's records that have both, 0...1; of its samples where it has samples only, and nil where
        /// only samples have both.
        package var share: Double?
    }

    /// A symbol as it was typed.
    package struct Line: Sendable, Hashable {
        package var typed: String
        /// What it was read as; nil where it is a symbol of no scheme.
        package var scheme: ClassScheme?
        package var symbol: String?
        /// Records that have it.
        package var count: RecordCount
        package var related: [Related]
    }

    package var lines: [Line]
    /// How many more symbols there are than were looked for, because there are too many or time ran out.
    package var unread: Int
    /// The log sequence that the answer is of.
    package var sequence: UInt64
}

extension Classes {
    /// Finds what other schemes have for symbols.
    ///
    /// - Parameters:
    ///   - text: Symbols, one a line or with semicolons between them; one that stands there twice is looked for once.
    ///   - scheme: Their scheme; nil finds it out symbol by symbol.
    ///   - knownSequence: As in `SearchQuestion`.
    /// - Returns: Every symbol in the order of the text.
    /// - Throws: As ``level(_:_:knowing:)``.
    /// **Cost** Two searches a symbol over its records, with a facet for each other scheme.
    package func concordance(
        _ text: String,
        from scheme: ClassScheme? = nil,
        knowing knownSequence: UInt64 = 0
    ) async throws -> Concordance {
        var seen: Set<String> = []
        let typed = text.split { $0.isNewline || ";；,，、".contains($0) }
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
        let catalogue = await catalogue()
        let searcher = try await search.newestSearcher(knowing: knownSequence)
        let options = options
        let lines = try await search.pool.run(.long) {
            let deadline = ContinuousClock.now.advanced(by: options.deadline)
            let control = SearchControl(deadline: deadline)
            var lines: [Concordance.Line] = []
            for symbol in typed.prefix(options.symbolsAtOnce) where ContinuousClock.now < deadline {
                do {
                    lines.append(try Self.line(symbol, scheme, catalogue, searcher, options, control))
                } catch Failure.tooMany where !lines.isEmpty {
                    // This symbol and those after it are told as not looked for.
                    break
                }
            }
            return lines
        }
        return Concordance(lines: lines, unread: typed.count - lines.count, sequence: searcher.snapshot.sequence)
    }

    private static func line(
        _ typed: String,
        _ known: ClassScheme?,
        _ catalogue: ClassCatalogue,
        _ searcher: Searcher,
        _ options: Options,
        _ control: SearchControl
    ) throws -> Concordance.Line {
        guard let (scheme, symbol) = read(typed, known) else {
            return Concordance.Line(typed: typed, count: RecordCount(), related: [])
        }
        let others = ClassScheme.allCases.filter { $0 != scheme && $0 != .region }
        let questions = others.map { ClassQuestion($0, catalogue[$0]) }
        let request = SearchRequest(
            ClassQuestion(scheme, catalogue[scheme]).records(of: symbol),
            limit: 0,
            sort: .identifier,
            facets: questions.map { $0.leading(asked(options.relatedClasses, of: $0.scheme)) }
        )
        let (records, samples) = try searcher.search(request.withSamplesApart, control: control).whole().sides
        let leading = merged(questions, records, samples, limit: options.relatedClasses)
        let own = RecordCount(records: records.total, samples: samples.total)
        let known = tabled(scheme, symbol, catalogue)
        let used = others.flatMap { other in
            (leading[other] ?? []).filter { find in
                !known.contains { $0.scheme == other && $0.symbol == find.symbol && $0.basis == .table }
            }.map { find in
                Concordance.Related(
                    scheme: other,
                    symbol: find.symbol,
                    basis: .records,
                    count: find.count,
                    share: share(find.count, of: own)
                )
            }
        }
        return Concordance.Line(typed: typed, scheme: scheme, symbol: symbol, count: own, related: known + used)
    }

    /// The part of a symbol's records that have another; of its samples where it has samples only.
    private static func share(_ both: RecordCount, of own: RecordCount) -> Double? {
        guard own.records > 0 else { return Double(both.samples) / Double(max(1, own.samples)) }
        return both.records > 0 ? Double(both.records) / Double(own.records) : nil
    }

    /// What tables say of a symbol.
    private static func tabled(
        _ scheme: ClassScheme,
        _ symbol: String,
        _ catalogue: ClassCatalogue
    ) -> [Concordance.Related] {
        func related(_ scheme: ClassScheme, _ symbol: String, _ basis: Concordance.Basis) -> Concordance.Related {
            Concordance.Related(scheme: scheme, symbol: symbol, basis: basis)
        }
        switch scheme {
        case .ipc, .cpc:
            var found: [Concordance.Related] = []
            let other: ClassScheme = scheme == .ipc ? .cpc : .ipc
            // Only down to the main group do the two schemes agree.
            let group = symbol.split(separator: "/").first.map(String.init) ?? symbol
            if catalogue[other][group] != nil { found.append(related(other, group, .same)) }
            if let field = catalogue.field(of: symbol) { found.append(related(.field, field.symbol, .table)) }
            let industries = catalogue[.industry].entries.filter { entry in
                entry.ipc.contains { ClassCatalogue.lies(symbol, in: $0) }
            }
            return found + industries.map { related(.industry, $0.symbol, .table) }
        case .field, .industry:
            return ClassQuestion(scheme, catalogue[scheme]).ipc(of: symbol).map { related(.ipc, $0, .table) }
        case .locarno, .nice, .vienna, .region: return []
        }
    }

    /// The scheme and symbol of what was typed; nil where no scheme has such a symbol.
    private static func read(_ typed: String, _ known: ClassScheme?) -> (ClassScheme, String)? {
        // The first scheme that reads it: a letter is a section of IPC before it is one of industry, a bare number a class
        // of goods.
        for scheme in known.map({ [$0] }) ?? [.ipc, .cpc, .industry, .locarno, .vienna, .nice, .region] {
            if known == nil, scheme == .locarno, !typed.contains("-") { continue }
            if known == nil, scheme == .vienna, !typed.contains(".") { continue }
            if known == nil, scheme == .industry, typed.utf8.first.map({ $0 <= 0x39 }) ?? true { continue }
            if let symbol = scheme.symbol(reading: typed) { return (scheme, symbol) }
        }
        return nil
    }
}
