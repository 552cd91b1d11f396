import Domain
import EntryIndex
import Index
import Query
import Text

/// The most frequent values of some columns, to be found by how they begin.
///
/// A name is found by its folded characters, and one in Chinese also by its reading, whole (`huawei`) or by the first
/// letters of its syllables (`hwjs`). Records and samples are counted apart.
struct KnownValues: Sendable {
    /// A value with how many have it.
    struct Value: Sendable, Hashable {
        var label: String
        var count: RecordCount
    }

    /// The beginning of a spelling, to be compared as a number, and the value that is spelled so.
    private struct Key: Comparable {
        /// The first 16 bytes, the first one highest; 0 where there is none.
        var beginning: UInt128
        var value: Int32

        static func < (left: Key, right: Key) -> Bool {
            (left.beginning, left.value) < (right.beginning, right.value)
        }
    }

    private struct Table {
        var values: [Value] = []
        var keys: [Key] = []
    }

    /// The log sequence that the values are of.
    let sequence: UInt64
    private var tables: [Column: Table] = [:]

    /// Columns of names.
    static let names: [Column] = [.applicant, .inventor, .agency]
    /// Columns of classes and states.
    static let symbols: [Column] = [.ipcSubclass, .ipc, .cpc, .locarno, .nice, .vienna, .state]

    /// Counts the values of a snapshot.
    ///
    /// **Cost** one search of everything, and a spelling or three of each value.
    /// - Parameters:
    ///   - searcher: Over the snapshot.
    ///   - limit: Values of a column at most, the most frequent ones.
    /// - Throws: `SearchFailure.index`.
    init(_ searcher: Searcher, limit: Int) throws(SearchFailure) {
        sequence = searcher.snapshot.sequence
        let columns = Self.names + Self.symbols
        var counts: [Column: [String: RecordCount]] = [:]
        let request = SearchRequest(
            .all,
            limit: 0,
            sort: .identifier,
            facets: columns.map { FacetRequest(column: $0.rawValue, limit: limit) }
        )
        let (records, samples) = try searcher.search(request.withSamplesApart).sides
        for (side, place) in [(records, \RecordCount.records), (samples, \RecordCount.samples)] {
            for (column, facet) in zip(columns, side.facets) {
                for entry in facet.entries {
                    let label = String(decoding: entry.label, as: UTF8.self)
                    counts[column, default: [:]][label, default: RecordCount()][keyPath: place] = entry.count
                }
            }
        }
        let pinyin = Pinyin()
        var folder = NameFolder()
        for (column, counts) in counts {
            var table = Table()
            for (label, count) in counts {
                let value = Int32(truncatingIfNeeded: table.values.count)
                table.values.append(Value(label: label, count: count))
                let spellings =
                    Self.names.contains(column)
                    ? Self.spellings(of: label, &folder, pinyin) : [Self.folded(symbol: label)]
                table.keys += spellings.map { Key(beginning: Self.beginning($0.utf8), value: value) }
            }
            table.keys.sort()
            tables[column] = table
        }
    }

    /// The values of a column that begin so, the most frequent first.
    ///
    /// **Cost** looks at every value that begins so.
    func beginning(with typed: String, in column: Column, limit: Int) -> [Value] {
        guard let table = tables[column], limit > 0 else { return [] }
        var folder = NameFolder()
        let isName = Self.names.contains(column)
        let wanted = isName ? folder.fold(typed) : Self.folded(symbol: typed)
        let bytes = wanted.utf8
        guard !bytes.isEmpty else { return [] }
        let low = Self.beginning(bytes)
        let high = bytes.count < 16 ? low | (UInt128.max >> UInt128(bytes.count * 8)) : low
        var found: [(value: Value, place: Int32)] = []
        var place = Self.firstPlace(in: table.keys) { $0.beginning >= low }
        while place < table.keys.count, table.keys[place].beginning <= high {
            let key = table.keys[place]
            place += 1
            let value = table.values[Int(key.value)]
            if found.count == limit, let last = found.last, !Self.precedes(value, last.value) { continue }
            if found.contains(where: { $0.place == key.value }) { continue }
            // Keys hold 16 bytes; what is longer is compared whole.
            if bytes.count > 16 {
                let whole = isName ? folder.fold(value.label) : Self.folded(symbol: value.label)
                guard whole.hasPrefix(wanted) else { continue }
            }
            let index = found.firstIndex { Self.precedes(value, $0.value) } ?? found.count
            found.insert((value, key.value), at: index)
            if found.count > limit { found.removeLast() }
        }
        return found.map(\.value)
    }

    private static func precedes(_ one: Value, _ other: Value) -> Bool {
        let (left, right) = (one.count, other.count)
        if left.records != right.records { return left.records > right.records }
        if left.samples != right.samples { return left.samples > right.samples }
        return one.label < other.label
    }

    private static func spellings(of name: String, _ folder: inout NameFolder, _ pinyin: Pinyin) -> [String] {
        let folded = folder.fold(name)
        guard name.unicodeScalars.contains(where: \.isHan) else { return [folded] }
        let syllables = pinyin.syllables(of: name)
        return [folded, syllables.joined(), String(syllables.compactMap(\.first))]
    }

    private static func folded(symbol: String) -> String { symbol.lowercased().filter { !$0.isWhitespace } }

    private static func beginning(_ bytes: String.UTF8View) -> UInt128 {
        var number: UInt128 = 0
        for byte in bytes.prefix(16) { number = number << 8 | UInt128(byte) }
        let missing = 16 - min(16, bytes.count)
        return missing == 16 ? 0 : number << UInt128(missing * 8)
    }

    private static func firstPlace(in keys: [Key], where holds: (Key) -> Bool) -> Int {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if holds(keys[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
