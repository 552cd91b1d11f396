import Domain
import Foundation
import Links
import Testing
import Wire

@testable import Web

/// Searches as CSV.
struct TableTests {
    /// A reader of RFC 4180 that shares nothing with the writer.
    private static func rows(_ bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                    cell.append(byte)
                    index += 1
                } else if byte == 0x22 {
                    isQuoted = false
                } else {
                    cell.append(byte)
                }
            } else if byte == 0x22 {
                isQuoted = true
            } else if byte == 0x2C || byte == 0x0D {
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == 0x0D {
                    rows.append(row)
                    row = []
                    index += 1
                }
            } else {
                cell.append(byte)
            }
            index += 1
        }
        return rows
    }

    @Test func `begins with a byte order mark and a row of names, and holds every record once`() async throws {
        let reply = try await SiteFixture.shared.value.get("/search.csv?sort=newest")
        #expect(reply.status == 200 && reply.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(Array(reply.body.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let rows = Self.rows(Array(reply.body.dropFirst(3)))
        let total = SiteFixture.sampleCount + OwnRecords.all.count
        #expect(rows.count == total + 1)
        #expect(rows.allSatisfy { $0.count == 17 })
        #expect(Array(rows[0].prefix(5)) == ["记录", "类型", "示例", "名称", "申请号"])
        #expect(Set(rows.dropFirst().map { $0[0] }).count == total)
        #expect(rows.count { $0[2] == "示例" } == SiteFixture.sampleCount + 1)
        #expect(reply.header("X-Total-Count") == String(total))
        #expect(reply.header("Content-Disposition")?.contains("huizhi.csv") == true)
    }

    @Test func `stands in the order of the search and has its own language`() async throws {
        let fixture = try await SiteFixture.shared.value
        let table = Self.rows(Array(try await fixture.get("/search.csv?sort=oldest&lang=en").body.dropFirst(3)))
        let document = try await fixture.get("/search.json?sort=oldest&per=100").decoded(SearchDocument.self)
        #expect(Array(table.dropFirst().prefix(100).map { $0[0] }) == document.hits.map(\.id))
        #expect(table[0][3] == "Title")
    }

    @Test func `a file has the columns that are chosen, in their order`() async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.get(
            "/search.csv?q=CN199900001&columns=state,title,number,date,nothing,class&lang=en"
        )
        let rows = Self.rows(Array(reply.body.dropFirst(3)))
        #expect(rows[0] == ["Legal status", "Title", "Number", "Date", "Main class"])
        #expect(rows[1] == ["Pending", "Solid battery for checks", "CN199900001A", "2021-09-28", "H01M 10/05"])
        let page = try await fixture.get(
            "/search?q=CN199900001&view=table&columns=state,title,number,date,class&lang=en"
        ).text
        for cell in ["Pending", "Solid battery for checks", "CN199900001A", "28 Sep 2021", "H01M 10/05"] {
            #expect(page.contains(cell), "\(cell)")
        }
        #expect(page.contains("/search.csv?q=CN199900001&amp;columns=state,title,number,date,class\""))
    }

    @Test func `every order by date of filing has every record once`() async throws {
        let fixture = try await SiteFixture.shared.value
        func dates(_ sort: String) async throws -> [String] {
            let reply = try await fixture.get("/search.csv?in=patent&columns=filed&sort=" + sort)
            return Self.rows(Array(reply.body.dropFirst(3))).dropFirst().map { $0[0] }
        }
        let (last, first) = (try await dates("filedLast"), try await dates("filedFirst"))
        #expect(last.count > 100 && last == last.sorted(by: >) && first == first.sorted())
    }

    @Test func `ends at its limit and says how many there are`() async throws {
        let fixture = try await SiteFixture(samples: 20, own: []) { options in
            options.csvRows = 7
            options.csvBatch = 3
        }
        let reply = try await fixture.get("/search.csv")
        #expect(Self.rows(Array(reply.body.dropFirst(3))).count == 8)
        #expect(reply.header("X-Total-Count") == "20")
    }

    @Test func `no cell is a formula, no private address goes beyond the city`() async throws {
        let reply = try await SiteFixture.shared.value.get("/search.csv?samples=no")
        let rows = Self.rows(Array(reply.body.dropFirst(3)))
        for cell in rows.flatMap(\.self) {
            let first = cell.first { !$0.isWhitespace }
            #expect(first.map { !"=+-@".contains($0) } ?? true, "\(cell)")
        }
        #expect(rows.flatMap(\.self).contains { $0.hasPrefix("'=HYPERLINK") })
        #expect(!reply.text.contains("隐私小区"))
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("=1+1", "'=1+1"), ("-5", "'-5"),
        ("＝1", "'＝1"), ("\t=1", "'\t=1"), ("  +1", "'  +1"), ("@x,y", "\"'@x,y\""), ("a\nb", "\"a\nb\""),
        ("a\r\nb", "\"a\r\nb\""), ("", ""),
        ("2021-03-16", "2021-03-16"),
    ])
    func `a cell is quoted where it must be`(text: String, cell: String) {
        #expect(TableCell.csv(text) == cell)
    }
}
