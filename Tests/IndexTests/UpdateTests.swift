import Bytes
import Index
import Testing

/// Patches of the updatable columns `claims` (number) and `status` (label) of the sample schema.
struct UpdateTests {
    private func makeWriter(_ folder: String) throws -> IndexWriter {
        try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
    }

    private func document(_ id: String, date: Int64, claims: Int64?, status: String?) -> Document {
        Document(
            id: id,
            version: 1,
            fields: [FieldTokens(field: FieldID(rawValue: 0), tokens: [Token(term: [0x77], position: 0)], length: 1)],
            numbers: [.init(column: 0, value: date)] + (claims.map { [.init(column: 1, value: $0)] } ?? []),
            ordinals: [.init(column: 2, labels: ["H01M"])] + (status.map { [.init(column: 5, labels: [$0])] } ?? [])
        )
    }

    /// Identifier, version, date, claims, class and status of every document, newest first.
    private func rows(_ snapshot: Snapshot) throws -> [String] {
        var rows: [String] = []
        for segment in snapshot.segments {
            for number in 0..<UInt32(segment.documentCount) where segment.isLive(number) {
                func label(_ column: Int) throws -> String {
                    let labels = try #require(try segment.ordinals(column))
                    guard let ordinal = labels.ordinal(number) else { return "-" }
                    return String(decoding: try #require(labels.label(ordinal)), as: UTF8.self)
                }
                func value(_ column: Int) throws -> String {
                    try #require(try segment.numbers(column)).value(number).map { "\($0)" } ?? "-"
                }
                let words = [
                    try segment.identifier(of: number), "\(try segment.version(of: number))", try value(0),
                    try value(1), try label(2), try label(5),
                ]
                rows.append(words.joined(separator: " "))
            }
        }
        return rows
    }

    @Test func `a patch changes version and updatable columns, and of the files only theirs`() throws {
        try withFolder { folder in
            let writer = try makeWriter(folder)
            try writer.add(document("a", date: 3, claims: 10, status: "pending"))
            try writer.add(document("b", date: 2, claims: 20, status: "granted"))
            try writer.add(document("c", date: 1, claims: nil, status: nil))
            let before = try writer.commit(sequence: 1)
            let names = Set(try Folder.names(folder))

            var patch = Document(id: "b", version: 7)
            patch.ordinals = [.init(column: 5, labels: ["expired"])]
            #expect(try writer.update(patch))
            patch = Document(id: "c", version: 8)
            patch.numbers = [.init(column: 1, value: -5)]
            patch.ordinals = [.init(column: 5, labels: ["pending"])]
            #expect(try writer.update(patch))
            #expect(try rows(before) == ["a 1 3 10 H01M pending", "b 1 2 20 H01M granted", "c 1 1 - H01M -"])

            let after = try writer.commit(sequence: 2)
            let expected = ["a 1 3 10 H01M pending", "b 7 2 - H01M expired", "c 8 1 -5 H01M pending"]
            #expect(try rows(after) == expected)
            #expect(try rows(try Snapshot.open(folder)) == expected)
            #expect(try rows(before) == ["a 1 3 10 H01M pending", "b 1 2 20 H01M granted", "c 1 1 - H01M -"])
            let status = try #require(try after.segments[0].ordinals(5))
            #expect((0..<3).map { status.label($0) } == ["pending", "expired", nil].map { $0.map { Array($0.utf8) } })
            let changed = Set(try Folder.names(folder)).symmetricDifference(names)
            #expect(changed.count == 2 && changed.allSatisfy { $0.hasPrefix("upda-") })
            #expect(after.logicalDigest == (try Snapshot.open(folder)).logicalDigest)

            // Once more, in a later publication and twice in one, then gone.
            patch = Document(id: "b", version: 9)
            #expect(try writer.update(patch))
            patch.numbers = [.init(column: 1, value: 6)]
            patch.version = 10
            #expect(try writer.update(patch))
            #expect(try writer.delete("c"))
            #expect(try writer.update(Document(id: "c", version: 9)) == false)
            #expect(try rows(try writer.commit(sequence: 3)) == ["a 1 3 10 H01M pending", "b 10 2 6 H01M -"])
        }
    }

    @Test func `a document that is in memory only is patched there`() throws {
        try withFolder { folder in
            let writer = try makeWriter(folder)
            try writer.add(document("a", date: 3, claims: 10, status: "pending"))
            try writer.add(document("b", date: 2, claims: nil, status: nil))
            var patch = Document(id: "a", version: 2)
            patch.ordinals = [.init(column: 5, labels: ["granted"])]
            #expect(try writer.update(patch))
            patch = Document(id: "b", version: 2)
            patch.numbers = [.init(column: 1, value: 4)]
            #expect(try writer.update(patch))
            let snapshot = try writer.commit(sequence: 1)
            #expect(try rows(snapshot) == ["a 2 3 - H01M granted", "b 2 2 4 H01M -"])
            #expect(try snapshot.segments[0].ordinals(5)?.labelCount == 1)
        }
    }

    @Test func `patches in memory are bounded as documents are`() throws {
        try withFolder { folder in
            var options = IndexOptions()
            options.bufferBytes = 20_000
            let writer = try IndexWriter(
                folder: folder,
                schema: .sample,
                analysisVersion: "1",
                options: options,
                files: UnsyncedLayer()
            )
            for number in 0..<300 { try writer.add(document("\(number)", date: 1, claims: 1, status: "pending")) }
            try writer.commit(sequence: 1)
            let names = Set(try Folder.names(folder))
            for number in 0..<300 { #expect(try writer.update(Document(id: "\(number)", version: 2))) }
            // Some were written before anybody published.
            #expect(Set(try Folder.names(folder)) != names)
            let rows = try rows(try writer.commit(sequence: 2))
            #expect(Set(rows) == Set((0..<300).map { "\($0) 2 1 - H01M -" }))
        }
    }

    @Test func `what cannot be patched is refused, and nothing happens`() throws {
        try withFolder { folder in
            let writer = try makeWriter(folder)
            try writer.add(document("a", date: 3, claims: 10, status: "pending"))
            var texts = Document(id: "a", version: 2)
            texts.fields = [FieldTokens(field: FieldID(rawValue: 0), length: 0)]
            var dates = Document(id: "a", version: 2)
            dates.numbers = [.init(column: 0, value: 5)]
            var classes = Document(id: "a", version: 2)
            classes.ordinals = [.init(column: 2, labels: ["A01B"])]
            var unknown = Document(id: "a", version: 2)
            unknown.numbers = [.init(column: 6, value: 5)]
            for (patch, reason) in [
                (texts, "texts cannot be patched; add the document again"),
                (dates, "column date is not updatable; add the document again"),
                (classes, "column class is not updatable; add the document again"),
                (unknown, "the schema has no column 6"),
            ] {
                #expect(throws: IndexFailure.invalidDocument(id: "a", reason: reason)) { try writer.update(patch) }
            }
            #expect(try writer.update(Document(id: "z", version: 2)) == false)
            #expect(try rows(try writer.commit(sequence: 1)) == ["a 1 3 10 H01M pending"])
        }
    }
}
