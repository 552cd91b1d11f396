import Domain
import Testing

@testable import Registers

struct SampleMakerTests {
    @Test func `the same seed makes the same records, another seed others`() {
        #expect(SampleMaker(seed: 7).record(123) == SampleMaker(seed: 7).record(123))
        #expect(SampleMaker(seed: 7).record(123) != SampleMaker(seed: 8).record(123))
    }

    @Test func `a revision changes every record and no identity`() {
        let maker = SampleMaker(seed: 7)
        for index in 0..<2_000 {
            let (first, second) = (maker.record(index), maker.record(index, revision: 1))
            #expect(first == maker.record(index, revision: 0))
            #expect(second == maker.record(index, revision: 1))
            #expect(first != second && second != maker.record(index, revision: 2), "record \(index)")
            #expect(first.identityKeys == second.identityKeys, "record \(index)")
            #expect(first.bibliography.status == second.bibliography.status)
            #expect(second.bibliography.events.count == first.bibliography.events.count + 1)
        }
    }

    /// Far numbers beside near ones: serials repeat neither within a million records nor beyond.
    @Test(arguments: [1, 2, 99] as [UInt64]) func `identities stay apart up to ten million records`(seed: UInt64) {
        let maker = SampleMaker(seed: seed)
        var seen: Set<String> = []
        var random = SampleRandom(seed: seed, .record, 0)
        for _ in 0..<40 {
            let start = random.below(1_000_000)
            for million in 0..<10 {
                let right = maker.record(start + million * 1_000_000)
                for key in right.identityKeys where key.field != .registration {
                    let isNew = seen.insert("\(right.register) \(key.field) \(key.value)").inserted
                    #expect(isNew, "seed \(seed), record \(start) + \(million) million: \(key.value)")
                }
            }
        }
    }

    @Test func `year and serial number are never used twice`() {
        for first in [0, 1_999_000, 9_997_000] {
            var seen: Set<Int> = []
            for index in first..<first + 3_000 {
                let (year, serial) = SampleYears.place(index)
                #expect((0..<1_000_000).contains(serial))
                #expect(seen.insert(year * 10_000_000 + serial).inserted)
            }
        }
        // The densest year of the last block still fits below the end of the unassigned serials.
        #expect((9_999_000..<10_000_000).allSatisfy { SampleYears.place($0).serial < 1_000_000 })
    }

    @Test func `days are reckoned as the calendar does`() {
        #expect(SampleDay(year: 1970, month: 1, day: 1).number == 0)
        #expect(SampleDay(year: 2024, month: 2, day: 29).number == 19_782)
        #expect(SampleDay(19_782).date.description == "2024-02-29")
        #expect((SampleDay(year: 2023, month: 12, day: 31) + 1).date.description == "2024-01-01")
        // 2024-02-29 was a Thursday.
        #expect(SampleDay(19_782).weekday == 3)
        #expect(SampleDay(19_782).patentGazetteDay.date.description == "2024-03-01")
        #expect(SampleDay(19_782).markGazetteDay.date.description == "2024-03-06")
        #expect((SampleDay(19_782) + 3).workingDay.date.description == "2024-03-01")
        for number in stride(from: -3_000, to: 25_000, by: 7) {
            let date = SampleDay(number).date
            #expect(SampleDay(year: date.year, month: date.month ?? 0, day: date.day ?? 0).number == number)
        }
    }

    @Test func `small numbers are more frequent by Zipf's law`() {
        var random = SampleRandom(seed: 5, .record, 0)
        var counts = Array(repeating: 0, count: 100)
        for _ in 0..<100_000 { counts[random.skewed(100)] += 1 }
        // ln 2 / ln 101 of all draws are 0, ln 1.5 / ln 101 are 1, ln(101/100) / ln 101 are 99.
        #expect((14_400...15_600).contains(counts[0]))
        #expect((8_300...9_300).contains(counts[1]))
        #expect((120...320).contains(counts[99]))
        var flat = Array(repeating: 0, count: 100)
        for _ in 0..<100_000 { flat[random.skewed(100, flat: 20)] += 1 }
        // ln(21/20) / ln(120/20) and ln(120/119) / ln(120/20).
        #expect((2_500...2_950).contains(flat[0]))
        #expect((350...590).contains(flat[99]))
    }

    @Test func `there are no records beyond ten million`() {
        #expect(SampleMaker.limit == 10_000_000)
    }
}
