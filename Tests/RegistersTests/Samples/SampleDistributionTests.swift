import Domain
import Testing

@testable import Registers

/// Whether the samples are skewed as real registers are.
struct SampleDistributionTests {
    private let records = SampleRuleTests.records

    private func counts(_ values: some Sequence<String>) -> [String: Int] {
        values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    @Test func `every kind of right has its share`() {
        let kinds = counts(records.map { $0.bibliography.right.rawValue })
        let expected = [
            "patent": 6_800...8_000, "utilityModel": 4_400...5_300, "trademark": 4_400...5_200, "design": 1_900...2_500,
            "gi": 280...520, "layout": 280...520,
        ]
        for (kind, range) in expected { #expect(range.contains(kinds[kind] ?? 0), "\(kind) \(kinds[kind] ?? 0)") }
    }

    @Test func `filings grow by about nine percent a year`() {
        let years = (2003...2025).map { year in
            (0..<10_000).count { SampleYears.place($0).year == year }
        }
        #expect(years.reduce(0, +) == 10_000)
        for (earlier, later) in zip(years, years.dropFirst()) { #expect(earlier <= later) }
        let growth = Double(years[22]) / Double(years[12])
        // 1.09 to the tenth power is 2.37.
        #expect(growth > 2.2 && growth < 2.55)
    }

    @Test func `all 34 provincial units occur, the first far more often than the last`() {
        let regions = counts(
            records.flatMap { $0.bibliography.applicants + $0.bibliography.owners }
                .compactMap { RecognisedRegion.find(party: $0)?.province.code }
        )
        #expect(regions.count == 34)
        #expect((regions["440000"] ?? 0) > 5 * (regions["820000"] ?? 0))
        #expect(SamplePlace.provinces.count == 34)
        for places in SamplePlace.provinces {
            let place = places[0]
            #expect(RecognisedRegion.find(address: place.province + place.city)?.province.name == place.province)
        }
    }

    @Test func `applicants follow Zipf's law at the head and have a long tail`() {
        let names = counts(
            records.flatMap { $0.bibliography.applicants + $0.bibliography.owners }.map(\.name)
        )
        let sorted = names.values.sorted(by: >)
        #expect(names.count > 5_000)
        #expect(sorted[0] > 20 && sorted[0] < 400)
        #expect(sorted[0] > 3 * sorted[200])
        #expect(names.values.count { $0 == 1 } > names.count / 2)
    }

    @Test func `fields, Nice classes and Locarno classes are skewed and wide`() {
        let subclasses = counts(records.compactMap { $0.bibliography.classes.ipc.first?.prefix(4) }.map(String.init))
        #expect(subclasses.count == SampleTopic.all.count)
        #expect((subclasses["G06F"] ?? 0) > 8 * (subclasses["D03D"] ?? 0))
        let nice = counts(records.flatMap(\.bibliography.classes.nice))
        #expect(Set(nice.keys) == Set((1...45).map(String.init)))
        #expect((nice["35"] ?? 0) > 5 * (nice["13"] ?? 0))
        #expect(counts(records.flatMap(\.bibliography.classes.locarno)).count == SampleVocabulary.designs.count)
    }

    @Test func `legal states are mixed and all understood`() {
        let states = counts(
            records.filter { $0.bibliography.status != nil }.map { LegalSummary($0.bibliography).state.name }
        )
        #expect(Set(states.keys) == ["inForce", "pending", "lapsed"])
        for (_, count) in states { #expect(count > 1_500) }
    }

    @Test func `families share title, people and the first filing`() throws {
        let members = records.compactMap { right -> Patent? in
            if case .patent(let patent) = right, patent.details.family != nil { patent } else { nil }
        }
        #expect(members.count > 1_000)
        for (_, family) in Dictionary(grouping: members, by: { $0.details.family?.id ?? "" }) {
            let first = try #require(family.first)
            #expect(family.count == first.details.family?.simpleSize)
            #expect(Set(family.map { $0.bibliography.titles }).count == 1)
            #expect(Set(family.map { $0.bibliography.inventors.count }).count == 1)
            #expect(Set(family.map { $0.bibliography.application?.country }).count == family.count)
            let publications = family.compactMap { $0.bibliography.publications.first?.id }
            #expect(Set(publications) == Set(first.details.family?.publications ?? []))
            let claimed = Set(family.flatMap(\.bibliography.priorities))
            #expect(claimed.count == 1)
            #expect(family.count { $0.bibliography.priorities.isEmpty } == 1)
            let origin = try #require(family.first { $0.bibliography.priorities.isEmpty }).bibliography.application
            #expect(claimed.first?.number == origin?.number && claimed.first?.date == origin?.date)
        }
    }

    @Test func `citations name earlier publications of the set`() {
        var publications: [String: PartialDate] = [:]
        for right in records {
            for document in right.bibliography.publications {
                if let id = document.id { publications[id] = document.date }
            }
        }
        var cited = 0
        for case .patent(let patent) in records {
            for citation in patent.details.citations?.patents ?? [] {
                cited += 1
                let id = (citation.country ?? "") + (citation.number ?? "") + (citation.kind ?? "")
                #expect(publications[id] == citation.date, "\(id)")
                if let filed = patent.bibliography.application?.date, let date = citation.date { #expect(date < filed) }
            }
        }
        #expect(cited > 2_000)
    }

    @Test func `titles and claims are varied`() {
        let titles = counts(records.compactMap { $0.title(in: "zh") })
        #expect(titles.count > 6_000)
        #expect((titles.values.max() ?? 0) < 150)
        var claimCounts: Set<Int> = []
        for case .patent(let patent) in records {
            for set in patent.details.claims {
                claimCounts.insert(set.items.count)
                #expect(set.independent.first == 1)
                #expect(Set(set.items).count == set.items.count)
            }
        }
        #expect(claimCounts.isSuperset(of: [3, 4, 5, 6]))
    }

    @Test func `every field's parts fit what its subjects are`() {
        #expect(SampleTopic.all.count == 30)
        for topic in SampleTopic.all {
            #expect(topic.parts.count == 6 && topic.groups.count >= 5 && !topic.trade.en.isEmpty)
            for subject in topic.subjects {
                #expect((subject.nature == .device) ? !topic.arePartsSubstances : true, "\(topic.subclass)")
                #expect((subject.nature == .material) ? topic.arePartsSubstances : true, "\(topic.subclass)")
                #expect(!subject.name.zh.isEmpty && !subject.name.en.isEmpty)
            }
        }
        #expect(Set(SampleTopic.all.map(\.trade.zh)).count == 30)
    }
}
