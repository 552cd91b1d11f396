import Index

/// A hit that may come into the answer: where it is and a key that sorts greatest first.
struct Candidate {
    /// False for hits without a sort key; they come last.
    var hasKey: Bool
    /// Greater is earlier.
    var key: UInt64
    var segment: UInt32
    var document: UInt32

    /// Whether this one's key is earlier; false for equal keys.
    func isEarlier(than other: Candidate) -> Bool {
        hasKey == other.hasKey ? key > other.key : hasKey
    }

    /// The score behind the key of a hit that is ordered by score.
    var score: Double { KeyCoding.score(ofKey: key) }

    func hasSameKey(as other: Candidate) -> Bool {
        hasKey == other.hasKey && key == other.key
    }
}

/// Turns scores and numbers into keys that sort greatest first, and back.
struct KeyCoding {
    private static let sign: UInt64 = 1 << 63

    /// What hits are ordered by.
    enum Kind {
        case score
        case number(descending: Bool)
        case label(LabelMap, descending: Bool)
        case identifier
    }

    let kind: Kind

    static func key(score: Double) -> UInt64 {
        let bits = (score + 0).bitPattern
        return bits & sign == 0 ? bits | sign : ~bits
    }

    static func score(ofKey key: UInt64) -> Double {
        Double(bitPattern: key & sign == 0 ? ~key : key ^ sign)
    }

    static func key(number: Int64, descending: Bool) -> UInt64 {
        let ascending = UInt64(bitPattern: number) ^ sign
        return descending ? ascending : ~ascending
    }

    /// The key of a label by its number in the label map; between two numbers there is room for a label that the map lacks.
    static func key(label number: Int, descending: Bool) -> UInt64 {
        key(number: 2 * Int64(number), descending: descending)
    }

    private static func number(ofKey key: UInt64, descending: Bool) -> Int64 {
        Int64(bitPattern: (descending ? key : ~key) ^ sign)
    }

    /// The key as the caller sees it.
    func sortKey(_ candidate: Candidate) -> SortKey {
        guard candidate.hasKey else { return .missing }
        switch kind {
        case .identifier:
            return .identifier
        case .score:
            return .score(candidate.score)
        case .number(let descending):
            return .number(Self.number(ofKey: candidate.key, descending: descending))
        case .label(let map, let descending):
            return .label(map.label(Int(Self.number(ofKey: candidate.key, descending: descending) / 2)))
        }
    }

    /// The place of a caller's key in this order; it names no document.
    func candidate(_ key: SortKey) throws(SearchFailure) -> Candidate {
        switch (key, kind) {
        case (.score(let score), .score):
            return Candidate(hasKey: true, key: Self.key(score: score), segment: 0, document: 0)
        case (.number(let number), .number(let descending)):
            let value = Self.key(number: number, descending: descending)
            return Candidate(hasKey: true, key: value, segment: 0, document: 0)
        case (.label(let label), .label(let map, let descending)):
            let (number, isThere) = map.number(of: label)
            let value =
                isThere
                ? Self.key(label: number, descending: descending)
                : Self.key(number: 2 * Int64(number) - 1, descending: descending)
            return Candidate(hasKey: true, key: value, segment: 0, document: 0)
        case (.missing, .number), (.missing, .label):
            return Candidate(hasKey: false, key: 0, segment: 0, document: 0)
        case (.identifier, .identifier):
            return Candidate(hasKey: true, key: 0, segment: 0, document: 0)
        default:
            throw .cursorMismatch
        }
    }
}
