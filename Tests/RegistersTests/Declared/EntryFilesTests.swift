import Declarations
import Domain
import Identity
import Store
import Testing

@testable import Registers

/// Files of entries: taken with the form, kept as blobs, handed out to who may read their field.
struct EntryFilesTests {
    private static let reports = """
        label: {zh: 报告, en: Reports}
        write: [staff]
        place: {region: region}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes}
          region: {type: region, label: {zh: 地区, en: Region}, required: yes}
          paper: {type: file, types: [application/pdf, text/plain], largest: 40, label: {zh: 正文, en: Paper}}
          more: {type: file, many: 2, types: [text/plain], label: {zh: 附件, en: More}}
          hidden: {type: file, types: [text/plain], label: {zh: 内部, en: Internal}, read: [staff]}
          proof:
            type: file
            types: [text/plain]
            label: {zh: 证件, en: Proof}
            read: [staff]
            personal: {purpose: {zh: 核对, en: checking}, basis: {zh: 职责, en: duty}, years: 1}
        """
    private static let pdf = Array("%PDF-1.7 示例".utf8)

    private func fixture(_ place: Workplace, text: String = Self.reports) async throws -> DeclaredFixture {
        let fixture = try await DeclaredFixture(place.store)
        let file = DeclarationFile(kind: .register, name: "report", path: "report.yaml", text: text)
        _ = try await fixture.publish(fixture.publish.plan([file]), by: .operator)
        return fixture
    }

    private func upload(_ field: String, _ name: String, _ text: String) -> RegisterEntries.Upload {
        RegisterEntries.Upload(field: field, name: name, bytes: Array(text.utf8))
    }

    private func wish(
        _ uploads: [RegisterEntries.Upload],
        entry: String? = nil,
        base: Int64 = 0,
        _ fields: [String: FieldValue] = [:]
    ) -> RegisterEntries.Wish {
        let own: [String: FieldValue] = ["name": .text("示例"), "region": .text("610100")]
        return RegisterEntries.Wish(
            register: "report",
            entry: entry,
            base: base,
            content: EntryContent(fields: own.merging(fields) { $1 }),
            uploads: uploads
        )
    }

    private func saved(_ fixture: DeclaredFixture, _ wish: RegisterEntries.Wish) async throws -> String {
        guard case .saved(let id, _) = try await fixture.entries.save(wish, DeclaredFixture.anna) else {
            throw Failure.conflict(reason: "not saved")
        }
        return id
    }

