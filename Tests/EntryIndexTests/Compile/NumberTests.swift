import Domain
import Query
import Testing

@testable import EntryIndex

/// Numbers in every way of typing them.
struct NumberTests {
    static func applications() throws -> SmallIndex {
        let numbers: [(String?, String)] = [
            ("CN", "201910302430.1"), ("CN", "201910302431"), ("CN", "2014100000019"), ("CN", "85102475"),
            ("US", "16/123,456"),
            (nil, "CN201410000003.5"), ("EP", "05255002.7"),
        ]
        return try SmallIndex.records(numbers) { record, number in
            record.application = DocumentID(country: number.0, number: number.1)
        }
    }

    @Test(arguments: [
        ("AN=CN201910302430.1", "A"), ("AN=201910302430.1", "A"), ("AN=2019103024301", "A"), ("AN=201910302430", "A"),
        ("AN=CN201910302430", "A"), ("AN=ZL201910302430.1", "A"), ("AN=ZL 2019 1 0302430.1", "A"),
        ("AN=cn201910302430.1", "A"),
        ("AN=201910302430.7", "A"), ("AN=CN201910302430.1A", "A"), ("AN=201910302431.X", "B"), ("AN=201910302431", "B"),
        ("AN=(CN2019+)", "AB"), ("申请号=(2014+)", "CF"), ("AN=2014*", "CF"), ("AN=ZL2014+", "CF"),
        ("AN=CN201410000001.9+", "C"),
        ("AN=CN2019103024301+", "A"), ("AN=85102475", "D"), ("AN=CN85102475", "D"), ("AN=8510+", "D"),
        ("AN=16/123456", "E"), ("AN=US16123456", "E"), ("AN=16123456", "E"), ("AN=16+", "E"), ("AN=US16+", "E"),
        ("AN=EP05255002.7", "G"),
        ("AN=EP52550027", "G"), ("AN=+302430", "A"), ("AN=+3024301", "A"), ("AN=+0302+", "AB"), ("AN=+24301+", "A"),
        ("AN=*", "ABCDEFG"),
        ("AN=201910302432", "-"), ("AN=CN16123456", "-"), ("PN=201910302430", "-"),
        ("CN201910302430.1", "A"), ("201910302430.1", "A"), ("201910302430", "A"),
        ("AN=(201910302430 201910302431)", "AB"),
    ])
    func `application numbers`(query: String, expected: String) throws {
        #expect(try Self.applications().found(query) == expected)
    }

    @Test(arguments: [
        ("PN=CN110083831A", "A"), ("PN=CN110083831", "A"), ("PN=110083831", "A"), ("PN=110083831A", "A"),
        ("PN=CN110083831B", "-"),
        ("PN=CN1101455A", "B"), ("PN=CN1101455C", "C"), ("PN=CN1101455", "BC"), ("PN=US8930553B2", "D"),
        ("PN=US 8,930,553 B2", "D"),
        ("PN=US8930553", "D"), ("PN=8930553", "D"), ("PN=US08930553", "D"), ("PN=EP8930553", "-"),
        ("PN=WO2002014184", "E"),
        ("PN=WO0214184A1", "E"), ("PN=WO02/14184", "E"), ("PN=CN1101+", "BC"), ("PN=1101+", "BC"),
        ("PN=CN110083831A+", "A"), ("PN=+831A", "A"),
        ("PN=CN12345678U", "F"), ("PN=CN12345678", "F"), ("CN110083831A", "A"), ("US8930553B2", "D"),
    ])
    func `publication numbers`(query: String, expected: String) throws {
        let numbers: [(String, String, String?)] = [
            ("CN", "110083831", "A"), ("CN", "1101455", "A"), ("CN", "1101455", "C"), ("US", "08930553", "B2"),
            ("WO", "02/14184", "A1"), ("CN", "12345678", nil),
        ]
        let index = try SmallIndex.records(numbers) { record, number in
            record.publications = [DocumentID(country: number.0, number: number.1, kind: number.2)]
        }
        #expect(try index.found(query) == expected)
    }

    @Test(arguments: [
        ("RN=12345678", "A"), ("RN=12345678A", "B"), ("RN=G1234567", "C"), ("RN=01234567", "D"), ("RN=1234567", "D"),
        ("AN=991234567", "E"),
        ("AN=99123456", "-"), ("RN=BS.991000001", "F"), ("RN=BS991000001", "F"), ("RN=BS99+", "F"), ("12345678", "A"),
    ])
    func `numbers of marks and other registrations`(query: String, expected: String) throws {
        let index = try SmallIndex.records(
            ["12345678", "12345678A", "G1234567", "01234567", "an", "BS.991000001"],
            right: .trademark
        ) { record, number in
            if number == "an" {
                record.application = DocumentID(country: "CN", number: "991234567")
            } else {
                record.registration = DocumentID(country: "CN", number: number)
            }
        }
        #expect(try index.found(query) == expected)
    }

    @Test func `other numbers of a patent`() throws {
        var record = Bibliography(right: .patent)
        record.priorities = [Priority(country: "US", number: "60/984,910")]
        record.related = [Relation(relation: "division", country: "CN", number: "201410000001.9")]
        var details = Patent.Details()
        var filing = InternationalFiling()
        filing.application = DocumentID(country: "WO", number: "PCT/CN01/00123")
        filing.publication = DocumentID(country: "WO", number: "2002014184", kind: "A1")
        details.pct = filing
        var family = Family()
        family.id = "SAMPLE-00000012"
        family.publications = ["US8930553B2"]
        details.family = family
        details.citations = Citations(patents: [Citation(country: "CN", number: "1101455", kind: "C")])
        let index = try SmallIndex(["A": .patent(Patent(bibliography: record, details: details))])
        for query in [
            "PR=60/984910", "PR=US60984910", "DIV=CN201410000001", "PCTAN=PCT/CN2001/000123", "PCTAN=PCTCN0100123",
            "PCTPN=WO0214184", "FM=SAMPLE-00000012", "FM=US8930553", "CT=CN1101455C", "CT=CN1101455", "CT=*", "FM=*",
            "PR=*",
        ] {
            #expect(try index.found(query) == "A", "\(query)")
        }
        for query in ["CT=CN1101455A", "PN=CN1101455C", "AN=60984910", "PR=61984910"] {
            #expect(try index.found(query) == "-", "\(query)")
        }
    }

    @Test func `beginnings are not cut however many numbers there are`() throws {
        // More numbers than a truncated word may stand for.
        let count = 60
        let index = try SmallIndex.records(Array(0..<count)) { record, place in
            record.application = DocumentID(country: "CN", number: "2019100\(10_000 + place)")
        }
        let compiled = try index.compiled("AN=CN2019+")
        let searcher = Searcher(index.searcher.snapshot, options: SearchOptions(maximumExpansion: 5))
        let answer = try searcher.count(compiled.tree)
        #expect(answer.total == count)
        #expect(answer.notes.isEmpty)
    }
}
