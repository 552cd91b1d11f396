import Index

/// The matching of one segment, window by window from its newest document on.
final class SegmentRun {
    /// The segment's place in the snapshot.
    let place: Int
    let segment: SegmentReader
    private let operations: [Operation]
    private let root: Int
    /// About how many postings and values have to be looked at, which bounds the matches loosely.
    let work: Int
    /// What documents that match have still to pass.
    private var checks: [PlaceCheck] = []
    private let windowLength: UInt32
    private var streams: [TermStream]
    private var runners: [SpanRunner]
    private var spare: [Bitmap] = []
    var numbers: [Int64] = []
    var starts: [UInt32] = []
    var ordinals: [UInt32] = []
    /// The window matched last; empty before the first.
    private(set) var window: Range<UInt32> = 0..<0

    /// Prepares a segment; nil when nothing in it can match.
    init?(
        _ tree: QueryTree,
        _ place: Int,
        _ catalogue: TermCatalogue,
        _ schema: Schema,
        _ options: SearchOptions,
        putsOffPlaces: Bool = false
    ) throws(IndexFailure) {
        let segment = catalogue.segments[place]
        var compiler = SegmentCompiler(place, catalogue, schema, options)
        guard let (found, work) = try compiler.compile(tree) else { return nil }
        var root = found
        if putsOffPlaces { (root, checks) = compiler.putOffPlaces(of: found) }
        self.place = place
        self.segment = segment
        self.root = root
        self.work = work
        windowLength = options.alignedWindowLength
        operations = compiler.operations
        streams = compiler.streams
        runners = compiler.runners
    }

    /// The first document of the next window; nil when there is none.
    var nextDocument: UInt32? {
        window.upperBound < UInt32(segment.documentCount) ? window.upperBound : nil
    }

    /// Whether a list of places was cut short in some document.
    var isCut: Bool {
        runners.contains { $0.isCut }
    }

    /// Whether documents that match have still to pass something.
    var hasChecks: Bool { !checks.isEmpty }

    /// Whether a document that matches is a hit; documents must be asked for in ascending order.
    func passes(_ document: UInt32) throws(IndexFailure) -> Bool {
        for check in checks {
            guard try runners[check.runner].matches(check.step, document, mask: check.mask) else { return false }
        }
        return true
    }

    /// Goes back before the first window.
    func rewind() {
        for stream in streams.indices { streams[stream].restart() }
        for runner in runners.indices { runners[runner].restart() }
        window = 0..<0
    }

    /// Moves to the next window and marks its live matches.
    func matchNextWindow(_ hits: inout Bitmap) throws(IndexFailure) {
        try match(nextWindow, &hits)
    }

    /// Moves to the next window without matching it; nil when there is none.
    func skipNextWindow() -> Range<UInt32>? {
        window = nextWindow
        return window.isEmpty ? nil : window
    }

    private var nextWindow: Range<UInt32> {
        let lower = window.upperBound
        return lower..<min(lower + windowLength, UInt32(segment.documentCount))
    }

    /// Takes deleted documents out of those of a window that begins at a multiple of 64.
    func keepLive(_ hits: inout Bitmap, in window: Range<UInt32>) {
        guard let live = segment.live else { return }
        let base = Int(window.lowerBound >> 6)
        for index in hits.words.indices { hits.intersect(word: index, with: live[base + index]) }
    }

    /// Marks the live matches of a window that lies behind the one before and begins at a multiple of 64.
    func match(_ window: Range<UInt32>, _ hits: inout Bitmap) throws(IndexFailure) {
        self.window = window
        hits.reset(length: window.count)
        try evaluate(root, within: nil, into: &hits)
        keepLive(&hits, in: window)
    }

    /// Marks the matches among some live documents of a window that lies behind the one before and begins at a multiple
    /// of 64.
    func match(_ window: Range<UInt32>, within documents: Bitmap, _ hits: inout Bitmap) throws(IndexFailure) {
        self.window = window
        hits.reset(length: window.count)
        try evaluate(root, within: documents, into: &hits)
    }

    // MARK: Operations

    /// Marks in an empty bitmap the operation's documents; where `within` is given, only those in it.
    private func evaluate(
        _ number: Int,
        within: Bitmap?,
        into result: inout Bitmap
    ) throws(IndexFailure) {
        switch operations[number] {
        case .terms(let numbers, let mask):
            try evaluate(terms: numbers, mask: mask, within: within, into: &result)
        case .fixed(let words):
            copy(words, into: &result)
            if let within { result.formIntersection(within) }
        case .and(let parts):
            try evaluate(and: parts, within: within, into: &result)
        case .or(let parts):
            try evaluate(or: parts, within: within, into: &result)
        case .xor(let first, let second):
            try evaluate(first, within: within, into: &result)
            var other = takeBitmap()
            try evaluate(second, within: within, into: &other)
            result.formSymmetricDifference(other)
            spare.append(other)
        case .not(let part):
            var other = takeBitmap()
            try evaluate(part, within: within, into: &other)
            if let within { result = within } else { result.fill(length: window.count) }
            result.subtract(other)
            spare.append(other)
        case .spans(let runner, let step, let candidates, let mask):
            try evaluate(candidates, within: within, into: &result)
            try keep(&result, runner, step, mask)
        case .frequency(let test, let candidates):
            try evaluate(test, candidates: candidates, within: within, into: &result)
        case .numbers(let column, let range):
            mark(column, range, within: within, in: &result)
        case .labels(let column, let set):
            mark(column, set, within: within, in: &result)
        case .anyLabel(let column):
            mark(column, nil, within: within, in: &result)
        }
    }

