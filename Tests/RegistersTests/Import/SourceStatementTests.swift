import Bytes
import Domain
import EntryIndex
import Formats
import Foundation
import Store
import Testing

@testable import Registers

struct SourceStatementTests {
    private let position = SourcePosition(unit: "line", index: 3)

    @Test func `a statement is written as canonical JSON with what is said at its end`() throws {
        var right = patent(1, title: "示例")
        if case .patent(var value) = right {
            value.details.claims = [ClaimSet(lang: "zh", independent: [1], items: ["一种\"示例\"。"])]
            right = .patent(value)
        }
        let said = SourceStatement.said(try RightContent.draft(of: right))
        let content = SourceStatement.content(file: "a\"b.jsonl", format: .jsonl, position: position, said: said)
        let expected =
            #"{"file":"a\"b.jsonl","format":"jsonl","position":"line 3","#
            + #""right":{"application":{"country":"CN","date":"2019-04-01","id":"CN2019190000016","number":"201919000001.6"},"#
            + #""right":"patent","titles":[{"lang":"zh","text":"示例"}]},"#
            + #""texts":[{"language":"zh","part":"claims","#
            + #""text":"{\"independent\":[1],\"items\":[\"一种\\\"示例\\\"。\"],\"lang\":\"zh\"}"}]}"#
        #expect(String(decoding: content, as: UTF8.self) == expected)
    }

    @Test func `a statement reads back as it was written`() throws {
        for index in 0..<300 {
            let right = SampleMaker(seed: 9).record(index)
            let said = SourceStatement.said(try RightContent.draft(of: right))
            let content = SourceStatement.content(file: "目录/a.jsonl", format: nil, position: position, said: said)
            let read = try SourceStatement(content: content)
            #expect(read.right == right, "record \(index)")
            #expect(read.file == "目录/a.jsonl" && read.format == nil && read.position == "line 3")
            let source = StoredSource(format: "sample", recordKey: "", digest: sha256(said), content: content)
            #expect(try SourceStatement.origin(of: [source])?.file == "目录/a.jsonl")
        }
    }

    @Test func `the quick reader reads every sample as the general one does`() throws {
        for index in 0..<200 {
            let bytes = try CanonicalJSON.encode(SampleMaker(seed: 9).record(index))
            let quick = try QuickJSON.decode(Right.self, from: bytes)
            #expect(try quick == JSONDecoder().decode(Right.self, from: Data(bytes)), "record \(index)")
        }
    }

    @Test func `the digest is of what is said, not of where it stands`() throws {
        func source(_ title: String, _ file: String, _ line: Int) throws -> StoredSource {
            let item = SourceItem.record(
                SourceRecord(right: patent(1, title: title), position: SourcePosition(unit: "line", index: line))
            )
            guard case .record(let ready) = IncomingRecord(item, file: file, format: .csv, acceptsSamples: true) else {
                throw Rejection("no record")
            }
            return ready.source
        }
        #expect(try source("a", "one", 1).digest == source("a", "two", 9).digest)
        #expect(try source("a", "one", 1).digest != source("b", "one", 1).digest)
    }

    @Test func `sources stand by rank, then the newer publication first`() throws {
        func stored(_ format: SourceFormat, _ kind: String, _ date: String) throws -> StoredSource {
            let right = patent(1, title: "\(format.rawValue) \(kind)", publications: [("199000001", kind, date)])
            let said = SourceStatement.said(try RightContent.draft(of: right))
            let content = SourceStatement.content(file: "f", format: format, position: position, said: said)
            return StoredSource(format: format.rawValue, recordKey: kind, digest: sha256(said), content: content)
        }
        let sources = [
            try stored(.csv, "A", "20200101"), try stored(.docdb, "A", "20200101"),
            try stored(.cnipaXML, "A", "20200101"),
            try stored(.cnipaXML, "B", "20220101"), try stored(.jsonl, "A", "20230101"),
        ]
        let titles = try SourceStatement.ordered(sources).map(\.right.displayTitle)
        #expect(titles == ["cnipa-xml B", "cnipa-xml A", "docdb A", "jsonl A", "csv A"])
        #expect(try SourceStatement.origin(of: sources)?.format == .cnipaXML)
        #expect(try SourceStatement.origin(of: []) == nil)
    }
}
