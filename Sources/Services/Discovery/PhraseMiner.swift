import Domain
import Text

/// Words and phrases that several texts share.
///
/// Han characters and Latin words are the units; a phrase is 2 to 8 Han characters, or 1 to 3 Latin words, side by side.
/// One part of a longer phrase that hardly ever stands without it is left out, as is what begins or ends with a word of
/// grammar.
///
/// **Source** phrases grow only from parts that are frequent themselves: R. Agrawal, R. Srikant, Fast algorithms for mining
/// association rules, VLDB 1994. Parts of longer phrases: K. Frantzi, S. Ananiadou, H. Mima, Automatic recognition of
/// multi-word terms, IJDL 3 (2000).
struct PhraseMiner {
    /// A phrase with the number of texts that have it.
    struct Phrase: Hashable, Sendable {
        var text: String
        var texts: Int
    }

    /// The kind of phrase that is looked for.
    enum Script: Sendable {
        case han, latin
    }

    private let script: Script
    private let fewest: Int
    /// The units of all texts one after another; -1 where a phrase cannot go on.
    private var units: [Int32] = []
    /// The text of each place in `units`.
    private var owners: [Int32] = []
    private var words: [String] = []

    /// Reads texts.
    ///
    /// - Parameters:
    ///   - texts: The texts, of each at most `longestText` characters are read.
    ///   - script: What is looked for.
    ///   - fewest: Texts that have to share a phrase.
    init(_ texts: [String], _ script: Script, fewest: Int) {
        self.script = script
        self.fewest = max(1, fewest)
        var known: [String: Int32] = [:]
        var folder = TextFolder()
        for (owner, text) in texts.enumerated() {
            for word in Self.units(of: folder.fold(String(text.prefix(Self.longestText))), script) {
                var unit: Int32 = -1
                if let word {
                    unit = known[word] ?? Int32(truncatingIfNeeded: words.count)
                    if unit == words.count {
                        known[word] = unit
                        words.append(word)
                    }
                }
                units.append(unit)
                owners.append(Int32(truncatingIfNeeded: owner))
            }
            units.append(-1)
            owners.append(Int32(truncatingIfNeeded: owner))
        }
    }

    /// Characters of one text that are read.
    static let longestText = 600

    /// The phrases, those of the most texts first, equal ones by their text.
    func phrases(limit: Int) -> [Phrase] {
        var found: [Phrase] = []
        var level = Level(units, counts: texts(of: units, ids: words.count))
        var starts = [Int](repeating: -1, count: words.count)
        for (place, unit) in units.enumerated() where unit >= 0 && starts[Int(unit)] < 0 { starts[Int(unit)] = place }
        for length in 1...(script == .han ? 8 : 3) {
            let (next, nextStarts, parents) = grown(level, length)
            var absorbed = [Bool](repeating: false, count: level.counts.count)
            for (id, pair) in parents.enumerated() where isPhrase(nextStarts[id], length + 1) {
                for part in [pair.0, pair.1] where 5 * next.counts[id] >= 4 * level.counts[Int(part)] {
                    absorbed[Int(part)] = true
                }
            }
            for id in level.counts.indices where level.counts[id] >= fewest && !absorbed[id] {
                guard isPhrase(starts[id], length), script == .latin || length > 1 else { continue }
                found.append(Phrase(text: text(starts[id], length), texts: level.counts[id]))
            }
            (level, starts) = (next, nextStarts)
        }
        found.sort { ($0.texts, $1.text) > ($1.texts, $0.text) }
        return Array(found.prefix(limit))
    }

    /// What stands at each place by number, and how many texts have it.
    private struct Level {
        var ids: [Int32]
        var counts: [Int]

        init(_ ids: [Int32], counts: [Int]) {
            self.ids = ids
            self.counts = counts
        }
    }

    /// Phrases longer by one unit, of two parts that are frequent; where each first stands, and its parts.
    private func grown(_ level: Level, _ length: Int) -> (Level, starts: [Int], parents: [(Int32, Int32)]) {
        var ids = [Int32](repeating: -1, count: level.ids.count)
        var known: [UInt64: Int32] = [:]
        var starts: [Int] = []
        var parents: [(Int32, Int32)] = []
        for place in level.ids.indices.dropLast() {
            let (left, right) = (level.ids[place], level.ids[place + 1])
            guard left >= 0, right >= 0, level.counts[Int(left)] >= fewest, level.counts[Int(right)] >= fewest else {
                continue
            }
            let key = UInt64(left) << 32 | UInt64(right)
            if let id = known[key] {
                ids[place] = id
            } else {
                let id = Int32(truncatingIfNeeded: starts.count)
                known[key] = id
                ids[place] = id
                starts.append(place)
                parents.append((left, right))
            }
        }
        return (Level(ids, counts: texts(of: ids, ids: starts.count)), starts, parents)
    }

    private func texts(of ids: [Int32], ids count: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: count)
        var last = [Int32](repeating: -1, count: count)
        for (place, id) in ids.enumerated() where id >= 0 && last[Int(id)] != owners[place] {
            last[Int(id)] = owners[place]
            counts[Int(id)] += 1
        }
        return counts
    }

    private func text(_ start: Int, _ length: Int) -> String {
        units[start..<start + length].map { words[Int($0)] }.joined(separator: script == .han ? "" : " ")
    }

    /// Whether no word of grammar stands at an end.
    private func isPhrase(_ start: Int, _ length: Int) -> Bool {
        let grammar = script == .han ? Self.grammarHan : Self.grammarLatin
        let (first, last) = (words[Int(units[start])], words[Int(units[start + length - 1])])
        if script == .latin, length == 1, first.utf8.count < 3 { return false }
        return !grammar.contains(first) && !grammar.contains(last)
    }

    // MARK: Units

    /// The units of a folded text; nil where a phrase cannot go on.
    private static func units(of text: String, _ script: Script) -> [String?] {
        var units: [String?] = []
        var word = ""
        func end(_ word: inout String) {
            if !word.isEmpty { units.append(word.utf8.allSatisfy { $0 <= 0x39 } ? nil : word) }
            word = ""
        }
        for scalar in text.unicodeScalars {
            let isHan = scalar.isHan
            if script == .latin, !isHan, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(scalar)
                continue
            }
            end(&word)
            if script == .han, isHan, !joints.contains(scalar) {
                units.append(String(scalar))
            } else if script == .han || (scalar != " " && scalar != "-") {
                units.append(nil)
            }
        }
        end(&word)
        return units
    }

    /// Characters that join words and stand in no term.
    private static let joints = Set("的了与及或其该".unicodeScalars)

    /// Characters of grammar, and those of every abstract: no term begins or ends with them.
    private static let grammarHan = Set(
        "的了和与及或在于为是其该所一种个这那将把被使以从到由对向并且而则也都又还可能有无不之中上下内外间等各每本所述包括设通过".map(String.init)
    )

    private static let grammarLatin: Set<String> = [
        "a", "an", "the", "of", "and", "or", "for", "to", "in", "on", "at", "by", "with", "from", "into", "is", "are",
        "be", "being", "been", "as", "that", "which", "this", "these", "those", "its", "it", "has", "have", "having",
        "said", "wherein", "thereof", "therefor", "comprises", "comprising", "including", "includes", "can", "may",
        "such", "than", "between", "through", "under", "over", "one", "two", "first", "second", "least",
        "according", "using", "used", "provided", "not", "so", "when", "where", "whereby", "each", "other", "same",
    ]
}
