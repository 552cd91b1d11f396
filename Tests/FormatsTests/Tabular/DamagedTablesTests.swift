import Testing

@testable import Formats

/// Files damaged at random must end in records, rejects or a failure, never in anything else.
struct DamagedTablesTests {
    static let rows = #"""
        申请号,名称,申请日,摘要
        CN201220249767.4,"轨,枕",2012.05.31,"一种
        轨枕"
        CN201220249771.0,道岔,2012-05-31,二
        CN201220249766.X,"a ""b""",2012,三

        """#
    static let lines = #"""
        {"申请号": "CN201220249767.4", "名称": "轨枕", "发明人": ["甲", "乙"]}
        {"right": "patent", "application": {"country": "CN", "number": "85102475"}, "classes": {"ipc": ["H02K 17/02"]}}

        """#

    /// Changes, removes, doubles or cuts a few bytes.
    private func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert([0x22, 0x0A, 0x2C, 0x00, 0x7B, 0xFF].randomElement(using: &random) ?? 0, at: place)
            case 3: bytes.removeSubrange(place..<min(bytes.count, place + 20))
            default: bytes += bytes[place..<min(bytes.count, place + 40)]
            }
        }
        return bytes
    }

    @Test(arguments: [SourceFormat.csv, .jsonl, .xlsx])
    func `damage ends in records, rejects or a failure`(format: SourceFormat) {
        let book = WorkbookFixture([["申请号", "名称"], ["CN201220249767.4", "轨枕"], ["CN201220249771.0", "道岔"]])
        let sound: [UInt8] =
            switch format {
            case .csv: Array(Self.rows.utf8)
            case .jsonl: Array(Self.lines.utf8)
            default: book.bytes
            }
        for seed in UInt64(1)...400 {
            var random = SeededGenerator(seed: seed)
            let bytes = damaged(sound, &random)
            let whole = TableReading(bytes, as: format)
            #expect(whole.records.count <= 8 && whole.rejects.count <= 30, "seed \(seed)")
            guard format != .xlsx else { continue }
            // The size of the pieces in which a file arrives changes nothing.
            let pieces = TableReading(bytes, as: format, pieceSize: Int.random(in: 1...9, using: &random))
            #expect(whole.records == pieces.records && whole.rejects == pieces.rejects, "seed \(seed)")
        }
    }

    @Test func `damaged files are looked at without harm`() {
        let sound = [Array(Self.rows.utf8), Array(Self.lines.utf8), WorkbookFixture([["申请号"]]).bytes]
        for seed in UInt64(1)...300 {
            var random = SeededGenerator(seed: seed)
            let bytes = damaged(sound[Int(seed % 3)], &random)
            if case .skipped(let reason) = Recognition(head: bytes) { #expect(!reason.isEmpty, "seed \(seed)") }
        }
    }
}
