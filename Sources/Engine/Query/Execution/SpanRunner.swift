import Index

/// Finds places in the documents of one segment, one document after another in ascending order.
///
/// Every buffer is kept from document to document.
struct SpanRunner {
    private let steps: [SpanProgram.Step]
    /// The streams of each word.
    let words: [Range<Int>]
    private let slots: [SpanProgram.PhraseSlot]
    private let members: [Int]
    /// By step; nil where a step is no phrase of single terms within a paragraph.
    private var phrases: [PhraseWalk?]
    /// By step; nil where a step is more than two single terms that are near.
    private var pairs: [NearWalk?]
    /// One for each term of each word; whoever else leads them on must do so to the documents that are asked for.
    var streams: [TermStream]
    private var isAt: [Bool]
    private var wordMasks: [UInt32]
    private var places: [[Place]]
    private var firstPositions: [UInt32] = []
    private var otherPositions: [UInt32] = []
    private var termPositions: [UInt32] = []
    private var ends: FieldEnds
    private var document: UInt32 = 0
    /// Whether some list of places was cut short.
    private(set) var isCut = false

    /// Prepares for the segment at a place of the catalogue.
    init(_ program: SpanProgram, in place: Int, of catalogue: TermCatalogue) throws(IndexFailure) {
        let segment = catalogue.segments[place]
        steps = program.steps
        slots = program.slots
        members = program.members
        var streams: [TermStream] = []
        var words: [Range<Int>] = []
        for terms in program.words {
            let first = streams.count
            for term in terms {
                guard let info = try catalogue.entry(of: term, in: place) else { continue }
                streams.append(TermStream(try segment.postings(info)))
            }
            words.append(first..<streams.count)
        }
        self.words = words
        self.streams = streams
        phrases = program.steps.map { Self.phrase($0, program, words) }
        pairs = program.steps.map { Self.pair($0, program, words) }
        isAt = [Bool](repeating: false, count: streams.count)
        wordMasks = [UInt32](repeating: 0, count: words.count)
        places = [[Place]](repeating: [], count: steps.count)
        ends = try FieldEnds(program, in: place, of: catalogue)
    }

    private static func phrase(_ step: SpanProgram.Step, _ program: SpanProgram, _ words: [Range<Int>]) -> PhraseWalk? {
        guard case .phrase(let range, _, mayCross: false) = step,
            program.slots[range].allSatisfy({ !$0.isAbsent && words[$0.word].count == 1 })
        else { return nil }
        return PhraseWalk(program.slots[range].map { (words[$0.word].lowerBound, $0.offset) })
    }

    private static func pair(_ step: SpanProgram.Step, _ program: SpanProgram, _ words: [Range<Int>]) -> NearWalk? {
        guard case .join(let left, let right, let join) = step, let distance = join.distance, !join.isInSentence,
            case .word(let first, width: 1) = program.steps[left], words[first].count == 1,
            case .word(let second, width: 1) = program.steps[right], words[second].count == 1
        else { return nil }
        return NearWalk(
            words[first].lowerBound,
            words[second].lowerBound,
            distance: distance,
            isOrdered: join.isOrdered
        )
    }

    /// Goes back before the first document.
    mutating func restart() {
        for stream in streams.indices { streams[stream].restart() }
        ends.restart()
    }

    /// Whether a step finds any place in these fields of a document.
    mutating func matches(_ step: Int, _ document: UInt32, mask: UInt32) throws(IndexFailure) -> Bool {
        if phrases[step] != nil { return try phrases[step]?.matches(document, mask: mask, &streams) ?? false }
        if pairs[step] != nil { return try pairs[step]?.matches(document, mask: mask, &streams, &ends) ?? false }
        try seek(document)
        var fields = possibleFields(step) & mask
        while fields != 0 {
            let field = FieldID(rawValue: UInt8(truncatingIfNeeded: fields.trailingZeroBitCount))
            fields &= fields &- 1
            try find(step, field)
            if !places[step].isEmpty { return true }
        }
        return false
    }

    /// How often something stands in these fields of a document.
    mutating func count(_ addends: [SpanProgram.Addend], _ document: UInt32, mask: UInt32) throws(IndexFailure) -> Int {
        try seek(document)
        var sum = 0
        var fields = mask
        while fields != 0 {
            let field = FieldID(rawValue: UInt8(truncatingIfNeeded: fields.trailingZeroBitCount))
            fields &= fields &- 1
            for addend in addends {
                switch addend {
                case .word(let word): sum += try frequency(word, field)
                case .places(let step):
                    guard possibleFields(step) & FieldMask(field).rawValue != 0 else { continue }
                    try find(step, field)
                    sum += places[step].count
                }
            }
        }
        return sum
    }

    private mutating func seek(_ document: UInt32) throws(IndexFailure) {
        self.document = document
        for word in words.indices {
            var mask: UInt32 = 0
            for stream in words[word] {
                isAt[stream] = try streams[stream].seek(document)
                if isAt[stream] { mask |= try streams[stream].mask() }
            }
            wordMasks[word] = mask
        }
    }

    /// The fields in which a step could find anything, by the words that stand there at all.
    private func possibleFields(_ step: Int) -> UInt32 {
        switch steps[step] {
        case .word(let word, _):
            return wordMasks[word]
        case .phrase(let range, _, _):
            var mask = UInt32.max
            for slot in range where !slots[slot].isAbsent { mask &= wordMasks[slots[slot].word] }
            return mask
        case .anyOf(let range):
            var mask: UInt32 = 0
            for member in range { mask |= possibleFields(members[member]) }
            return mask
        case .starts(let inner):
            return possibleFields(inner)
        case .join(let left, let right, _):
            return possibleFields(left) & possibleFields(right)
        }
    }