    private func bytes(_ download: RegisterEntries.Download) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        var part: Int64 = 0
        while let next = try await download.part(part) {
            bytes += next
            part += 1
        }
        return bytes
    }

    @Test func `a file is kept with its entry and handed out as it came`() async throws {
        try await withWorkplace { place in
            let fixture = try await fixture(place)
            let paper = RegisterEntries.Upload(field: "paper", name: "../报告\u{202E}.pdf", bytes: Self.pdf)
            let id = try await saved(
                fixture,
                wish([paper, upload("more", "a.txt", "甲"), upload("more", "b.txt", "乙")])
            )
            let view = try await fixture.entries.show(id, .everyone)
            #expect(view.content.files.map(\.name) == ["a.txt", "b.txt", "报告.pdf"])
            let file = try #require(view.content.fields["paper"].flatMap(EntryFile.init))
            #expect(file.type == "application/pdf" && file.bytes == Self.pdf.count)
            let download = try await fixture.entries.file(file.digest, of: id, .everyone)
            #expect(download.file == file)
            #expect(try await bytes(download) == Self.pdf)
            // Blobs that entries name are no orphans, and the store finds nothing missing.
            #expect(try await place.store.sweepBlobs() == 0)
            #expect(try await place.store.verify(registers: []).isSound)
            // The same again changes nothing; without one it is gone from the entry.
            let kept = view.content.fields
            guard
                case .unchanged = try await fixture.entries.save(
                    wish([paper], entry: id, base: 1, kept),
                    DeclaredFixture.anna
                )
            else {
                Issue.record("the same file is a change")
                return
            }
            var less = kept
            less["more"] = .list([kept["more"]?.items.last ?? .text("")])
            _ = try await fixture.entries.save(wish([], entry: id, base: 1, less), DeclaredFixture.anna)
            let now = try await fixture.entries.show(id, .everyone)
            #expect(now.content.files.map(\.name) == ["b.txt", "报告.pdf"])
            let gone = try #require(kept["more"]?.items.first?["digest"])
            await #expect(throws: Failure.notFound(what: "a file of \(id)")) {
                _ = try await fixture.entries.file(gone, of: id, .everyone)
            }
        }
    }

    @Test func `wrong sorts, too many bytes and too many files are told at their fields, and nothing is kept`()
        async throws
    {
        try await withWorkplace { place in
            let fixture = try await fixture(place)
            let told: [([RegisterEntries.Upload], String, String)] = [
                (
                    [.init(field: "paper", name: "a.pdf", bytes: [0x4D, 0x5A, 0x90, 0])], "paper",
                    "the sort of the file is not known"
                ),
                ([.init(field: "more", name: "a.txt", bytes: Self.pdf)], "more", "takes TEXT; ‘a.txt.pdf’ is PDF"),
                ([upload("paper", "a.txt", String(repeating: "a", count: 41))], "paper", "at most 40 bytes"),
                (
                    [upload("more", "a", "1"), upload("more", "b", "2"), upload("more", "c", "3")], "more",
                    "at most 2 files"
                ),
                ([upload("paper", "a", "1"), upload("paper", "b", "2")], "paper", "at most 1 files"),
                ([.init(field: "paper", name: "a.pdf", bytes: [])], "paper", "the sort of the file is not known"),
            ]
            for (uploads, field, message) in told {
                let found = try await problems {
                    _ = try await fixture.entries.save(wish(uploads), DeclaredFixture.anna)
                }
                #expect(found?.map(\.field) == [field], "\(message)")
                #expect(found?.first?.message.en.contains(message) == true, "\(found ?? [])")
            }
            #expect(try await place.store.entries(following: "report/", limit: 1).first?.register != "report")
        }
    }

    @Test func `a digest alone brings no file into an entry, and opens none of another`() async throws {
        try await withWorkplace { place in
            let fixture = try await fixture(place)
            let one = try await saved(fixture, wish([upload("hidden", "secret.txt", "机密")]))
            let secret = try await fixture.entries.show(one, DeclaredFixture.anna).content.files[0]
            let forged = wish([], ["paper": secret.value])
            let found = try await problems { _ = try await fixture.entries.save(forged, DeclaredFixture.bert) }
            #expect(found?.first?.message.en == "Paper takes files in the form of the entry, none here")
            let other = try await saved(fixture, wish([upload("paper", "a.txt", "甲")]))
            for (entry, reader) in [
                (one, EntryReader.everyone), (one, DeclaredFixture.carl), (other, DeclaredFixture.anna),
                (other, .everyone),
            ] {
                await #expect(throws: Failure.notFound(what: "a file of \(entry)")) {
                    _ = try await fixture.entries.file(secret.digest, of: entry, reader)
                }
            }
            #expect(
                try await bytes(fixture.entries.file(secret.digest, of: one, DeclaredFixture.bert)) == Array("机密".utf8)
            )
        }
    }

    @Test func `that somebody took a personal file is kept`() async throws {
        try await withWorkplace { place in
            let fixture = try await fixture(place)
            let id = try await saved(fixture, wish([upload("proof", "证件.txt", "示例"), upload("paper", "a.txt", "甲")]))
            let files = try await fixture.entries.show(id, .operator).content.files
            let before = try await place.store.disclosures(of: id, limit: 10).count
            for file in files { _ = try await fixture.entries.file(file.digest, of: id, DeclaredFixture.anna) }
            let looks = try await place.store.disclosures(of: id, limit: 10)
            #expect(
                looks.count == before + 1 && looks.first?.fields == "proof" && looks.first?.viewer == "account/anna"
            )
        }
    }

    @Test func `of two who change an entry neither loses a file of the other`() async throws {
        try await withWorkplace { place in
            let fixture = try await fixture(place)
            let id = try await saved(fixture, wish([upload("more", "a.txt", "甲")]))
            let old = try await fixture.entries.show(id, DeclaredFixture.anna).content.fields
            let first = wish([upload("paper", "p.txt", "正文")], entry: id, base: 1, old)
            _ = try await fixture.entries.save(first, DeclaredFixture.anna)
            let second = wish([upload("more", "b.txt", "乙")], entry: id, base: 1, old)
            do {
                _ = try await fixture.entries.save(second, DeclaredFixture.bert)
                Issue.record("nobody was told")
            } catch EntryRefusal.changedMeanwhile(let current, _) {
                #expect(current.version == 2)
            }
            let rebased = try await fixture.entries.rebase(second, DeclaredFixture.bert)
            #expect(rebased.clashes.isEmpty && rebased.taken.map(\.field) == ["paper"])
            #expect(rebased.content.files.map(\.name) == ["a.txt", "b.txt", "p.txt"])
            var again = second
            again.base = 2
            again.content.fields["paper"] = rebased.current.content.fields["paper"]
            _ = try await fixture.entries.save(again, DeclaredFixture.bert)
            #expect(
                try await fixture.entries.show(id, .everyone).content.files.map(\.name) == ["a.txt", "b.txt", "p.txt"]
            )
        }
    }

    @Test func `where two people are needed the file waits with the proposal`() async throws {
        try await withWorkplace { place in
            let text = Self.reports.replacing("write: [staff]", with: "write: [staff]\napprove: [staff]")
            let fixture = try await fixture(place, text: text)
            guard
                case .proposed(let id, let proposal) = try await fixture.entries.save(
                    wish([upload("paper", "a.txt", "甲")]),
                    DeclaredFixture.anna
                )
            else {
                Issue.record("not proposed")
                return
            }
            #expect(try await place.store.verify(registers: []).isSound)
            guard case .saved = try await fixture.entries.approve(proposal, DeclaredFixture.bert) else {
                Issue.record("not approved")
                return
            }
            let file = try await fixture.entries.show(id, .everyone).content.files[0]
            #expect(try await bytes(fixture.entries.file(file.digest, of: id, .everyone)) == Array("甲".utf8))
        }
    }
}
