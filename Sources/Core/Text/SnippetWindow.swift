/// Chooses which characters of a text a snippet shows.
struct SnippetWindow {
    private let characters: Int
    /// Where every character begins in UTF-8, and the length of the text behind the last one.
    private let starts: [Int]
    /// How good a cut in front of each character is; as long as `starts`.
    private let cuts: [Cut]

    /// How good a cut is, the better the greater.
    private enum Cut: Int, Comparable {
        /// Inside a word.
        case none
        /// Between two words or two Han characters.
        case word
        /// Behind a comma, semicolon or colon.
        case clause
        /// Behind the end of a sentence, or at an end of the text.
        case sentence

        static func < (first: Cut, second: Cut) -> Bool { first.rawValue < second.rawValue }
    }

    /// What a character is to a cut beside it.
    private enum Kind {
        case blank
        /// 。！？
        case stop
        /// ；：，、
        case pause
        /// A closing quote or bracket.
        case closing
        /// The punctuation of other languages, which may stand inside a number or an abbreviation.
        case point
        /// A letter, digit or sign below the first radical of Han.
        case latin
        case other

        init(_ character: Character) {
            let scalars = character.unicodeScalars
            guard let first = scalars.first else {
                self = .other
                return
            }
            // Most characters of a text are one of these two.
            if (0x3400...0x9FFF).contains(first.value) || (0x61...0x7A).contains(first.value) {
                self = first.value < 0x2E80 && scalars.allSatisfy { $0.value < 0x2E80 } ? .latin : .other
            } else if first.properties.isWhitespace {
                self = .blank
            } else if let known = Unicode.UTF8.width(first) == character.utf8.count ? Self.known[first] : nil {
                self = known
            } else {
                self = scalars.allSatisfy { $0.value < 0x2E80 } ? .latin : .other
            }
        }

        private static let known: [Unicode.Scalar: Kind] = {
            var known: [Unicode.Scalar: Kind] = [:]
            for (kind, scalars) in [(Kind.stop, "。！？"), (.pause, "；：，、"), (.closing, "”’」』）)]】》"), (.point, ",.!?;:")] {
                for scalar in scalars.unicodeScalars { known[scalar] = kind }
            }
            return known
        }()
    }

    init(_ text: String, characters: Int) {
        self.characters = characters
        var starts: [Int] = []
        var cuts: [Cut] = []
        var offset = 0
        var before: Kind?
        for character in text {
            let kind = Kind(character)
            starts.append(offset)
            cuts.append(Self.cut(before, kind))
            offset += character.utf8.count
            before = kind
        }
        self.starts = starts + [offset]
        self.cuts = cuts + [.sentence]
    }

    /// Whether text stands before a byte.
    func hasText(before offset: Int) -> Bool { offset > 0 }

    /// Whether text stands behind a byte.
    func hasText(after offset: Int) -> Bool { offset < (starts.last ?? 0) }

    /// The bytes of the window around the best of these highlights, which are in order.
    func range(around highlights: [Highlight]) -> Range<Int> {
        let count = starts.count - 1
        guard count > characters else { return 0..<starts[count] }
        let hits = highlights.map { character(at: $0.range.lowerBound)..<character(at: $0.range.upperBound - 1) + 1 }
        let cluster = bestCluster(hits, highlights)
        let start = beginning(cluster)
        let end = ending(from: start, cluster)
        return starts[start]..<starts[end]
    }

    /// The number of the character that holds a byte.
    private func character(at offset: Int) -> Int {
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The characters from the first to the last hit of the best group that fits the window.
    private func bestCluster(_ hits: [Range<Int>], _ highlights: [Highlight]) -> Range<Int> {
        var best = 0..<0
        var bestScore = 0
        var colours: [Int: Int] = [:]
        var first = 0
        for last in hits.indices {
            colours[highlights[last].colour, default: 0] += 1
            while first < last, hits[last].upperBound - hits[first].lowerBound > characters {
                let colour = highlights[first].colour
                colours[colour] = colours[colour].flatMap { $0 > 1 ? $0 - 1 : nil }
                first += 1
            }
            let score = colours.count << 32 + (last - first + 1)
            guard score > bestScore else { continue }
            bestScore = score
            best = hits[first].lowerBound..<hits[last].upperBound
        }
        return best
    }

    /// The first character of the window: the best cut within a third of the room before the cluster.
    private func beginning(_ cluster: Range<Int>) -> Int {
        let room = max(0, characters - cluster.count)
        let last = max(0, min(cluster.lowerBound, starts.count - 1 - characters))
        let lowest = max(0, cluster.lowerBound - (cluster.lowerBound - last > room / 3 ? room : room / 3))
        var best = cluster.lowerBound
        for index in stride(from: cluster.lowerBound, through: lowest, by: -1) {
            if cuts[index] > cuts[best] || (cuts[index] == cuts[best] && cuts[index] == .word) { best = index }
            if cuts[index] == .sentence { break }
        }
        return best
    }

    /// The character behind the last one: the best cut in the last third of the room, at least a word's end.
    private func ending(from start: Int, _ cluster: Range<Int>) -> Int {
        let limit = min(starts.count - 1, start + characters)
        let lowest = max(cluster.upperBound, start + 1, limit - characters / 3)
        guard lowest < limit else { return limit }
        var best = limit
        for index in stride(from: limit, through: lowest, by: -1) where cuts[index] > cuts[best] { best = index }
        return best
    }

    private static func cut(_ before: Kind?, _ kind: Kind) -> Cut {
        guard let before else { return .sentence }
        switch kind {
        // Blanks, points, closing quotes and brackets stay with what stands before them.
        case .blank, .stop, .pause, .closing, .point: return .none
        case .latin, .other: break
        }
        return switch before {
        case .stop: .sentence
        case .pause: .clause
        case .blank, .closing, .other: .word
        case .latin, .point: kind == .latin ? .none : .word
        }
    }
}
