/// Turns words and phrases of a query into the terms that ``Analyzer`` makes of texts; used by one thread at a time.
///
/// **Words** Unquoted words ask for the stem; a stem term stands in an index only where it differs from the word, so a
/// stem that is its own stem asks for the plain word too. Quoted words ask for their form.
///
/// **Joined words** `Wi-Fi`, `WiFi` and `"wi fi"` find each other: a hyphenated word also reads as one word, a word
/// with inner capitals also as several, neighbouring words also as one; in front of further words a word also reads as
/// the joined term of two or three parts.
///
/// **Truncation** `+` `*` any number of characters, `#` exactly one, `?` none or one. Inside a word they reach at most
/// ten characters. Between two kinds of characters they belong to the word before, beside Han to the other side.
/// At the ends of a Han word they change nothing but `#`.
public final class QueryAnalyzer {
    /// The limits of an analysis.
    public struct Options: Sendable, Equatable {
        /// The limits of the index's analysis.
        public var analysis = Analyzer.Options()
        /// The most readings of one phrase.
        public var maximumPhrases = 64

        /// The defaults.
        public init() {}
    }

    /// How a text of a query is to be read.
    public struct Reading: Sendable, Equatable {
        /// Words in their exact form, without stems.
        public var isQuoted: Bool
        /// `+ * # ?` are truncation signs and not punctuation.
        public var truncates: Bool
        /// The phrase needs positions (inside NEAR and the like): a single Han character is read over its pairs.
        public var needsPositions: Bool

        /// Says how to read; an unquoted word outside proximity by default.
        public init(isQuoted: Bool = false, truncates: Bool = true, needsPositions: Bool = false) {
            self.isQuoted = isQuoted
            self.truncates = truncates
            self.needsPositions = needsPositions
        }
    }

    /// The parts of a joined term that a word is also read as, in front of further words.
    private static let joinedParts = 2...3

    private let options: Options
    private var folder = Folder()
    private let stemmer = Stemmer()

    /// Makes an analyzer.
    public init(_ options: Options = Options()) {
        self.options = options
    }

    /// The readings of a word or phrase.
    ///
    /// - Throws: ``QueryAnalysisFailure`` when there is nothing to search for or a truncation sign cannot be followed.
    public func analyse(
        _ text: String,
        _ reading: Reading = Reading()
    ) throws(QueryAnalysisFailure) -> QueryAnalysis {
        let utf8 = text.utf8Span
        folder.fold(utf8.span, 0..<text.utf8.count)
        var reader = QueryReader(
            folder.folded,
            original: text,
            truncates: reading.truncates,
            maximumTermBytes: options.analysis.maximumTermBytes
        )
        let parts = try reader.read()
        var seen: Set<[QueryUnit]> = []
        var phrases: [QueryPhrase] = []
        let readings = readings(of: parts, reading)
        for units in readings.units where seen.insert(units).inserted {
            guard phrases.count < options.maximumPhrases else {
                return QueryAnalysis(phrases: phrases, isCut: true)
            }
            phrases.append(phrase(units, reading))
        }
        return QueryAnalysis(phrases: phrases, isCut: readings.isCut)
    }

    // MARK: Readings

    /// All readings in units, the plain one first and duplicates not removed, as far as they can be kept.
    private func readings(of parts: [QueryPart], _ reading: Reading) -> (units: [[QueryUnit]], isCut: Bool) {
        let base = parts.map(\.unit)
        let groups = joinedGroups(parts)
        let changes = changes(parts, groups, reading)
        // A reading may come twice, so more are made than are kept.
        let limit = 2 * options.maximumPhrases
        var readings = [base]
        if groups.count > 1 {
            readings.append(groups.reversed().reduce(base) { $0.replacing($1, with: joined(base[$1])) })
        }
        for (range, units) in changes.prefix(limit) { readings.append(base.replacing(range, with: units)) }
        if base.count > 2, base.count <= options.analysis.maximumJoinedParts,
            base.allSatisfy({ $0.plainWord != nil })
        {
            readings.append(joined(base[...]))
        }
        return (readings, changes.count > limit)
    }

