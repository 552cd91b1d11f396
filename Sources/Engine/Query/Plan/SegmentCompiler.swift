import Index

/// Turns a simplified tree into operations over one segment, folding what the segment's dictionary and columns decide.
struct SegmentCompiler {
    /// What a part of a tree came to in this segment.
    private enum Outcome {
        case nothing
        case everything
        /// An operation with its estimated work.
        case operation(Int, work: Int)
    }

    /// Streams of one operation beyond which its documents are collected beforehand, one term after another.
    ///
    /// A pasted text has fewer words: only some of its windows will be looked into.
    private static let maximumStreams = 128

    private let place: Int
    private let segment: SegmentReader
    private let catalogue: TermCatalogue
    private let schema: Schema
    private let options: SearchOptions
    private(set) var operations: [Operation] = []
    private(set) var streams: [TermStream] = []
    private(set) var runners: [SpanRunner] = []

    /// Prepares for the segment at a place of the catalogue.
    init(_ place: Int, _ catalogue: TermCatalogue, _ schema: Schema, _ options: SearchOptions) {
        self.place = place
        self.catalogue = catalogue
        self.schema = schema
        self.options = options
        segment = catalogue.segments[place]
    }

    /// The number of the tree's operation and its estimated work; nil when the segment holds no match.
    mutating func compile(_ tree: QueryTree) throws(IndexFailure) -> (operation: Int, work: Int)? {
        switch try outcome(tree) {
        case .nothing: return nil
        case .everything: return (append(everything()), segment.documentCount)
        case .operation(let number, let work): return (number, work)
        }
    }

    /// An operation without the places that all its documents must have, and these.
    mutating func putOffPlaces(of number: Int) -> (operation: Int, checks: [PlaceCheck]) {
        switch operations[number] {
        case .spans(let runner, let step, let candidates, let mask):
            return (candidates, [PlaceCheck(runner: runner, step: step, mask: mask)])
        case .and(let parts):
            let split = parts.map { putOffPlaces(of: $0) }
            let checks = split.flatMap(\.checks)
            return checks.isEmpty ? (number, []) : (append(.and(split.map(\.operation))), checks)
        default:
            return (number, [])
        }
    }

    private mutating func append(_ operation: Operation) -> Int {
        operations.append(operation)
        return operations.count - 1
    }

    private func everything() -> Operation {
        .fixed([UInt64](repeating: .max, count: (segment.documentCount + 63) >> 6))
    }

    private mutating func outcome(_ tree: QueryTree) throws(IndexFailure) -> Outcome {
        switch tree {
        case .all: return .everything
        // Patterns and boosts are gone from a resolved, simplified tree.
        case .none, .expand, .boost: return .nothing
        case .term(let term, let fields): return try terms([term], fields)
        case .anyOf(let terms, let fields): return try self.terms(terms, fields)
        case .beginning(let prefix, let fields): return try beginning(prefix, fields)
        case .phrase(let slots, let fields): return try spans(.phrase(slots), fields)
        case .spans(let spans, let fields): return try self.spans(spans, fields)
        case .frequency(let spans, let fields, let comparison, let bound):
            return try frequency(spans, fields, comparison, bound)
        case .numbers(let column, let range): return try numbers(column, range)
        case .hasNumber(let column): return try numbers(column, Int64.min...Int64.max)
        case .ordinals(let column, let selection): return try labels(column, selection)
        case .has(let column): return try anyLabel(column)
        case .identifiers(let ids): return try identifiers(ids)
        case .and(let parts): return try and(parts)
        case .or(let parts): return try or(parts)
        case .xor(let first, let second): return try xor(first, second)
        case .not(let part): return not(try outcome(part))
        }
    }

    // MARK: Terms

