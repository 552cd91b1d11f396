import Domain
import EntryIndex
import Formats
import Foundation
import Store
import Synchronization
import Testing

@testable import Registers

struct ImportRecordsTests {
    private let samples = (0..<60).map { SampleMaker(seed: 3).record($0) }

    @Test func `the same file twice changes nothing`() async throws {
        try await withWorkplace { place in
            let file = try place.write(samples, to: "a.jsonl")
            let first = try await place.importing()([file])
            #expect(first.read == 60 && first.imported == 60 && first.isComplete)
            #expect(first.files.map(\.format) == ["jsonl"])
            let size = try await place.store.logHead().size
            let digest = try await place.store.logicalDigest()
            let second = try await place.importing()([file])
            #expect(second.unchanged == 60 && second.imported == 0 && second.rejected == 0)
            #expect(try await place.store.logHead().size == size && size == 60)
            #expect(try await place.store.logicalDigest() == digest)
            #expect(try await place.store.verify().findings == [])
        }
    }

    @Test func `the same records in a file elsewhere say nothing new`() async throws {
        try await withWorkplace { place in
            _ = try await place.importing()([place.write(samples, to: "a.jsonl")])
            let moved = try await place.importing()([place.write(Array(samples.reversed()), to: "b.jsonl")])
            #expect(moved.unchanged == 60)
        }
    }

    @Test func `every record comes back as it was written`() async throws {
        try await withWorkplace { place in
            _ = try await place.importing()([place.write(samples, to: "a.jsonl")])
            for sample in samples {
                let id = try #require(sample.entryID)
                #expect(try await place.store.right(id.description) == sample)
            }
        }
    }

    @Test func `a changed record makes a new version`() async throws {
        try await withWorkplace { place in
            let old = patent(1, title: "旧", publications: [("199000001", "A", "20200101")])
            let new = patent(1, title: "新", publications: [("199000001", "A", "20200101")])
            _ = try await place.importing()([place.write([old], to: "a.jsonl")])
            let report = try await place.importing()([place.write([new], to: "a.jsonl")])
            #expect(report.imported == 1)
            let entry = try #require(try await place.store.entry("patent/CN2019190000016"))
            #expect(entry.version == 2)
            #expect(try await place.store.right(entry.entry)?.displayTitle == "新")
            let first = try #require(try await place.store.version(1, of: entry.entry))
            #expect(try RightContent.right(of: first).displayTitle == "旧")
        }
    }

    @Test func `a published application and its grant meet in one entry, in whatever order and batches they come`()
        async throws
    {
        let application = patent(1, title: "公布", publications: [("199000001", "A", "20200101")])
        let grant = patent(1, title: "授权", publications: [("199000001", "B", "20220101")])
        let others = (2..<6).map { patent($0) }
        for records in [[application] + others + [grant], [grant, application] + others] {
            for batch in [1, 2, 512] {
                try await withWorkplace { place in
                    let file = try place.write(records, to: "a.jsonl")
                    let report = try await place.importing { $0.batch = batch }([file])
                    #expect(report.imported == 6 && report.conflicts == [])
                    let right = try #require(try await place.store.right("patent/CN2019190000016"))
                    #expect(right.bibliography.publications.map(\.id) == ["CN199000001A", "CN199000001B"])
                    // The newer publication is trusted more.
                    #expect(right.displayTitle == "授权")
                    #expect(try await place.store.counts().map(\.entries) == [5])
                    #expect(try await place.importing()([file]).unchanged == 6)
                    #expect(try await place.store.verify().findings == [])
                }
            }
        }
    }

    @Test func `a record that names only a publication finds its application`() async throws {
        try await withWorkplace { place in
            var record = Bibliography(right: .patent)
            record.publications = [DocumentID(country: "CN", number: "199000001", kind: "A")]
            record.keywords = ["电池"]
            let bare = Right.patent(Patent(bibliography: record))
            let whole = patent(1, publications: [("199000001", "A", "20200101")])
            // One batch after the other, so that the first may still be on its way.
            let file = try place.write([whole, bare], to: "a.jsonl")
            // Both are the same record of the same format: the later one replaces the earlier.
            _ = try await place.importing { $0.batch = 1 }([file])
            #expect(try await place.store.counts().map(\.entries) == [1])
            #expect(try await place.store.right("patent/CN2019190000016")?.bibliography.keywords == ["电池"])
        }
    }

