import Domain
import Foundation
import Testing

/// The file of what somebody keeps: read member by member, and merged without losing anything.
struct KeptCollectionTests {
    private static let record =
        #"{"id":"patent/CN2021990000018","title":"t","kept":"2026-11-30T09:00:00.250Z","picked":true,"tags":["a"],"note":"n"}"#
    private static let search =
        #"{"parameters":"q=a","title":"a","total":3,"samples":0,"sequence":7,"kept":"2026-11-30T09:00:00Z"}"#
    private static let queries = #"{"text":"a\n#1 AND b","kept":"2026-11-30T09:00:00+08:00"}"#

    private static func file(_ records: String = record, _ searches: String = search, _ sets: String = queries) -> Data
    {
        Data(
            #"{"format":"huizhi-kept","version":1,"records":[\#(records)],"searches":[\#(searches)],"sets":[\#(sets)]}"#
                .utf8
        )
    }

    private func kept(_ time: Int, tags: [String], note: String, title: String = "t") -> KeptItem {
        .record(
            .init(id: "gi/CN1", title: title, kept: "2026-11-30T09:00:0\(time)Z", picked: false, tags: tags, note: note)
        )
    }

    @Test func `a file is read and written again as it was`() throws {
        let collection = try KeptCollection(json: Self.file())
        #expect(collection.items.map(\.key) == ["patent/CN2021990000018", "q=a", "a\n#1 AND b"])
        #expect(collection.items.map(\.kind) == [.records, .searches, .sets])
        // 2026-11-30 09:00 UTC; computed with date -u -d ... +%s.
        #expect(collection.items.map(\.time) == [1_796_029_200_250_000, 1_796_029_200_000_000, 1_796_000_400_000_000])
        #expect(KeptCollection(collection.items) == collection)
        #expect(try KeptCollection(json: JSONEncoder().encode(collection)) == collection)
    }

    @Test(
        arguments: [
            ("", "JSON"), ("[]", "JSON"), ("{\"format\":\"other\"}", "version"),
            (#"{"format":"x","version":1,"records":[],"searches":[],"sets":[]}"#, "format"),
            (#"{"format":"huizhi-kept","version":2,"records":[],"searches":[],"sets":[]}"#, "version"),
            (String(decoding: file("{}"), as: UTF8.self), "records[0].id"),
            (
                String(decoding: file(record + "," + record.replacing("[\"a\"]", with: "[1]")), as: UTF8.self),
                "records[1].tags[0]"
            ),
            (String(decoding: file(record.replacing("patent/", with: "other/")), as: UTF8.self), "records[0].id"),
            (String(decoding: file(record.replacing("CN2", with: "../CN2")), as: UTF8.self), "records[0].id"),
            (String(decoding: file(record.replacing("2026-11-30T", with: "soon")), as: UTF8.self), "records[0].kept"),
            (
                String(decoding: file(record, search.replacing("\"total\":3", with: "\"total\":-3")), as: UTF8.self),
                "searches[0].total"
            ),
            (
                String(decoding: file(record, search, queries.replacing("2026", with: "")), as: UTF8.self),
                "sets[0].kept"
            ),
        ]
    )
    func `a file with anything else is refused, and the place is named`(text: String, place: String) {
        #expect {
            try KeptCollection(json: Data(text.utf8))
        } throws: { failure in
            guard case Failure.invalid(field: "kept", let reason) = failure else { return false }
            return reason == place
        }
    }

    @Test func `of one thing in two places the later counts, and tags and notes of both stay`() {
        let (old, new) = (
            kept(1, tags: ["a", "b"], note: "one", title: "old"), kept(2, tags: ["b", "c"], note: "two")
        )
        #expect(old.merged(with: new) == kept(2, tags: ["a", "b", "c"], note: "one\ntwo"))
        #expect(new.merged(with: old) == kept(2, tags: ["b", "c", "a"], note: "two\none"))
        #expect(new.merged(with: new) == new)
        #expect(old.merged(with: kept(2, tags: [], note: "")) == kept(2, tags: ["a", "b"], note: "one"))
        let search = KeptCollection.Search(
            parameters: "q=a",
            title: "a",
            total: 1,
            samples: 0,
            sequence: 1,
            kept: "2026-11-30T09:00:00Z"
        )
        var later = search
        (later.total, later.kept) = (5, "2026-11-30T10:00:00Z")
        #expect(KeptItem.search(search).merged(with: .search(later)) == .search(later))
        #expect(KeptItem.search(later).merged(with: .search(search)) == .search(later))
    }
}
