import Index

/// The documents of one segment that have all of some terms, found one after another.
///
/// A rare term leads: the others are asked for the documents of its blocks only, so that the work grows with that term and
/// not with the segment. Without a rare term whole windows are matched as bits. Then all streams are led back to one
/// document found after another, to bound and to score it and to find places in it.
struct Conjunction {
    /// The fields of which one must have a term, and the term's stream.
    private struct Need {
        let stream: Int
        let mask: UInt32
    }

    /// With the rarest term in more documents than one in so many, marking all documents of all terms takes less time than
    /// looking for each of its documents.
    private static let rareShare = 512

    /// Holds the streams.
    private var runner: SpanRunner
    private let needs: [Need]
    /// The different streams of the needs, by how many documents have the term, the rarest first.
    private let order: [Int]
    private let checks: [(step: Int, mask: UInt32)]
    private var scorer: DocumentScorer
    /// Whether the first of the streams leads.
    private let isLed: Bool
    private let documentCount: UInt32
    private let windowLength: UInt32
    /// The documents of a block or window that have all terms, and the first of them that was not handed out.
    private var found: [UInt32] = []
    private var place = 0
    /// The document behind that block or window.
    private var behind: UInt32 = 0
    /// The documents of a window that have all terms so far, and those that have one.
    private var matches = Bitmap(length: 0)
    private var holders = Bitmap(length: 0)
    /// The range that was bounded last, and what words can add beside the leading ones to a score there.
    private var range = -1
    private var rangeBound = 0.0

    /// Prepares for the segment at a place of the catalogue; nil when it lacks a term.
    init?(
        _ terms: TermConjunction,
        _ model: ScoringModel,
        _ place: Int,
        _ catalogue: TermCatalogue,
        _ options: SearchOptions
    ) throws(IndexFailure) {
        let segment = catalogue.segments[place]
        var program = SpanProgram(maximumSpans: options.maximumSpans)
        checks = terms.spans.map { (program.add($0.tree), $0.fields.rawValue) }
        var needed: [(word: Int, mask: UInt32, frequency: Int)] = []
        for (term, fields) in terms.terms {
            guard let info = try catalogue.entry(of: term, in: place), !info.fields.isDisjoint(with: fields)
            else { return nil }
            needed.append((program.addWord([term]), fields.rawValue, info.documentFrequency))
        }
        let scored = model.words.map { program.addWord($0.terms) }
        let runner = try SpanRunner(program, in: place, of: catalogue)
        self.runner = runner
        needs = needed.map { Need(stream: runner.words[$0.word].lowerBound, mask: $0.mask) }
        needed.sort { $0.frequency < $1.frequency }
        var order: [Int] = []
        for need in needed {
            let stream = runner.words[need.word].lowerBound
            if !order.contains(stream) { order.append(stream) }
        }
        self.order = order
        let places = scored.map { runner.words[$0] }
        scorer = try DocumentScorer(model, segment, places, runner.streams)
        isLed = needed[0].frequency * Self.rareShare <= segment.documentCount
        documentCount = UInt32(segment.documentCount)
        windowLength = options.alignedWindowLength
    }

    /// Whether a list of places was cut short in some document.
    var isCut: Bool { runner.isCut }

    /// Moves to the next document, deleted or not, that has all terms and may reach the floor as far as that is known soon;
    /// nil when there is none.
    mutating func next(floor: Double?) throws(IndexFailure) -> UInt32? {
        while true {
            while place < found.count {
                let document = found[place]
                place += 1
                if try lead(to: document) { return document }
            }
            place = 0
            found.removeAll(keepingCapacity: true)
            let least = floor.map { $0 * DocumentScorer.slack } ?? -.infinity
            guard try isLed ? findInNextBlock(least) : findInNextWindow(least) else { return nil }
        }
    }

    /// Finds the documents of the leading term's next block that have all terms and may reach a score; false when there is
    /// no block.
    private mutating func findInNextBlock(_ least: Double) throws(IndexFailure) -> Bool {
        let stream = order[0]
        guard try runner.streams[stream].skip(to: behind), let run = try runner.streams[stream].nextRun(before: .max)
        else { return false }
        let documents = runner.streams[stream].cursor.documents
        behind = documents[run.upperBound - 1] + 1
        if least > -.infinity {
            for place in run {
                let weight = runner.streams[stream].weight(at: place)
                var bound = bound(around: documents[place])
                for word in scorer.words.indices where isLeading(word) { bound += scorer.bound(word, ofWeight: weight) }
                if bound >= least { found.append(documents[place]) }
            }
        } else {
            found += documents[run]
        }
        for other in order.dropFirst() where !found.isEmpty { try runner.streams[other].keepHolders(&found) }
        return true
    }

    /// Finds the documents of the next window that have all terms and may reach a score; false when there is no window.
    private mutating func findInNextWindow(_ least: Double) throws(IndexFailure) -> Bool {
        let window = behind..<min(behind + windowLength, documentCount)
        if window.isEmpty { return false }
        behind = window.upperBound
        matches.reset(length: window.count)
        try runner.streams[order[0]].mark(window, mask: .max, in: &matches)
        for other in order.dropFirst() {
            holders.reset(length: window.count)
            try runner.streams[other].mark(window, mask: .max, in: &holders)
            matches.formIntersection(holders)
        }
        matches.list(from: window.lowerBound, into: &found)
        if least > -.infinity {
            var kept = 0
            for index in found.indices where bound(around: found[index]) >= least {
                found[kept] = found[index]
                kept += 1
            }
            found.removeLast(found.count - kept)
        }
        return true
    }

    /// What words other than the leading ones can add to the score of a document by the peaks of its range.
    private mutating func bound(around document: UInt32) -> Double {
        let range = Int(document) / PostingsCursor.rangeLength
        if range != self.range {
            self.range = range
            rangeBound = 0
            for word in scorer.words.indices where !isLeading(word) {
                rangeBound += scorer.bound(word, inRange: range, &runner.streams)
            }
        }
        return rangeBound
    }

    /// Whether the bound of a word is known by the weights of the leading term.
    private func isLeading(_ word: Int) -> Bool { isLed && scorer.words[word].streams == order[0]..<order[0] + 1 }

    /// Leads the streams to a document that has all terms; false where one of them stands in none of its fields.
    private mutating func lead(to document: UInt32) throws(IndexFailure) -> Bool {
        for stream in order { try runner.streams[stream].go(to: document) }
        for need in needs where !runner.streams[need.stream].isWithin(need.mask) {
            guard try runner.streams[need.stream].mask() & need.mask != 0 else { return false }
        }
        return true
    }

    /// Whether the terms stand where they should in the document found last.
    mutating func passes(_ document: UInt32) throws(IndexFailure) -> Bool {
        for check in checks {
            guard try runner.matches(check.step, document, mask: check.mask) else { return false }
        }
        return true
    }

    /// Whether the document found last can reach the floor by what its postings weigh; true without a floor.
    mutating func reaches(_ floor: Double?, _ document: UInt32) throws(IndexFailure) -> Bool {
        try scorer.reaches(floor, document, &runner.streams)
    }

    /// The score of the document found last.
    mutating func score(_ document: UInt32) throws(IndexFailure) -> Double {
        try scorer.score(document, &runner.streams)
    }
}
