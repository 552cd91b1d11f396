import Domain
import Formats
import Foundation
import Store
import Testing

@testable import Registers

struct ExportRecordsTests {
    private func records(_ lines: [Data]) throws -> [ExportRecord] {
        try lines.map { line in
            #expect(line.last == 0x0A)
            return try JSONDecoder().decode(ExportRecord.self, from: line)
        }
    }

    @Test func `what was imported goes out again, with its file`() async throws {
        try await withWorkplace { place in
            let samples = (0..<40).map { SampleMaker(seed: 4).record($0) }
            let file = try place.write(samples, to: "a.jsonl")
            _ = try await place.importing()([file])
            let ids = samples.compactMap { $0.entryID?.description }
            let lines = try await ExportRecords(store: place.store).lines(of: ids.reversed())
            let exported = try records(lines)
            #expect(exported.map(\.right) == samples.reversed().map(\.maskedForExport))
            #expect(exported.map { $0.right.bibliography.sample } == Array(repeating: true, count: 40))
            #expect(exported[0].source == .init(file: file, format: .jsonl, position: "line 40"))
            // And in again, from the exported file.
            let text = lines.map { String(decoding: $0, as: UTF8.self) }.joined()
            let again = try await place.importing()([place.write(text, to: "b.jsonl")])
            #expect(again.unchanged == 40)
        }
    }

    @Test func `a private person's address ends at the city, an organisation's does not`() async throws {
        try await withWorkplace { place in
            var right = patent(1)
            right.bibliography.applicants = [
                Party(
                    name: "王示一",
                    country: "CN",
                    region: "江苏省",
                    city: "南京市",
                    district: "玄武区",
                    street: "示例路1号",
                    postcode: "999000",
                    address: "江苏省南京市玄武区示例路1号"
                ),
                Party(name: "南京示例有限公司", country: "CN", address: "江苏省南京市玄武区示例路2号"),
            ]
            _ = try await place.importing()([place.write([right], to: "a.jsonl")])
            let lines = try await ExportRecords(store: place.store).lines(of: ["patent/CN2019190000016"])
            let parties = try records(lines)[0].right.bibliography.applicants
            #expect(parties[0] == Party(name: "王示一", country: "CN", region: "江苏省", city: "南京市"))
            #expect(parties[1].address == "江苏省南京市玄武区示例路2号")
        }
    }

    @Test func `entries that were withdrawn or never were are left out`() async throws {
        try await withWorkplace { place in
            _ = try await place.importing()([place.write([patent(1), patent(2)], to: "a.jsonl")])
            _ = try await place.store.withdraw(["patent/CN2019190000016"], as: .withdrawn, author: "system")
            let ids = ["patent/CN2019190000016", "patent/CN2019190000020", "patent/CN1"]
            let exported = try records(await ExportRecords(store: place.store).lines(of: ids))
            #expect(exported.map { $0.right.entryID?.local } == ["CN2019190000020"])
        }
    }
}
