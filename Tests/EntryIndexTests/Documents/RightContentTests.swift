import Bytes
import Domain
import Store
import Testing

@testable import EntryIndex

/// Rights on their way into the store and back.
struct RightContentTests {
    private static func stored(_ draft: Draft, register: Register) -> StoredEntry {
        StoredEntry(
            register: register.rawValue,
            entry: register.rawValue + "/X",
            version: 1,
            sequence: 1,
            time: 0,
            state: .live,
            digest: Digest256(),
            content: draft.content,
            texts: draft.texts.sorted { ($0.part, $0.language) < ($1.part, $1.language) }
        )
    }

    @Test(arguments: UInt64(1)...40)
    func `a right comes back as it went in`(seed: UInt64) throws {
        var maker = RecordMaker(seed: seed)
        let right = maker.record(Int(seed))
        let draft = try RightContent.draft(of: right)
        #expect(try RightContent.right(of: Self.stored(draft, register: right.register)) == right, "seed \(seed)")
        #expect(try RightContent.draft(of: right) == draft)
    }

    @Test func `long texts lie beside the content, one a language`() throws {
        var details = Patent.Details()
        details.claims = [
            ClaimSet(lang: "en", independent: [1], items: ["a"]),
            ClaimSet(lang: "zh", independent: [1], items: ["甲", "乙"]),
            ClaimSet(lang: "zh", independent: [1], items: ["丙"]),
        ]
        details.description = [LocalizedText(lang: "zh", text: "说明"), LocalizedText(text: "text")]
        let right = Right.patent(Patent(bibliography: Bibliography(right: .patent), details: details))
        let draft = try RightContent.draft(of: right)
        #expect(!String(decoding: draft.content, as: UTF8.self).contains("说明"))
        let places = draft.texts.map { $0.part + " " + $0.language }
        #expect(places.sorted() == ["claims en", "claims zh", "description ", "description zh"])
        guard case .patent(let back) = try RightContent.right(of: Self.stored(draft, register: .patent)) else { return }
        #expect(back.details.claims.map(\.items) == [["a"], ["甲", "乙", "丙"]])
        #expect(back.details.claims.map(\.independent) == [[1], [1, 3]])
    }

    @Test func `keys are the numbers of the right in its register`() throws {
        var record = Bibliography(right: .design)
        record.application = DocumentID(country: "CN", number: "201930302430.1")
        let draft = try RightContent.draft(of: .design(Design(bibliography: record)))
        #expect(draft.keys.first == LookupKey(scope: "design", field: "application", value: "CN2019303024301"))
    }
}
