import Bytes
import Foundation
import Index
import Synchronization
import Testing

struct PublishingTests {
    private func document(_ id: String, version: UInt64 = 1) -> Document {
        var maker = DocumentMaker(seed: UInt64(id.utf8.count) + version)
        return maker.document(id, version: version)
    }

    @Test func `one writer at a time holds a folder, and the refusal names its process`() throws {
        try withFolder { folder in
            var writer: IndexWriter? = try IndexWriter(
                folder: folder,
                schema: .sample,
                analysisVersion: "1",
                files: UnsyncedLayer()
            )
            #expect(throws: IndexFailure.locked(folder: folder, holder: getpid())) {
                try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            }
            try writer?.commit(sequence: 1)
            writer = nil
            let next = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            #expect(next.snapshot?.sequence == 1)
        }
    }

    @Test func `an empty folder has no snapshot until the first commit`() throws {
        try withFolder { folder in
            let inner = folder + "/not/there/yet"
            #expect(throws: IndexFailure.missing(folder: inner)) { try Snapshot.open(inner) }
            let writer = try IndexWriter(folder: inner, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            #expect(writer.snapshot == nil)
            #expect(throws: IndexFailure.missing(folder: inner)) { try Snapshot.open(inner) }
            let snapshot = try writer.commit(sequence: 0)
            #expect(snapshot.documentCount == 0)
            #expect(try Snapshot.open(inner).generation == 1)
        }
    }

    @Test func `another schema or other analysis rules are refused, and starting empty replaces both`() throws {
        try withFolder { folder in
            var writer: IndexWriter? = try IndexWriter(
                folder: folder,
                schema: .sample,
                analysisVersion: "1",
                files: UnsyncedLayer()
            )
            try writer?.add(document("a"))
            try writer?.commit(sequence: 7)
            writer = nil
            var other = Schema.sample
            other.columns.append(.init(name: "extra", kind: .number))
            #expect(
                throws: IndexFailure.schemaMismatch(folder: folder, found: Schema.sample.digest, wanted: other.digest)
            ) {
                try IndexWriter(folder: folder, schema: other, analysisVersion: "1", files: UnsyncedLayer())
            }
            #expect(throws: IndexFailure.analysisMismatch(folder: folder, found: "1", wanted: "2")) {
                try IndexWriter(folder: folder, schema: .sample, analysisVersion: "2", files: UnsyncedLayer())
            }
            writer = try IndexWriter(
                folder: folder,
                schema: other,
                analysisVersion: "2",
                startingEmpty: true,
                files: UnsyncedLayer()
            )
            #expect(writer?.documentCount == 0)
            #expect(try Snapshot.open(folder).documentCount == 1)
            try writer?.commit(sequence: 1)
            #expect(try Snapshot.open(folder).schema == other)
            #expect(try Snapshot.open(folder).generation == 2)
        }
    }

    @Test func `starting empty with the same documents gives the same files again, and mends damaged ones`() throws {
        try withFolder { folder in
            var writer: IndexWriter? = try IndexWriter(
                folder: folder,
                schema: .sample,
                analysisVersion: "1",
                files: UnsyncedLayer()
            )
            try writer?.add(document("a"))
            try writer?.commit(sequence: 1)
            writer = nil
            let names = try Folder.names(folder)
            let damaged = try #require(names.first { $0.hasPrefix("docs-") })
            try Data("damaged".utf8).write(to: URL(fileURLWithPath: folder + "/" + damaged))
            #expect(throws: IndexFailure.self) { try Snapshot.open(folder) }
            writer = try IndexWriter(
                folder: folder,
                schema: .sample,
                analysisVersion: "1",
                startingEmpty: true,
                files: UnsyncedLayer()
            )
            try writer?.add(document("a"))
            try writer?.commit(sequence: 1)
            #expect(try Folder.names(folder) == names)
            try Snapshot.open(folder).verify()
        }
    }

    @Test func `starting empty works over a damaged manifest`() throws {
        try withFolder { folder in
            try Data("HZIX nonsense".utf8).write(to: URL(fileURLWithPath: folder + "/manifest"))
            #expect(throws: IndexFailure.self) {
                try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            }
            let writer = try IndexWriter(
                folder: folder,
                schema: .sample,
                analysisVersion: "1",
                startingEmpty: true,
                files: UnsyncedLayer()
            )
            try writer.add(document("a"))
            try writer.commit(sequence: 1)
            #expect(try Snapshot.open(folder).documentCount == 1)
        }
    }

    @Test func `weights are a setting, not a part of the schema's digest`() {
        var other = Schema.sample
        other.textFields[0].weight = 99
        #expect(other.digest == Schema.sample.digest)
        other.textFields[0].storesPositions = false
        #expect(other.digest != Schema.sample.digest)
    }

    @Test func `a snapshot stays readable after its files were removed by later publications`() throws {
        try withFolder { folder in
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            var model = IndexModel()
            for number in 0..<20 {
                let document = document("e/\(number)")
                model.documents[document.id] = document
                try writer.add(document)
            }
            let old = try writer.commit(sequence: 1)
            let reopened = try Snapshot.open(folder)
            let before = Set(try Folder.names(folder))
            for number in 0..<20 { try writer.delete("e/\(number)") }
            try writer.add(document("other"))
            try writer.mergeAll()
            try writer.commit(sequence: 2)
            #expect(Set(try Folder.names(folder)).intersection(before) == ["manifest", "writer.lock"])
            try model.check(old)
            try model.check(reopened)
            #expect(try Snapshot.open(folder).documentCount == 1)
        }
    }

    @Test func `a reader that opens while a writer publishes always finds a whole snapshot`() throws {
        try withFolder { folder in
            let hasEnded = Atomic(false)
            DispatchQueue.concurrentPerform(iterations: 2) { side in
                do {
                    if side == 0 {
                        defer { hasEnded.store(true, ordering: .releasing) }
                        try Self.publishOften(folder)
                    } else {
                        var newest: UInt64 = 0
                        while !hasEnded.load(ordering: .acquiring) {
                            guard let snapshot = try Self.openIfPublished(folder) else { continue }
                            #expect(snapshot.sequence >= newest)
                            #expect(snapshot.documentCount == Int(snapshot.sequence))
                            newest = snapshot.sequence
                        }
                    }
                } catch {
                    Issue.record(error)
                }
            }
        }
    }

    private static func publishOften(_ folder: String) throws {
        var options = IndexOptions()
        options.mergeFactor = 2
        let writer = try IndexWriter(
            folder: folder,
            schema: .sample,
            analysisVersion: "1",
            options: options,
            files: UnsyncedLayer()
        )
        for number in 1...60 {
            try writer.add(Document(id: "e/\(number)", version: 1))
            try writer.commit(sequence: UInt64(number))
        }
    }

    private static func openIfPublished(_ folder: String) throws -> Snapshot? {
        do {
            return try Snapshot.open(folder)
        } catch IndexFailure.missing {
            return nil
        }
    }

    @Test func `opening for writing removes files left behind and touches no others`() throws {
        try withFolder { folder in
            let left = ["term-12.tmp", "docs-0123456789abcdef0123456789abcdef.hz", "mani-3.tmp"]
            let others = ["notes.txt", "term.txt", "other-1.hz"]
            for name in left + others { try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            #expect(try Folder.names(folder) == (others + ["writer.lock"]).sorted())
            try writer.commit(sequence: 1)
            #expect(try Folder.names(folder) == (others + ["manifest", "writer.lock"]).sorted())
        }
    }

    @Test func `a document that does not fit is refused and leaves the writer usable`() throws {
        try withFolder { folder in
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            func title(_ tokens: [Token], length: Int = 1) -> [FieldTokens] {
                [FieldTokens(field: FieldID(rawValue: 0), tokens: tokens, length: length)]
            }
            let long = [UInt8](repeating: 65, count: 1_025)
            let bad = [
                Document(id: "", version: 1),
                Document(id: String(repeating: "x", count: 1_025), version: 1),
                Document(id: "a", version: 1, fields: [FieldTokens(field: FieldID(rawValue: 3), length: 0)]),
                Document(id: "a", version: 1, fields: title([]) + title([])),
                Document(id: "a", version: 1, fields: title([Token(term: [], position: 1)])),
                Document(id: "a", version: 1, fields: title([Token(term: long, position: 1)])),
                Document(id: "a", version: 1, fields: title([Token(term: [65], position: 1 << 27)])),
                Document(id: "a", version: 1, fields: title([], length: -1)),
                // A word right behind a paragraph.
                Document(
                    id: "a",
                    version: 1,
                    fields: [
                        FieldTokens(
                            field: FieldID(rawValue: 0),
                            tokens: [
                                Token(term: [65], position: 0), Token(term: ReservedTerm.paragraphEnd, position: 0),
                                Token(term: [66], position: 1),
                            ],
                            length: 2
                        )
                    ]
                ),
                Document(id: "a", version: 1, numbers: [.init(column: 2, value: 1)]),
                Document(id: "a", version: 1, numbers: [.init(column: 6, value: 1)]),
                Document(id: "a", version: 1, numbers: [.init(column: 0, value: 1), .init(column: 0, value: 2)]),
                Document(id: "a", version: 1, ordinals: [.init(column: 0, labels: ["x"])]),
                Document(id: "a", version: 1, ordinals: [.init(column: 4, labels: ["x", "y"])]),
                Document(
                    id: "a",
                    version: 1,
                    ordinals: [.init(column: 2, labels: [[UInt8](repeating: 65, count: 9_000)])]
                ),
            ]
            for document in bad {
                let failure = #expect(throws: IndexFailure.self) { try writer.add(document) }
                if case .invalidDocument(document.id, _) = failure { continue }
                Issue.record("\(document.id) gave \(failure as IndexFailure?)")
            }
            try writer.add(document("good"))
            #expect(try writer.commit(sequence: 1).documentCount == 1)
        }
    }

    @Test func `schemas that contradict themselves are refused`() {
        let number = Schema.Column(name: "date", kind: .number)
        let label = Schema.Column(name: "class", kind: .ordinals(multiple: true, order: .lexicographic))
        let title = Schema.TextField(name: "title")
        let bad = [
            Schema(textFields: [title], columns: [label], orderColumn: "date"),
            Schema(textFields: [title], columns: [label], orderColumn: "class"),
            Schema(textFields: [title, title], columns: [number], orderColumn: "date"),
            Schema(textFields: [title], columns: [number, number], orderColumn: "date"),
            Schema(
                textFields: [],
                columns: [.init(name: "date", kind: .number, isUpdatable: true)],
                orderColumn: "date"
            ),
            Schema(
                textFields: (0..<33).map { Schema.TextField(name: "f\($0)") },
                columns: [number],
                orderColumn: "date"
            ),
        ]
        for schema in bad { #expect(throws: IndexFailure.self) { try schema.validate() } }
    }
}
