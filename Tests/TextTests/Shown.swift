import Text

/// Tokens as short lines: position, kind sign, term; reserved bytes as `<n>`.
func shown(_ text: String, as structure: Analyzer.Structure = .plain) throws -> [String] {
    let list = try Analyzer().tokens(text, as: structure)
    return list.tokens.map { token in
        let place = token.position == TokenList.withoutPosition ? "-" : "\(token.position)"
        return "\(place) \(shown(list.term(token)))"
    }
}

/// The exact words, numbers and Han characters of a text with their positions, without pairs and stems.
func words(_ text: String) throws -> [String] {
    let list = try Analyzer().tokens(text)
    return list.tokens.filter { $0.kind == .word }.map { "\($0.position) \(shown(list.term($0)))" }
}

/// Bytes as text, those below 0x20 as `<n>`.
func shown(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    var run: [UInt8] = []
    for byte in bytes {
        if byte < 0x20 {
            text += String(decoding: run, as: UTF8.self) + "<\(byte)>"
            run = []
        } else {
            run.append(byte)
        }
    }
    return text + String(decoding: run, as: UTF8.self)
}

/// Whether a text holds what a query text stands for.
func finds(
    _ query: String,
    in text: String,
    quoted: Bool = false,
    truncates: Bool = true,
    positions: Bool = false
) throws -> Bool {
    let reading = QueryAnalyzer.Reading(isQuoted: quoted, truncates: truncates, needsPositions: positions)
    return try Highlighter().matches(text, QueryAnalyzer().analyse(query, reading))
}

/// The part of a text that a range of its UTF-8 names.
func part(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
}

/// A small seeded generator (SplitMix64), so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