    private mutating func frequency(_ word: Int, _ field: FieldID) throws(IndexFailure) -> Int {
        var sum = 0
        for stream in words[word] where isAt[stream] { sum += try streams[stream].frequency(field) }
        return sum
    }

    private mutating func find(_ step: Int, _ field: FieldID) throws(IndexFailure) {
        if !places[step].isEmpty { places[step].removeAll(keepingCapacity: true) }
        switch steps[step] {
        case .word(let word, let width):
            try loadFirst(word, field)
            for position in firstPositions {
                places[step].append(Place(first: Int(position), last: Int(position) + width - 1))
            }
        case .phrase(let range, let length, let mayCross):
            try findPhrase(range, length: length, mayCross: mayCross, field, into: step)
        case .anyOf(let range):
            for member in range {
                try find(members[member], field)
                places[step] += places[members[member]]
            }
            places[step].sortDistinct()
        case .starts(let inner):
            try find(inner, field)
            // Places are sorted, so the shortest that begins at a position comes first.
            for place in places[inner] where places[step].last?.first != place.first { places[step].append(place) }
        case .join(let left, let right, let join):
            try find(left, field)
            guard !places[left].isEmpty else { return }
            try find(right, field)
            guard !places[right].isEmpty, join.isPossible(places[left], places[right]) else { return }
            try ends.load(document, field)
            var output: [Place] = []
            swap(&output, &places[step])
            if join.run(places[left], places[right], ends: (ends.sentences, ends.paragraphs), into: &output) {
                isCut = true
            }
            swap(&output, &places[step])
        }
    }

    /// Replaces `firstPositions` with the positions of a word, ascending and each once.
    private mutating func loadFirst(_ word: Int, _ field: FieldID) throws(IndexFailure) {
        var buffer: [UInt32] = []
        swap(&buffer, &firstPositions)
        try load(word, field, into: &buffer)
        swap(&buffer, &firstPositions)
    }

    /// Replaces the buffer with the positions of a word, ascending and each once.
    private mutating func load(_ word: Int, _ field: FieldID, into buffer: inout [UInt32]) throws(IndexFailure) {
        let bit = FieldMask(field).rawValue
        guard wordMasks[word] & bit != 0 else { return buffer.removeAll(keepingCapacity: true) }
        let terms = words[word]
        if terms.count == 1 { return try streams[terms.lowerBound].positions(field, into: &buffer) }
        var loaded = 0
        for stream in terms where isAt[stream] {
            guard try streams[stream].mask() & bit != 0 else { continue }
            if loaded == 0 {
                try streams[stream].positions(field, into: &buffer)
            } else {
                try streams[stream].positions(field, into: &termPositions)
                buffer += termPositions
            }
            loaded += 1
        }
        if loaded > 1 { buffer.sortDistinct() }
    }

    private mutating func findPhrase(
        _ range: Range<Int>,
        length: Int,
        mayCross: Bool,
        _ field: FieldID,
        into step: Int
    ) throws(IndexFailure) {
        try loadFirst(slots[range.lowerBound].word, field)
        Self.shift(&firstPositions, back: slots[range.lowerBound].offset)
        var others: [UInt32] = []
        swap(&others, &otherPositions)
        defer { swap(&others, &otherPositions) }
        for slot in range.dropFirst() {
            if firstPositions.isEmpty { return }
            try load(slots[slot].word, field, into: &others)
            if slots[slot].isAbsent {
                Self.drop(&firstPositions, followedBy: others, at: slots[slot].offset)
            } else {
                Self.keep(&firstPositions, followedBy: others, at: slots[slot].offset)
            }
        }
        if firstPositions.isEmpty { return }
        if mayCross { try ends.load(document, field) }
        for start in firstPositions {
            let last = Int(start) + length - 1
            if mayCross, PlaceJoin.end(at: Int(start), in: ends.paragraphs) < last { continue }
            places[step].append(Place(first: Int(start), last: last))
        }
    }

    private static func shift(_ positions: inout [UInt32], back offset: Int) {
        guard offset > 0 else { return }
        var kept = 0
        for position in positions where Int(position) >= offset {
            positions[kept] = position - UInt32(truncatingIfNeeded: offset)
            kept += 1
        }
        positions.removeLast(positions.count - kept)
    }

    /// Keeps the starts that have one of the other positions `offset` behind them; both ascending.
    private static func keep(_ starts: inout [UInt32], followedBy others: [UInt32], at offset: Int) {
        var kept = 0
        var place = 0
        for index in 0..<starts.count {
            let wanted = Int(starts[index]) + offset
            while place < others.count, Int(others[place]) < wanted { place += 1 }
            if place == others.count { break }
            if Int(others[place]) == wanted {
                starts[kept] = starts[index]
                kept += 1
            }
        }
        starts.removeLast(starts.count - kept)
    }

    /// Drops the starts that have one of the other positions `offset` behind them; both ascending.
    private static func drop(_ starts: inout [UInt32], followedBy others: [UInt32], at offset: Int) {
        var kept = 0
        var place = 0
        for index in 0..<starts.count {
            let refused = Int(starts[index]) + offset
            while place < others.count, Int(others[place]) < refused { place += 1 }
            if place < others.count, Int(others[place]) == refused { continue }
            starts[kept] = starts[index]
            kept += 1
        }
        starts.removeLast(starts.count - kept)
    }
}

extension [UInt32] {
    /// Sorts the positions and keeps one of each.
    mutating func sortDistinct() {
        sort()
        var kept = Swift.min(1, count)
        for index in indices.dropFirst() where self[index] != self[kept - 1] {
            self[kept] = self[index]
            kept += 1
        }
        removeLast(count - kept)
    }
}
