import Index
import Query

/// Very many documents that are copies of a few thousand different ones, so that looking at every one takes no days.
///
/// A copy differs from its mould by its identifier, its version and its label in the column `serial`.
struct ScaleCorpus {
    /// Identifiers below this number occur in questions; their documents are looked at one by one.
    private static let named = 151
    static let wordKinds = [(10, "r"), (100, "rr"), (1_000, "rrr")]

    var corpus: RandomCorpus
    private var moulds: [SourceDocument] = []
    /// For each document that is live its mould.
    private(set) var live: [Int: Int] = [:]

    init(seed: UInt64, moulds count: Int) throws {
        let rare = Self.wordKinds.flatMap { rarity, word in (0..<rarity).map { "\(word)\($0)" } }
        corpus = try RandomCorpus(seed: seed, otherWords: rare)
        for number in 0..<count {
            var mould = corpus.document(id: -1)
            // Words of a tenth, a hundredth and a thousandth of the documents.
            for (rarity, word) in Self.wordKinds {
                mould.texts[1].append("\(word)\(number % rarity)", mould.texts[1].length)
                mould.texts[1].length += 1
            }
            moulds.append(mould)
        }
    }

    /// Makes a document of a random mould, live from now on.
    mutating func document(_ id: Int, version: UInt64) -> SourceDocument {
        let mould = corpus.random.number(0...(moulds.count - 1))
        live[id] = mould
        return copy(id, mould, version: version)
    }

    mutating func delete(_ id: Int) { live[id] = nil }

    private func copy(_ id: Int, _ mould: Int, version: UInt64 = 0) -> SourceDocument {
        var document = moulds[mould]
        document.id = "d\(id)"
        document.version = version
        document.labels["serial"] = [Self.serial(id)]
        return document
    }

    /// Two documents share a serial label at most.
    private static func serial(_ id: Int) -> String { "s\(id / 2)" }

    /// A random question, often narrowed by a rare word.
    mutating func query(depth: Int) -> QueryTree {
        let query = corpus.query(depth: depth)
        guard corpus.random.chance(50) else { return query }
        let (rarity, word) = corpus.random.element(Self.wordKinds)
        let rare = QueryTree.term(Array("\(word)\(corpus.random.number(0...(rarity - 1)))".utf8), fields: .all)
        return corpus.random.chance(70) ? .and([rare, query]) : .or([rare, .and([query, .not(rare)])])
    }

    /// The live documents that match, ascending.
    func matches(_ query: QueryTree) -> [Int] {
        let naive = NaiveEvaluator(corpus.patterns)
        let isMatch = moulds.map { naive.matches(query, $0) }
        return live.keys.filter { id in
            guard let mould = live[id] else { return false }
            return id < Self.named ? naive.matches(query, copy(id, mould)) : isMatch[mould]
        }.sorted()
    }

    func number(_ column: String, _ id: Int) -> Int64? { live[id].flatMap { moulds[$0].numbers[column] } }

    func labels(_ column: String, _ id: Int) -> Set<String> {
        if column == "serial" { return [Self.serial(id)] }
        return Set(live[id].flatMap { moulds[$0].labels[column] } ?? [])
    }
}