    private mutating func terms(_ terms: [[UInt8]], _ fields: FieldMask) throws(IndexFailure) -> Outcome {
        var infos: [TermInfo] = []
        var work = 0
        for term in terms {
            guard let info = try catalogue.entry(of: term, in: place), !info.fields.isDisjoint(with: fields) else {
                continue
            }
            infos.append(info)
            work += info.documentFrequency
        }
        if infos.isEmpty { return .nothing }
        if infos.count > Self.maximumStreams {
            var collector = TermCollector(segment, fields)
            for info in infos { try collector.add(info) }
            return .operation(append(.fixed(collector.documents.words)), work: work)
        }
        var numbers: [Int] = []
        for info in infos {
            numbers.append(streams.count)
            streams.append(TermStream(try segment.postings(info)))
        }
        return .operation(append(.terms(numbers, mask: fields.rawValue)), work: work)
    }

    private mutating func beginning(_ prefix: [UInt8], _ fields: FieldMask) throws(IndexFailure) -> Outcome {
        var collector = TermCollector(segment, fields)
        var work = 0
        // Reserved terms begin with the byte 0 and are no words.
        var cursor = try segment.terms(prefix: prefix, from: prefix.isEmpty ? [1] : prefix)
        while try cursor.next() {
            guard !cursor.info.fields.isDisjoint(with: fields) else { continue }
            try collector.add(cursor.info)
            work += cursor.info.documentFrequency
        }
        return work == 0 ? .nothing : .operation(append(.fixed(collector.documents.words)), work: work)
    }

    // MARK: Positions

    private mutating func spans(_ tree: SpanTree, _ fields: FieldMask) throws(IndexFailure) -> Outcome {
        guard case .operation(let candidates, let work) = try outcome(tree.candidates(fields).simplified()) else {
            return .nothing
        }
        var program = SpanProgram(maximumSpans: options.maximumSpans)
        let step = program.add(tree)
        runners.append(try SpanRunner(program, in: place, of: catalogue))
        let operation = Operation.spans(
            runner: runners.count - 1,
            step: step,
            candidates: candidates,
            mask: fields.rawValue
        )
        return .operation(append(operation), work: work * 8)
    }

    private mutating func frequency(
        _ tree: SpanTree,
        _ fields: FieldMask,
        _ comparison: Comparison,
        _ bound: Int
    ) throws(IndexFailure) -> Outcome {
        let holdsNone = comparison.holds(0, bound)
        guard case .operation(let candidates, let work) = try outcome(tree.candidates(fields).simplified()) else {
            return holdsNone ? .everything : .nothing
        }
        var program = SpanProgram(maximumSpans: options.maximumSpans)
        let addends = program.addends(tree)
        runners.append(try SpanRunner(program, in: place, of: catalogue))
        let test = FrequencyTest(
            runner: runners.count - 1,
            addends: addends,
            mask: fields.rawValue,
            comparison: comparison,
            bound: bound
        )
        let total = work * 8 + (holdsNone ? segment.documentCount : 0)
        return .operation(append(.frequency(test, candidates: candidates)), work: total)
    }

    // MARK: Columns

    private mutating func numbers(_ name: String, _ range: ClosedRange<Int64>) throws(IndexFailure) -> Outcome {
        guard let place = schema.column(named: name), let column = try segment.numbers(place) else { return .nothing }
        var isEmpty = true
        var isFull = true
        for block in 0..<column.blockCount {
            let summary = column.summary(ofBlock: block)
            if summary.presentCount > 0, summary.maximum >= range.lowerBound, summary.minimum <= range.upperBound {
                isEmpty = false
            }
            if summary.presentCount < column.length(ofBlock: block) || summary.minimum < range.lowerBound
                || summary.maximum > range.upperBound
            {
                isFull = false
            }
        }
        if isEmpty { return .nothing }
        if isFull { return .everything }
        return .operation(append(.numbers(column, range)), work: 2 * segment.documentCount)
    }

