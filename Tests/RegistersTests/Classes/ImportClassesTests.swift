import Domain
import Store
import Testing

@testable import Registers

/// Editions of classifications in the store.
struct ImportClassesTests {
    @Test func `files of two languages make one edition, and the same file twice changes nothing`() async throws {
        try await withWorkplace { place in
            let classes = ImportClasses(store: place.store)
            let chinese = try place.write(
                #"[{"id":"09","name":"科学仪器","children":[{"id":"090001","name":"算盘"}]}]"#,
                to: "zh"
            )
            let english = try place.write(
                #"{"edition":"10","classes":[{"number":"9","heading":"Apparatus"}],"goods":[{"number":"090001","description":"abacuses"}]}"#,
                to: "en"
            )
            let taken = try await classes([chinese, english])
            #expect(taken.map(\.version) == [1, 2] && taken.map(\.scheme) == ["nice", "nice"])
            // All 45 classes are there; only two symbols have titles.
            #expect(
                taken[1].symbols == 46 && taken[1].chinese == 2 && taken[1].english == 2 && taken[1].edition == "10"
            )
            #expect(try await classes([english]).map(\.version) == [2])
            let text = try #require(try await place.store.definitions(kind: "classes").first?.text)
            let table = try ClassTable(.nice, text: text)
            #expect(table["090001"] == ClassEntry("090001", zh: "算盘", en: "abacuses"))
            #expect(try await place.store.definitionVersions(kind: "classes") == ["nice": 2])
        }
    }

    @Test func `what is in force is listed for every scheme`() async throws {
        try await withWorkplace { place in
            let classes = ImportClasses(store: place.store)
            let file = try place.write("symbol,title\nH01M,电池\n", to: "ipc.csv")
            _ = try await classes([file], scheme: .ipc, edition: "2026.01")
            let editions = try await classes.editions()
            #expect(editions.map(\.scheme) == ClassScheme.allCases.map(\.rawValue))
            #expect(editions[0].version == 1 && editions[0].edition == "2026.01" && editions[0].chinese == 9)
            #expect(editions[2].version == 0 && editions[2].symbols == 40)
        }
    }

    @Test func `a table of IPC and industries is kept with its symbols`() async throws {
        try await withWorkplace { place in
            let file = try place.write("code,name,ipc\nC3841,锂离子电池制造,H01M10;H01G\n", to: "table.csv")
            _ = try await ImportClasses(store: place.store)([file])
            let text = try #require(try await place.store.definitions(kind: "classes").first?.text)
            #expect(try ClassTable(.industry, text: text)["C3841"]?.ipc == ["H01M10", "H01G"])
        }
    }

    @Test func `a file that is not there is named`() async throws {
        _ = try await withWorkplace { place in
            await #expect(throws: Failure.self) {
                _ = try await ImportClasses(store: place.store)([place.path("none.csv")])
            }
        }
    }
}