    @Test func `two formats of one right are merged in the declared order`() async throws {
        let csv = """
            申请号,公开（公告）号,名称,摘要,申请人
            CN201919000001.6,CN199000001A,表格里的名称,表格里的摘要,某示例有限公司
            """
        for isTableFirst in [true, false] {
            try await withWorkplace { place in
                let table = try place.write(csv, to: "list.csv")
                let export = try place.write(
                    [patent(1, title: "导出的名称", publications: [("199000001", "A", "20200101")])],
                    to: "a.jsonl"
                )
                _ = try await place.importing()(isTableFirst ? [table, export] : [export, table])
                let right = try #require(try await place.store.right("patent/CN2019190000016"))
                #expect(right.displayTitle == "导出的名称")
                #expect(right.bibliography.abstracts.map(\.text) == ["表格里的摘要"])
                #expect(right.bibliography.applicants.map(\.name) == ["某示例有限公司"])
                #expect(try await place.store.sources(of: "patent/CN2019190000016").map(\.format) == ["csv", "jsonl"])
                // Said again by one of them, nothing changes.
                #expect(try await place.importing()([export, table]).unchanged == 2)
            }
        }
    }

    @Test func `a number that another record has is reported and stays where it is`() async throws {
        try await withWorkplace { place in
            let one = patent(1, publications: [("199000001", "A", "20200101")])
            let two = patent(2, publications: [("199000002", "A", "20200101")])
            // Its application is the second's, its publication the first's.
            let both = patent(2, publications: [("199000001", "A", "20200101")])
            _ = try await place.importing()([place.write([one, two], to: "a.jsonl")])
            let report = try await place.importing()([place.write([both], to: "b.jsonl")])
            #expect(report.conflictCount == 1)
            #expect(
                report.conflicts == [
                    "publication CN199000001A: patent/CN2019190000020 names it, patent/CN2019190000016 has it"
                ]
            )
            let key = LookupKey(scope: "patent", field: "publication", value: "CN199000001A")
            #expect(try await place.store.entry(with: key) == "patent/CN2019190000016")
        }
    }

    @Test func `bad records go to a list with place and reason, and the rest goes in`() async throws {
        try await withWorkplace { place in
            let good = try ExportRecord.encoder().encode(ExportRecord(right: patent(1), source: nil))
            let text = """
                \(String(decoding: good, as: UTF8.self))
                {"right":"patent","titles":[{"text":"没有号码"}]}
                {"right":"patent",
                {"right":"patent","application":{"country":"CN","number":"201919000002.0","date":"2019-13"}}
                """
            let report = try await place.importing()([place.write(text, to: "a.jsonl")])
            #expect(report.read == 4 && report.imported == 1 && report.rejected == 3 && report.isComplete)
            let lines = try place.rejects(report.files[0].rejects)
            #expect(lines.count == 3)
            #expect(lines[0] == "2 line 2: no number")
            #expect(lines[1] == "3 line 3: not one JSON object; write one object a line")
            #expect(lines[2].hasPrefix("4 line 4: application.date"))
            // Once more: the list is made anew.
            let again = try await place.importing()([place.path("a.jsonl")])
            #expect(try place.rejects(again.files[0].rejects).count == 3 && again.unchanged == 1)
        }
    }

    @Test func `what the store cannot keep is on the list of rejects too`() async throws {
        try await withWorkplace({ $0.largestContent = 600 }) { place in
            let long = patent(2, title: String(repeating: "长", count: 300))
            let report = try await place.importing()([place.write([patent(1), long, patent(3)], to: "a.jsonl")])
            #expect(report.imported == 2 && report.rejected == 1)
            let lines = try place.rejects(report.files[0].rejects)
            #expect(lines.count == 1)
            #expect(lines[0].hasPrefix("2 line 2: content of ") && lines[0].hasSuffix("more than 600"))
        }
    }

    @Test func `production mode takes no sample records`() async throws {
        try await withWorkplace { place in
            let file = try place.write([samples[0], patent(1)], to: "a.jsonl")
            let report = try await place.importing { $0.acceptsSamples = false }([file])
            #expect(report.imported == 1 && report.rejected == 1)
            #expect(
                try place.rejects(report.files[0].rejects) == [
                    "1 line 1: a sample record, which production mode does not take"
                ]
            )
        }
    }

    @Test func `members of an archive are files of their own`() async throws {
        try await withWorkplace { place in
            _ = try place.write([patent(1), patent(2)], to: "one.jsonl")
            _ = try place.write([patent(3)], to: "two.jsonl")
            _ = try place.write("just words", to: "note.txt")
            try Self.run("/bin/tar", ["-czf", "all.tgz", "one.jsonl", "two.jsonl", "note.txt"], in: place.folder)
            let report = try await place.importing()([place.path("all.tgz")])
            #expect(report.files.map(\.read) == [2, 1] && report.imported == 3)
            #expect(report.files[1].name == place.path("all.tgz") + "!/two.jsonl")
            #expect(report.skipped.map(\.name) == [place.path("all.tgz") + "!/note.txt"])
            #expect(try await place.importing()([place.path("all.tgz")]).unchanged == 3)
        }
    }

    @Test func `a file that breaks off keeps what came before and says so`() async throws {
        try await withWorkplace { place in
            _ = try place.write((0..<400).map { SampleMaker(seed: 3).record($0) }, to: "a.jsonl")
            try Self.run("/bin/gzip", ["a.jsonl"], in: place.folder)
            let whole = try Data(contentsOf: URL(filePath: place.path("a.jsonl.gz")))
            try whole.prefix(whole.count / 2).write(to: URL(filePath: place.path("a.jsonl.gz")))
            let report = try await place.importing()([place.path("a.jsonl.gz")])
            #expect(!report.isComplete && report.imported > 20 && report.imported < 400)
            #expect(report.files[0].problem?.hasPrefix("damaged at ") == true)
            #expect(try await place.store.counts().reduce(0) { $0 + $1.entries } == Int64(report.imported))
            // The whole file by the same name is another one: it is read from its beginning.
            try whole.write(to: URL(filePath: place.path("a.jsonl.gz")))
            let mended = try await place.importing()([place.path("a.jsonl.gz")])
            #expect(mended.isComplete && mended.read == 400 && mended.unchanged == report.imported)
        }
    }

    @Test func `nothing recognised is no success`() async throws {
        try await withWorkplace { place in
            let report = try await place.importing()([place.write("", to: "empty.jsonl")])
            #expect(report.files.isEmpty && !report.isComplete)
            #expect(report.skipped == [.init(name: place.path("empty.jsonl"), reason: "empty")])
            let missing = try await place.importing()([place.path("nowhere")])
            #expect(!missing.isComplete && missing.files[0].problem != nil)
            #expect(try await place.importing()([]).isComplete == false)
        }
    }

    @Test func `progress grows up to the size of the file`() async throws {
        try await withWorkplace { place in
            let file = try place.write(samples, to: "a.jsonl")
            let steps = Mutex<[ImportStep]>([])
            _ = try await place.importing { $0.batch = 10 }([file]) { step in steps.withLock { $0.append(step) } }
            let seen = steps.withLock { $0 }
            #expect(seen.count >= 6)
            #expect(seen.map(\.bytes) == seen.map(\.bytes).sorted())
            #expect(seen.last?.bytes == seen.last?.size)
            #expect(seen.allSatisfy { $0.file == file })
        }
    }

    static func run(_ tool: String, _ arguments: [String], in folder: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: tool)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        try process.run()
        process.waitUntilExit()
    }
}