    private func evaluate(
        terms numbers: [Int],
        mask: UInt32,
        within: Bitmap?,
        into result: inout Bitmap
    ) throws(IndexFailure) {
        guard let within else {
            for number in numbers { try streams[number].mark(window, mask: mask, in: &result) }
            return
        }
        let candidates = within.count
        for number in numbers {
            let expected = streams[number].cursor.documentFrequency * window.count / max(1, segment.documentCount)
            if candidates * PostingsCursor.blockSize < expected, !streams[number].isDense(within: mask) {
                try streams[number].mark(within, from: window.lowerBound, mask: mask, in: &result)
            } else {
                try streams[number].mark(window, mask: mask, in: &result)
            }
        }
        result.formIntersection(within)
    }

    private func evaluate(and parts: [Int], within: Bitmap?, into result: inout Bitmap) throws(IndexFailure) {
        // Documents are ordered by date: whole windows lie outside a range of dates.
        for case .numbers(let column, let range) in parts.lazy.map({ self.operations[$0] })
        where !column.mayHold(range, in: window) { return }
        try evaluate(parts[0], within: within, into: &result)
        for place in 1..<parts.count {
            if result.isEmpty { return }
            let part = parts[place]
            var narrowed = takeBitmap()
            try evaluate(part, within: result, into: &narrowed)
            swap(&narrowed, &result)
            spare.append(narrowed)
        }
    }

    private func evaluate(or parts: [Int], within: Bitmap?, into result: inout Bitmap) throws(IndexFailure) {
        try evaluate(parts[0], within: within, into: &result)
        for part in parts.dropFirst() {
            var other = takeBitmap()
            try evaluate(part, within: within, into: &other)
            result.formUnion(other)
            spare.append(other)
        }
    }

    private func evaluate(
        _ test: FrequencyTest,
        candidates: Int,
        within: Bitmap?,
        into result: inout Bitmap
    ) throws(IndexFailure) {
        try evaluate(candidates, within: within, into: &result)
        let holdsNone = test.comparison.holds(0, test.bound)
        // Where none holds too, first those that fail are found, then their complement is the answer.
        try keep(&result, test, unlike: holdsNone)
        guard holdsNone else { return }
        var failing = takeBitmap()
        swap(&failing, &result)
        if let within { result = within } else { result.fill(length: window.count) }
        result.subtract(failing)
        spare.append(failing)
    }

    /// Keeps the documents in which a step finds a place.
    private func keep(_ result: inout Bitmap, _ runner: Int, _ step: Int, _ mask: UInt32) throws(IndexFailure) {
        // Taken out meanwhile, so that no access is checked for every document.
        var spans: [SpanRunner] = []
        swap(&spans, &runners)
        defer { swap(&spans, &runners) }
        try filter(&result) { (document) throws(IndexFailure) in
            try spans[runner].matches(step, document, mask: mask)
        }
    }

    /// Keeps the documents whose frequency compares otherwise than 0 does, or than it does not.
    private func keep(_ result: inout Bitmap, _ test: FrequencyTest, unlike holdsNone: Bool) throws(IndexFailure) {
        var spans: [SpanRunner] = []
        swap(&spans, &runners)
        defer { swap(&spans, &runners) }
        try filter(&result) { (document) throws(IndexFailure) in
            let count = try spans[test.runner].count(test.addends, document, mask: test.mask)
            return test.comparison.holds(count, test.bound) != holdsNone
        }
    }

    /// Keeps the documents for which the test holds, asked in ascending order.
    private func filter(
        _ bitmap: inout Bitmap,
        _ isKept: (UInt32) throws(IndexFailure) -> Bool
    ) throws(IndexFailure) {
        for index in bitmap.words.indices where bitmap.words[index] != 0 {
            var word = bitmap.words[index]
            var kept = word
            while word != 0 {
                let bit = word & (~word &+ 1)
                let document = window.lowerBound + UInt32(index << 6 + word.trailingZeroBitCount)
                word ^= bit
                if try !isKept(document) { kept ^= bit }
            }
            bitmap.set(word: index, to: kept)
        }
    }

    private func copy(_ words: [UInt64], into result: inout Bitmap) {
        let base = Int(window.lowerBound >> 6)
        for index in result.words.indices { result.set(word: index, to: words[base + index]) }
        let tail = window.count & 63
        if tail > 0, let last = result.words.indices.last {
            result.intersect(word: last, with: (1 << UInt64(tail)) - 1)
        }
    }

    private func takeBitmap() -> Bitmap {
        guard var bitmap = spare.popLast() else { return Bitmap(length: window.count) }
        bitmap.reset(length: window.count)
        return bitmap
    }
}
