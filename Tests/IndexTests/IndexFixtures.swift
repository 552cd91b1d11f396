import Bytes
import Foundation
import Index

/// A folder of its own for one test, in memory where the system offers that, removed afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let memory = "/dev/shm"
    let parent = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    let path = parent + "/huizhi-index-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    // What cannot be removed stays in a temporary folder and disturbs no other test.
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}

/// SplitMix64: the same numbers for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

extension Schema {
    /// Two fields with positions, one without; every kind of column.
    static let sample = Schema(
        textFields: [
            TextField(name: "title", weight: 3), TextField(name: "abstract"),
            TextField(name: "keywords", weight: 2, storesPositions: false),
        ],
        columns: [
            Column(name: "date", kind: .number), Column(name: "claims", kind: .number, isUpdatable: true),
            Column(name: "class", kind: .ordinals(multiple: true, order: .lexicographic)),
            Column(name: "applicant", kind: .ordinals(multiple: true, order: .frequency)),
            Column(name: "region", kind: .ordinals(multiple: false, order: .lexicographic)),
            Column(name: "status", kind: .ordinals(multiple: false, order: .frequency), isUpdatable: true),
        ],
        orderColumn: "date"
    )
}

/// Random documents of the sample schema, small enough to check in full.
struct DocumentMaker {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func document(_ id: String, version: UInt64, maximumTokens: Int = 12) -> Document {
        var fields: [FieldTokens] = []
        for field in 0..<3 where Bool.random(using: &generator) {
            var tokens: [Token] = []
            for position in 0..<UInt32.random(in: 0...UInt32(maximumTokens), using: &generator) {
                let term = skewedTerm()
                let isPlaced = Int.random(in: 0..<5, using: &generator) > 0
                tokens.append(Token(term: term, position: isPlaced ? position * 3 : nil))
            }
            tokens.shuffle(using: &generator)
            fields.append(FieldTokens(field: FieldID(rawValue: UInt8(field)), tokens: tokens, length: tokens.count))
        }
        var document = Document(id: id, version: version, fields: fields)
        addColumns(&document)
        return document
    }

    /// Other values for the updatable columns of a document.
    mutating func patch(_ id: String, version: UInt64) -> Document {
        var patch = document(id, version: version)
        patch.fields = []
        patch.numbers.removeAll { !Schema.sample.columns[$0.column].isUpdatable }
        patch.ordinals.removeAll { !Schema.sample.columns[$0.column].isUpdatable }
        return patch
    }

    private mutating func addColumns(_ document: inout Document) {
        if Int.random(in: 0..<6, using: &generator) > 0 {
            document.numbers.append(
                .init(column: 0, value: Int64.random(in: 20_000_101...20_000_131, using: &generator))
            )
        }
        if Bool.random(using: &generator) {
            let extremes: [Int64] = [.min, .max, 0, -1, 1, 12]
            document.numbers.append(.init(column: 1, value: extremes.randomElement(using: &generator) ?? 0))
        }
        for column in 2..<6 where Bool.random(using: &generator) {
            let count = column < 4 ? Int.random(in: 0...4, using: &generator) : 1
            let labels = (0..<count).map { _ in "标\(column)-\(Int.random(in: 0..<20, using: &generator))" }
            document.ordinals.append(.init(column: column, labels: labels))
        }
    }

    private mutating func skewedTerm() -> [UInt8] {
        let rank = Int.random(in: 0..<30, using: &generator) * Int.random(in: 0..<30, using: &generator) / 30
        return Array((rank % 3 == 0 ? "专利\(rank)" : "term\(rank)").utf8)
    }
}
