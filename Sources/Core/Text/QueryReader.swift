/// Reads the folded text of a query into parts, by the same rules that find words in texts.
struct QueryReader {
    /// The most readings of one Han word that are made at all; far above what a query keeps.
    private static let maximumReadings = 256

    private let folded: [FoldedScalar]
    private let truncates: Bool
    private let maximumTermBytes: Int
    /// Whether a character of the original is an ASCII capital, by byte offset.
    private let original: [UInt8]
    private var index = 0
    private var parts: [QueryPart] = []
    /// Signs that belong to the next run because none stands before them.
    private var leading: (gap: WildcardGap, range: Range<Int>, isInner: Bool)?

    init(_ folded: [FoldedScalar], original: String, truncates: Bool, maximumTermBytes: Int) {
        self.folded = folded
        self.original = Array(original.utf8)
        self.truncates = truncates
        self.maximumTermBytes = maximumTermBytes
    }

    /// The parts in the order of the text.
    mutating func read() throws(QueryAnalysisFailure) -> [QueryPart] {
        while index < folded.count {
            let character = folded[index]
            if let gap = readGap() {
                leading = (gap, Int(character.start)..<Int(folded[index - 1].end), false)
                guard index < folded.count, folded[index].kind.isWord else { throw loneWildcard() }
                continue
            }
            switch character.kind {
            case .han: try readHan()
            case .letter: readWord()
            case .digit, .hiragana, .katakana, .hangul: readPlain()
            default: index += 1
            }
        }
        if parts.isEmpty { throw .empty }
        return parts
    }

    private func loneWildcard() -> QueryAnalysisFailure {
        .loneWildcard(leading?.range ?? 0..<0)
    }

    /// Reads the truncation signs at hand; nil when there are none.
    private mutating func readGap() -> WildcardGap? {
        guard truncates else { return nil }
        var gap = WildcardGap()
        let start = index
        while index < folded.count, !folded[index].kind.isWord, gap.add(folded[index].scalar) { index += 1 }
        return index > start ? gap : nil
    }

    private mutating func takeLeading() -> [TermPattern.Element] {
        defer { leading = nil }
        return leading.map { $0.gap.elements(isInner: $0.isInner) } ?? []
    }

    // MARK: Words and numbers

    private mutating func readWord() {
        var group: [Run] = []
        var elements = takeLeading()
        var isJoined = false
        while true {
            index = RunScanner.word(folded, index, into: &group)
            for (number, run) in group.enumerated() {
                elements.append(.bytes(bytes(run)))
                if number < group.count - 1 {
                    appendWord(elements, run, isJoined: isJoined)
                    elements = []
                    isJoined = true
                }
            }
            guard continueAfterGap(.letter, &elements) else { break }
        }
        appendWord(elements, group[group.count - 1], isJoined: isJoined)
    }

    private mutating func appendWord(_ elements: [TermPattern.Element], _ run: Run, isJoined: Bool) {
        let pattern = TermPattern(elements)
        var part = QueryPart(unit: .word(pattern, isLetters: true), isJoined: isJoined)
        if pattern.onlyTerm != nil {
            part.camelWords = camelRuns(run).map { .word(TermPattern([.bytes(bytes($0))]), isLetters: true) }
        }
        parts.append(part)
    }

    private mutating func readPlain() {
        var elements = takeLeading()
        let kind = folded[index].kind
        repeat {
            let end = kind == .digit ? RunScanner.numberEnd(folded, index) : RunScanner.runEnd(folded, index)
            elements.append(.bytes(bytes(Run(lower: index, upper: end))))
            index = end
        } while continueAfterGap(kind, &elements)
        parts.append(QueryPart(unit: .word(TermPattern(elements), isLetters: false)))
    }

    /// Reads signs behind a run: true when a run of the same kind goes on behind them.
    private mutating func continueAfterGap(_ kind: CharacterKind, _ elements: inout [TermPattern.Element]) -> Bool {
        guard let gap = readGap() else { return false }
        let isInner = index < folded.count && folded[index].kind.isWord
        elements += gap.elements(isInner: isInner)
        return isInner && folded[index].kind == kind
    }

    private func bytes(_ run: Run) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in run.lower..<run.upper where bytes.count + 4 <= maximumTermBytes {
            UTF8Bytes.append(folded[index].scalar, to: &bytes)
        }
        return bytes
    }

    /// The parts of a word at inner capitals that follow a small letter; empty when there is only one.
    private func camelRuns(_ run: Run) -> [Run] {
        var runs: [Run] = []
        var lower = run.lower
        for index in run.lower..<run.upper where index > lower {
            let (before, here) = (original[Int(folded[index - 1].start)], original[Int(folded[index].start)])
            guard (0x61...0x7A).contains(before), (0x41...0x5A).contains(here) else { continue }
            runs.append(Run(lower: lower, upper: index))
            lower = index
        }
        return runs.isEmpty ? [] : runs + [Run(lower: lower, upper: run.upper)]
    }

    // MARK: Han

    private mutating func readHan() throws(QueryAnalysisFailure) {
        var readings: [[UInt32?]] = [[]]
        if let leading {
            // Before a Han word any number of characters may stand anyway: only # says something.
            guard leading.gap.minimum <= 1 else { throw .wildcardsBeforeHan(leading.range) }
            readings = [[UInt32?](repeating: nil, count: leading.gap.minimum)]
            self.leading = nil
        }
        while true {
            let run = hanRun()
            readings = readings.map { $0 + run }
            let start = index
            guard let gap = readGap() else { break }
            guard index < folded.count, folded[index].kind.isWord else {
                readings = readings.map { $0 + [UInt32?](repeating: nil, count: gap.minimum) }
                break
            }
            guard folded[index].kind == .han else {
                leading = (gap, Int(folded[start].start)..<Int(folded[index - 1].end), true)
                break
            }
            let lengths = (gap.minimum...gap.innerMaximum).prefix(Self.maximumReadings)
            let longer = readings.lazy.flatMap { reading in
                lengths.lazy.map { reading + [UInt32?](repeating: nil, count: $0) }
            }
            readings = Array(longer.prefix(Self.maximumReadings))
        }
        let units = readings.map { QueryUnit.han($0) }
        parts.append(QueryPart(unit: units[0], others: Array(units.dropFirst())))
    }

    private mutating func hanRun() -> [UInt32?] {
        var run: [UInt32?] = []
        while index < folded.count {
            if folded[index].kind != .han {
                guard let next = RunScanner.hanBehindLineEnd(folded, index) else { break }
                index = next
            }
            run.append(folded[index].scalar)
            index += 1
        }
        return run
    }
}
