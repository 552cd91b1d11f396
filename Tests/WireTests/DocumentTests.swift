import Domain
import Foundation
import Testing
import Wire

/// The JSON forms as programs see them.
struct DocumentTests {
    private func text(_ document: some Encodable) throws -> String {
        String(decoding: try WireJSON.encode(document), as: UTF8.self)
    }

    @Test func `a refused query is told in exactly four members`() throws {
        let message = Bilingual("括号没有闭合", "A bracket is not closed.")
        let whole = QueryErrorDocument(message: message, position: 3, length: 1, suggestion: "(电池)")
        #expect(
            try text(whole)
                == #"{"error":{"length":1,"message":"括号没有闭合 / A bracket is not closed.","position":3,"suggestion":"(电池)"}}"#
                + "\n"
        )
        let bare = QueryErrorDocument(message: message, position: 0, length: 0, suggestion: nil)
        #expect(try text(bare).contains(#""suggestion":null"#))
        #expect(try JSONDecoder().decode(QueryErrorDocument.self, from: WireJSON.encode(bare)) == bare)
    }

    @Test func `totals are records and samples together and apart`() throws {
        let document = SearchDocument(
            total: CountDocument(records: 5, samples: 2),
            snapshot: 17,
            milliseconds: 1.5,
            query: "电池",
            expression: "电池"
        )
        let json = try text(document)
        for member in [#""total":7"#, #""records":5"#, #""samples":2"#, #""snapshot":17"#, #""milliseconds":1.5"#] {
            #expect(json.contains(member), "\(member)")
        }
        #expect(!json.contains("behind") && !json.contains("next"))
        #expect(try JSONDecoder().decode(SearchDocument.self, from: WireJSON.encode(document)) == document)
    }

    @Test func `a record stands flat beside what the node knows of it, and says when it is a sample`() throws {
        var bibliography = Bibliography(right: .patent)
        bibliography.titles = [LocalizedText(lang: "zh", text: "示例电池")]
        bibliography.sample = true
        let right = Right.patent(Patent(bibliography: bibliography))
        let id = EntryID(register: .patent, local: "CN1")
        let version = VersionDocument(version: 2, sequence: 9, time: 1_000, digest: "00")
        let entry = EntryDocument(id: id, right: right, version: version, url: "/patent/CN1")
        let json = try text(RecordDocument(right: right, entry: entry))
        for member in [
            #""id":"patent/CN1""#, #""register":"patent""#, #""right":"patent""#, #""sample":true"#, #""version":2"#,
            #""title":"示例电池""#, #""titles":[{"lang":"zh","text":"示例电池"}]"#, #""url":"/patent/CN1""#,
        ] {
            #expect(json.contains(member), "\(member) in \(json)")
        }
    }

    @Test func `a hit names holders once and its state in both languages`() throws {
        var bibliography = Bibliography(right: .utilityModel)
        bibliography.applicants = [Party(name: "甲公司"), Party(name: "甲公司")]
        bibliography.assignees = [Party(name: "乙大学")]
        bibliography.status = Status(text: "有效")
        bibliography.classes.ipc = ["H01M 10/05"]
        let right = Right.patent(Patent(bibliography: bibliography))
        let hit = HitDocument(
            id: EntryID(register: .patent, local: "CN1"),
            right: right,
            title: "题",
            changed: 1_791_000_000_999_999,
            url: "/patent/CN1"
        )
        #expect(hit.changed == "2026-10-03T04:00:00Z")
        #expect(hit.holders == ["甲公司", "乙大学"])
        #expect(hit.state.name == "inForce" && hit.state.zh == "有效" && hit.state.en == "In force")
        #expect(hit.mainClass == "H01M 10/05")
        #expect(!hit.sample)
        #expect(try text(hit).contains(#""right":"utilityModel""#))
    }

    @Test func `a problem names its kind, the path and the request`() throws {
        let problem = ProblemDocument(
            kind: "not-found",
            title: "没有这一页",
            status: 404,
            instance: "/patent/CN0.json",
            request: "abc"
        )
        #expect(
            try text(problem)
                == #"{"instance":"/patent/CN0.json","request":"abc","status":404,"title":"没有这一页","type":"urn:huizhi:problem:not-found"}"#
                + "\n"
        )
    }
}
