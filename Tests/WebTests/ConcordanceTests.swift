import Domain
import Foundation
import Registers
import Testing
import Wire

@testable import Web

/// Symbols of one scheme beside those of the others.
struct ConcordanceTests {
    @Test func `a symbol has its field by the table and what its records carry`() async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.get("/concordance.json?s=H01M10/05%0Anothing%0AH01M10/05&from=ipc")
        let document = try reply.decoded(ConcordanceDocument.self)
        #expect(document.symbols.map(\.typed) == ["H01M10/05", "nothing"] && document.unread == nil)
        let line = document.symbols[0]
        #expect(line.symbol == "H01M10/05" && line.count.records == 1)
        #expect(line.related.first { $0.basis == "table" }?.symbol == "1")
        #expect(document.symbols[1].symbol == nil && document.symbols[1].related.isEmpty)
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "Concordance") == [])
    }

    @Test func `a field is made of IPC symbols, and samples tell which industries a class is used in`() async throws {
        let fixture = try await SiteFixture.shared.value
        let field = try await fixture.get("/concordance.json?s=8&from=field").decoded(ConcordanceDocument.self)
        #expect(field.symbols[0].related.filter { $0.basis == "table" }.map(\.symbol) == ["H01L"])
        let used = try await fixture.get("/concordance.json?s=H01M").decoded(ConcordanceDocument.self)
        let industry = try #require(used.symbols[0].related.first { $0.scheme == "industry" })
        #expect(industry.symbol == "C38" && industry.basis == "records" && (industry.count?.samples ?? 0) > 0)
    }

    @Test func `a table of industries goes before what records carry, and is said to be missing without`() async throws
    {
        let fixture = try await SiteFixture(samples: 20, own: [OwnRecords.battery])
        #expect(try await fixture.get("/concordance?lang=en").text.contains("No official table of IPC and industries"))
        let loaded = try await SiteFixture(samples: 20, own: [OwnRecords.battery])
        let path = loaded.folder + "/table.csv"
        try Data("code,name,ipc\nC3841,示例行业,H01M10\n".utf8).write(to: URL(filePath: path))
        _ = try await ImportClasses(store: loaded.store)([path])
        let document = try await loaded.get("/concordance.json?s=H01M10/05").decoded(ConcordanceDocument.self)
        let industry = try #require(document.symbols[0].related.first { $0.scheme == "industry" })
        #expect(industry.symbol == "C3841" && industry.basis == "table" && industry.zh == "示例行业")
        #expect(try await !loaded.get("/concordance?lang=en").text.contains("No official table of IPC and industries"))
    }

    @Test func `page and table tell the same`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/concordance?s=H01M10%0A%E4%B9%B1&lang=en").text
        #expect(page.contains("No symbol of any scheme: 乱") && page.contains("Electrical machinery"))
        let table = try await fixture.get("/concordance.csv?s=H01M10%0A%E4%B9%B1&lang=en").text
        #expect(table.contains("Asked for,Scheme,Symbol") && table.contains("\n乱,,,0,0,"))
        #expect(table.contains("H01M10,ipc,H01M10,"))
    }

    @Test func `no more than a thousand symbols are looked for at once`() async throws {
        let fixture = try await SiteFixture.shared.value
        let symbols = (1...1_001).map { "H01M10/\($0 + 10)" }.joined(separator: "%0A")
        let document = try await fixture.get("/concordance.json?s=" + symbols).decoded(ConcordanceDocument.self)
        #expect(document.symbols.count == 1_000 && document.unread == 1)
    }
}