    private mutating func labels(_ name: String, _ selection: LabelSelection) throws(IndexFailure) -> Outcome {
        guard let place = schema.column(named: name), let column = try segment.ordinals(place) else { return .nothing }
        let set: OrdinalSet
        switch selection {
        case .exact(let labels):
            set = Self.set(labels.compactMap { column.ordinal(ofLabel: $0) }, of: column)
        case .prefix(let prefix):
            if let range = column.range(withPrefix: prefix) {
                set = .range(range)
            } else {
                set = Self.set(column.ordinals(withPrefix: prefix), of: column)
            }
        case .range(let low, let high):
            if let range = column.range(from: low, through: high) {
                set = .range(range)
            } else {
                set = Self.set(Self.ordinals(of: column, from: low, through: high), of: column)
            }
        }
        if case .range(let range) = set, range.isEmpty { return .nothing }
        if column.isConstant { return .everything }
        return .operation(append(.labels(column, set)), work: 4 * segment.documentCount)
    }

    private static func set(_ ordinals: [UInt32], of column: OrdinalColumn) -> OrdinalSet {
        guard let least = ordinals.min(), let most = ordinals.max() else { return .range(0..<0) }
        if Int(most - least) + 1 == Set(ordinals).count { return .range(least..<(most + 1)) }
        var words = [UInt64](repeating: 0, count: (column.labelCount + 63) >> 6)
        for ordinal in ordinals { words[Int(ordinal >> 6)] |= 1 << UInt64(ordinal & 63) }
        return .bits(words)
    }

    private static func ordinals(of column: OrdinalColumn, from low: [UInt8], through high: [UInt8]) -> [UInt32] {
        var found: [UInt32] = []
        for ordinal in 0..<UInt32(column.labelCount) {
            guard let label = column.label(ordinal) else { continue }
            if !label.lexicographicallyPrecedes(low), !high.lexicographicallyPrecedes(label) { found.append(ordinal) }
        }
        return found
    }

    private mutating func anyLabel(_ name: String) throws(IndexFailure) -> Outcome {
        guard let place = schema.column(named: name), let column = try segment.ordinals(place) else { return .nothing }
        if column.labelCount == 0 { return .nothing }
        if column.isConstant { return .everything }
        return .operation(append(.anyLabel(column)), work: 4 * segment.documentCount)
    }

    private mutating func identifiers(_ ids: [String]) throws(IndexFailure) -> Outcome {
        var bits = Bitmap(length: segment.documentCount)
        var count = 0
        for id in ids {
            guard let document = try segment.document(forIdentifier: id) else { continue }
            bits.insert(Int(document))
            count += 1
        }
        return count == 0 ? .nothing : .operation(append(.fixed(bits.words)), work: count)
    }

    // MARK: Combinations

    private mutating func and(_ parts: [QueryTree]) throws(IndexFailure) -> Outcome {
        var kept: [(number: Int, work: Int)] = []
        for part in parts {
            switch try outcome(part) {
            case .nothing: return .nothing
            case .everything: continue
            case .operation(let number, let work): kept.append((number, work))
            }
        }
        if kept.isEmpty { return .everything }
        kept.sort { $0.work < $1.work }
        if kept.count == 1 { return .operation(kept[0].number, work: kept[0].work) }
        return .operation(append(.and(kept.map(\.number))), work: kept[0].work)
    }

    private mutating func or(_ parts: [QueryTree]) throws(IndexFailure) -> Outcome {
        var kept: [Int] = []
        var total = 0
        for part in parts {
            switch try outcome(part) {
            case .nothing: continue
            case .everything: return .everything
            case .operation(let number, let work):
                kept.append(number)
                total += work
            }
        }
        if kept.isEmpty { return .nothing }
        return .operation(kept.count == 1 ? kept[0] : append(.or(kept)), work: total)
    }

    private mutating func xor(_ first: QueryTree, _ second: QueryTree) throws(IndexFailure) -> Outcome {
        switch (try outcome(first), try outcome(second)) {
        case (.nothing, let other), (let other, .nothing): return other
        case (.everything, let other), (let other, .everything): return not(other)
        case (.operation(let left, let leftWork), .operation(let right, let rightWork)):
            return .operation(append(.xor(left, right)), work: leftWork + rightWork)
        }
    }

    private mutating func not(_ part: Outcome) -> Outcome {
        switch part {
        case .nothing: return .everything
        case .everything: return .nothing
        case .operation(let number, let work):
            return .operation(append(.not(number)), work: segment.documentCount + work)
        }
    }
}