    /// What may stand in place of some units, one change a reading.
    private func changes(
        _ parts: [QueryPart],
        _ groups: [Range<Int>],
        _ reading: Reading
    ) -> [(Range<Int>, [QueryUnit])] {
        let base = parts.map(\.unit)
        var changes: [(Range<Int>, [QueryUnit])] = groups.map { ($0, joined(base[$0])) }
        for (index, part) in parts.enumerated() {
            for other in part.others { changes.append((index..<index + 1, [other])) }
            if !part.camelWords.isEmpty { changes.append((index..<index + 1, part.camelWords)) }
        }
        for index in base.indices.dropFirst() where base[index - 1].plainWord != nil && base[index].plainWord != nil {
            changes.append((index - 1..<index + 1, joined(base[index - 1...index])))
        }
        let inGroups = Set(groups.joined())
        for index in base.indices where reading.needsPositions || index < base.count - 1 {
            guard let word = base[index].plainWord, word.count > 1, !inGroups.contains(index) else { continue }
            for count in Self.joinedParts where count <= word.count {
                changes.append((index..<index + 1, [.joined(word, parts: count)]))
            }
        }
        return changes
    }

    /// The ranges of parts that hyphens and the like join.
    private func joinedGroups(_ parts: [QueryPart]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for index in 1..<max(1, parts.count + 1) where index == parts.count || !parts[index].isJoined {
            if index - start > 1, index - start <= options.analysis.maximumJoinedParts { groups.append(start..<index) }
            start = index
        }
        return groups
    }

    private func joined(_ units: ArraySlice<QueryUnit>) -> [QueryUnit] {
        let elements = units.compactMap(\.lettersPattern).flatMap(\.elements)
        return [.word(TermPattern(elements).limited(to: options.analysis.maximumTermBytes), isLetters: true)]
    }

    // MARK: Slots

    private func phrase(_ units: [QueryUnit], _ reading: Reading) -> QueryPhrase {
        var phrase = QueryPhrase([])
        var offset: UInt32 = 0
        for unit in units {
            switch unit {
            case .word(let pattern, let isLetters):
                let match = match(pattern, hasStem: isLetters && !reading.isQuoted)
                phrase.slots.append(QuerySlot(offset: offset, match))
            case .joined(let word, let parts):
                let term = ReservedBytes.joinedTerm(word, parts: parts)
                phrase.slots.append(QuerySlot(offset: offset, .terms([term]), width: UInt32(parts)))
            case .han(let characters):
                let isAlone = units.count == 1 && !reading.needsPositions
                appendHan(characters, at: offset, isAlone: isAlone, to: &phrase)
            }
            offset += UInt32(unit.width)
        }
        return phrase
    }

    private func match(_ pattern: TermPattern, hasStem: Bool) -> QuerySlot.Match {
        guard let word = pattern.onlyTerm else { return .pattern(pattern) }
        guard hasStem, word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return .terms([word]) }
        let stem = stemmer(word)
        let term = ReservedBytes.stemTerm(stem)
        return .terms(stemmer(stem) == stem ? [stem, term] : [term])
    }

    /// The slots of a run of Han characters: its pairs, and patterns where one of a pair is open.
    private func appendHan(
        _ characters: [UInt32?],
        at offset: UInt32,
        isAlone: Bool,
        to phrase: inout QueryPhrase
    ) {
        if characters.count == 1, let character = characters[0] {
            let bytes = UTF8Bytes.bytes(of: [character])
            // One or more characters behind it: every pair that it begins and the end of a run.
            let pattern = TermPattern([.bytes(bytes), .one, .any(maximum: nil)])
            phrase.slots.append(QuerySlot(offset: offset, isAlone ? .terms([bytes]) : .pattern(pattern)))
            return
        }
        for index in characters.indices {
            let place = offset + UInt32(index)
            let isLast = index == characters.count - 1
            let next = isLast ? nil : characters[index + 1]
            switch (characters[index], next) {
            case (let first?, let second?):
                phrase.slots.append(QuerySlot(offset: place, .terms([UTF8Bytes.bytes(of: [first, second])]), width: 2))
            case (let first?, nil) where !isLast:
                let pattern = TermPattern([.bytes(UTF8Bytes.bytes(of: [first])), .one])
                phrase.slots.append(QuerySlot(offset: place, .pattern(pattern), width: 2))
            case (let first?, nil) where index > 0 && characters[index - 1] == nil:
                let pattern = TermPattern([.bytes(UTF8Bytes.bytes(of: [first])), .one, .any(maximum: nil)])
                phrase.slots.append(QuerySlot(offset: place, .pattern(pattern)))
            case (nil, let second?) where index == 0:
                let pattern = TermPattern([.one, .bytes(UTF8Bytes.bytes(of: [second]))])
                phrase.slots.append(QuerySlot(offset: place, .pattern(pattern), width: 2))
            case (nil, _) where !isLast:
                phrase.unbroken.append(place)
            default: break
            }
        }
    }
}

extension [QueryUnit] {
    /// The units with a range of them replaced.
    fileprivate func replacing(_ range: Range<Int>, with units: [QueryUnit]) -> [QueryUnit] {
        Array(self[..<range.lowerBound]) + units + Array(self[range.upperBound...])
    }
}
