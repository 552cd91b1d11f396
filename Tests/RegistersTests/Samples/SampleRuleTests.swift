import Domain
import Testing

@testable import Registers

/// What the rules for samples ask of every record.
struct SampleRuleTests {
    // Every third one as it is after some changes.
    static let records = (0..<20_000).map { SampleMaker(seed: 1).record($0, revision: $0 % 3) }

    @Test func `every record is flagged and has an identity of its own`() {
        #expect(Self.records.allSatisfy { $0.bibliography.sample == true })
        #expect(Set(Self.records.map { $0.entryID?.description }).count == 20_000)
        #expect(Self.records.allSatisfy { $0.entryID.flatMap { EntryID($0.description) } == $0.entryID })
    }

    @Test func `no two records share any number`() {
        var seen: [String: Int] = [:]
        for (index, right) in Self.records.enumerated() {
            for key in right.identityKeys {
                let name = "\(right.register) \(key.field) \(key.value)"
                #expect(seen[name] == nil, "records \(seen[name] ?? 0) and \(index) share \(name)")
                seen[name] = index
            }
        }
    }

    @Test func `Chinese application numbers have unassigned serials and right check digits`() throws {
        for right in Self.records where ["patent", "design"].contains(right.register.rawValue) {
            let application = try #require(right.bibliography.application)
            guard application.country == "CN" else { continue }
            let number = try #require(ApplicationNumber.read(application.number))
            #expect(number.checkDigit == .correct)
            #expect(number.digits.utf8.count == 12 && number.digits.dropFirst(5).first == "9", "\(application.number)")
            #expect(number.kind.right == right.bibliography.right)
            #expect(number.year == application.date?.year)
        }
    }

    @Test func `publications have unassigned numbers`() {
        for right in Self.records {
            for publication in right.bibliography.publications {
                switch (publication.country, publication.kind) {
                case ("CN", "A"), ("CN", "B"): #expect(publication.number.hasPrefix("199"))
                case ("CN", "U"): #expect(publication.number.hasPrefix("299"))
                case ("CN", "S"): #expect(publication.number.hasPrefix("399"))
                case ("EP", _), ("FR", _): #expect(publication.number.hasPrefix("99"))
                default: #expect(publication.number.contains("2099"), "\(publication)")
                }
                if publication.country == "CN" {
                    #expect(PublicationNumber.read("CN\(publication.number)") != nil)
                }
            }
        }
    }

    @Test func `marks are prefixed and other rights say that they are samples`() throws {
        for right in Self.records {
            switch right {
            case .trademark(let mark):
                #expect(mark.details.mark?.text?.hasPrefix("示例-") == true)
                #expect(mark.bibliography.application?.number.hasPrefix("99") == true)
            case .gi(let indication):
                #expect(indication.details.names.first?.text.hasPrefix("示例-") == true)
                #expect(indication.bibliography.fileNumber?.hasPrefix("GI-SAMPLE-") == true)
            case .layout(let layout):
                #expect(layout.bibliography.titles.first?.text.hasPrefix("示例-") == true)
                #expect(layout.bibliography.registration?.number.hasPrefix("BS.99") ?? true)
            case .patent, .design:
                #expect(right.bibliography.abstracts.map { String($0.text.prefix(3)) }.contains("示例："))
            }
        }
    }

    @Test func `parties are fictional, credit codes of region 990000`() throws {
        var codes: [String: String] = [:]
        for right in Self.records {
            let record = right.bibliography
            for party in record.applicants + record.owners + record.users {
                let isMarked = party.name.contains("示") || party.name.contains("Sample")
                #expect(isMarked, "\(party.name)")
                #expect(
                    party.isOrganisation
                        == (party.code != nil || party.name.contains("Sample") || party.country != "CN")
                )
                guard let code = party.code else {
                    #expect(party.address == nil && party.street == nil, "a private address of \(party.name)")
                    continue
                }
                let read = try #require(UnifiedSocialCreditCode.read(code))
                #expect(read.check == .correct && read.regionCode == "990000")
                #expect(codes[code] ?? party.name == party.name, "\(code) is \(codes[code] ?? "") and \(party.name)")
                codes[code] = party.name
                #expect(party.address?.contains("示例路") == true)
            }
            for party in record.inventors + record.designers + record.agents {
                #expect(party.name.contains("示") || party.name.contains("Sample"))
            }
            for agency in record.agencies {
                #expect(agency.code?.hasPrefix("99") == true && agency.name.contains("示例"))
            }
        }
    }

    @Test func `nothing looks like an identity number or a mobile number`() throws {
        for right in Self.records.prefix(1_500) {
            let json = String(decoding: try CanonicalJSON.encode(right), as: UTF8.self)
            #expect(!ResidentNumber.isContained(in: json))
            let runs = json.split { !$0.isASCII || !$0.isNumber }
            #expect(!runs.contains { $0.utf8.count == 11 && $0.hasPrefix("1") }, "a mobile number in \(json)")
            let record = right.bibliography
            for party in record.applicants + record.owners + record.inventors {
                #expect(!ResidentNumber.looksLikeResidentID(party.code ?? ""))
            }
        }
    }

    @Test func `no date lies in the future of the newest day, and events follow filing`() {
        let newest = SampleDay.newest.date
        for right in Self.records {
            let record = right.bibliography
            let filed = record.application?.date
            let dates =
                record.publications.compactMap(\.date) + record.events.compactMap(\.date)
                + [record.status?.date].compactMap(\.self)
            for date in dates {
                #expect(date <= newest, "\(right.entryID?.description ?? "")")
                if let filed { #expect(date >= filed, "\(right.entryID?.description ?? "")") }
            }
            #expect(record.events.map { $0.date?.number ?? 0 } == record.events.map { $0.date?.number ?? 0 }.sorted())
        }
    }

    @Test func `every record that should speak English does`() {
        for right in Self.records {
            #expect(right.title(in: "en") != nil)
            #expect(!right.displayTitle.isEmpty)
        }
    }
}
