import Declarations
import Domain
import Foundation
import Store
import Testing

@testable import Registers

/// Tables taken into declared registers: in whole, or not at all.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct ImportEntriesTests {
    private func importing(_ fixture: DeclaredFixture) -> ImportEntries {
        ImportEntries(store: fixture.store, definitions: fixture.cache)
    }

    @Test func `a table is tried, taken in, and changes nothing a second time`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let path = try place.write(
                "名称,编号,地区,状态,head.name,head.duty\n示例一,A-1,西安市,运行,示例甲,主任\n示例二,A-2,610300,,,\n\n示例三,,陕西省,,,\n",
                to: "outlets.csv"
            )
            let before = try await place.store.logHead().size
            let trial = try await importing(fixture)(path, into: "outlet", trial: true, author: "import")
            #expect(trial.rows == 3 && trial.new == 3 && trial.problems.isEmpty && !trial.isStored)
            #expect(try await place.store.logHead().size == before)
            let done = try await importing(fixture)(path, into: "outlet", trial: false, author: "import")
            #expect(done.new == 3 && done.isStored)
            let id = try #require(
                try await place.store.entry(with: LookupKey(scope: "outlet", field: "number", value: "a-1"))
            )
            let view = try await fixture.entries.show(id, .operator)
            #expect(
                view.content.fields == [
                    "name": .text("示例一"), "number": .text("A-1"), "region": .text("610100"),
                    "head": .parts(["name": .text("示例甲"), "duty": .text("主任")]),
                ]
            )
            #expect(view.content.state == "running" && view.content.sample == nil)
            let again = try await importing(fixture)(path, into: "outlet", trial: false, author: "import")
            #expect(again.unchanged == 3 && again.new == 0 && again.changed == 0)
            #expect(try await place.store.logHead().size == before + 3)
        }
    }

    @Test func `every wrong cell is named, and nothing is stored while there is one`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let taken = try await fixture.saved(["number": .text("A-9")])
            let path = try place.write(
                "name,number,region,posts,above\n示例一,A-1,西安,12,\n,A-2,火星,12.5,\n示例三,A-1,610100,3,outlet/none\n示例四,A-4,610100,1,,多余\n",
                to: "outlets.csv"
            )
            let before = try await place.store.logHead().size
            let report = try await importing(fixture)(path, into: "outlet", trial: false, author: "import")
            #expect(
                report.problems.map(\.description).sorted() == [
                    "A3 (name): Name is missing",
                    "B4 (number): another entry has Number “A-1”, in row 2 of this table",
                    "C3 (region): Region “火星” is no administrative division; write its six digits or its name, such as 610100",
                    "D3 (posts): Posts “12.5” is no whole number", "E4 (above): there is no entry outlet/none",
                    "F5: the row has more cells than the table has columns",
                ]
            )
            #expect(report.problemCount == 6 && !report.isStored)
            #expect(try await place.store.logHead().size == before)
            // A number that is taken is the entry that has it.
            let other = try place.write("name,number,region\n新名称,a-9,610100\n", to: "other.csv")
            let changed = try await importing(fixture)(other, into: "outlet", trial: false, author: "import")
            #expect(changed.changed == 1 && changed.changes.map(\.entry) == [taken])
            #expect(changed.changes.first?.differences.map(\.field) == ["name", "number"])
        }
    }

    @Test func `a column that is missing leaves what is there, and an id names the entry`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let id = try await fixture.saved(["number": .text("A-1"), "posts": .text("12")])
            let path = try place.write("id,name,region\n\(id),新名称,610100\noutlet/none,示例,610100\n", to: "outlets.csv")
            let report = try await importing(fixture)(path, into: "outlet", trial: true, author: "import")
            #expect(report.problems.map(\.description) == ["A3 (id): there is no entry outlet/none in this register"])
            let right = try place.write("id,name,region\n\(id),新名称,610100\n", to: "right.csv")
            _ = try await importing(fixture)(right, into: "outlet", trial: false, author: "import")
            let fields = try await fixture.entries.show(id, .operator).content.fields
            #expect(
                fields["name"] == .text("新名称") && fields["posts"] == .text("12") && fields["number"] == .text("A-1")
            )
        }
    }

    @Test func `a rule with a condition never makes a row another entry`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let first = try place.write("name,kind,region,body\n甲,a,610100,示例大学\n", to: "first.csv")
            #expect(try await importing(fixture)(first, into: "centre", trial: false, author: "import").new == 1)
            let second = try place.write("name,kind,region,body\n乙,b,610100,示例大学\n", to: "second.csv")
            let report = try await importing(fixture)(second, into: "centre", trial: false, author: "import")
            #expect(report.problems.map(\.description) == ["D2 (body): The body has a centre"] && report.changed == 0)
        }
    }

    @Test func `values that the table leaves out count with those it changes`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let first = try place.write("name,kind,region\n甲,a,610100\n乙,a,610100\n", to: "first.csv")
            _ = try await importing(fixture)(first, into: "centre", trial: false, author: "import")
            let id = try #require(
                try await place.store.entry(with: LookupKey(scope: "centre", field: "name+kind", value: "乙 | a"))
            )
            let second = try place.write("id,name\n\(id),甲\n", to: "second.csv")
            let report = try await importing(fixture)(second, into: "centre", trial: true, author: "import")
            #expect(report.problems.map(\.description) == ["B2 (name): another entry has Name, Kind “甲、a”"])
        }
    }

    @Test func `a part without a column stays, and a reference is looked up as it is stored`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let first = try place.write("name,kind,region,term\n甲,a,610100,2024-01-01/2025-12-31\n", to: "first.csv")
            _ = try await importing(fixture)(first, into: "centre", trial: false, author: "import")
            let second = try place.write("name,kind,region,term.until\n甲,a,610100,2026-12-31\n", to: "second.csv")
            let report = try await importing(fixture)(second, into: "centre", trial: false, author: "import")
            #expect(report.changed == 1)
            let id = try #require(report.changes.first?.entry)
            let term = try await fixture.entries.show(id, .operator).content.fields["term"]
            #expect(term == .parts(["from": .text("2024-01-01"), "until": .text("2026-12-31")]))
            let third = try place.write("name,region,above\n丙,610100, outlet/none \n", to: "third.csv")
            let found = try await importing(fixture)(third, into: "outlet", trial: true, author: "import")
            #expect(found.problems.map(\.description) == ["C2 (above): there is no entry outlet/none"])
        }
    }

    @Test func `names of columns that mean nothing are told with those that do`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let path = try place.write("name,adress,Name\n示例,某路,x\n", to: "outlets.csv")
            let report = try await importing(fixture)(path, into: "outlet", trial: true, author: "import")
            #expect(
                report.problems.map(\.description) == [
                    "B1 (adress): no column of this register; the columns are id, state, name, number, region, posts, above, rank, head",
                    "C1 (Name): it stands twice; keep one",
                ]
            )
            let empty = try place.write("\n \n", to: "empty.csv")
            await #expect(
                throws: Failure.invalid(field: empty, reason: "the table is empty; its first row names the columns")
            ) {
                _ = try await importing(fixture)(empty, into: "outlet", trial: true, author: "import")
            }
            await #expect(throws: Failure.notFound(what: "a register town")) {
                _ = try await importing(fixture)(path, into: "town", trial: true, author: "import")
            }
        }
    }

    @Test func `samples are marked and stay so`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let path = try place.write("name,number,region\n示例一,A-1,610100\n", to: "outlets.csv")
            _ = try await importing(fixture)(path, into: "outlet", trial: false, samples: true, author: "import")
            let again = try place.write("name,number,region\n示例二,A-1,610100\n", to: "again.csv")
            _ = try await importing(fixture)(again, into: "outlet", trial: false, author: "import")
            let id = try #require(
                try await place.store.entry(with: LookupKey(scope: "outlet", field: "number", value: "a-1"))
            )
            let view = try await fixture.entries.show(id, .everyone)
            #expect(view.title == "示例二" && view.content.sample == true)
        }
    }

    @Test func `a table in GB 18030 with semicolons and quoted line ends is read`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let sample: [UInt8] = [0xCA, 0xBE, 0xC0, 0xFD]
            let outlet: [UInt8] = [0xCD, 0xF8, 0xB5, 0xE3]
            let bytes =
                Array("name;region\n\"".utf8) + sample + Array(";".utf8) + outlet + Array("\";610100\n\"".utf8) + sample
                + Array("\n".utf8) + outlet + Array("\";610100\n".utf8)
            let path = place.path("outlets.csv")
            try Data(bytes).write(to: URL(filePath: path))
            let report = try await importing(fixture)(path, into: "outlet", trial: true, author: "import")
            #expect(report.rows == 2)
            #expect(report.problems.map(\.description) == ["A3 (name): Name is one line without line ends"])
        }
    }
}
