import Declarations
import Discovery
import Domain
import EntryIndex
import Foundation
import SQLiteDriver
import Store
import Testing

@testable import Registers

/// A declared register with two thousand made-up entries (示例) in a store, and its index.
struct TownRegister {
    static let count = 2_000

    let store: Store
    let published = PublishedIndex()
    let follower: IndexFollower
    let list: ListEntries
    let entries: RegisterEntries

    /// All entries, indexed, for tests that only read.
    static let shared = Task {
        let folder = NSTemporaryDirectory() + "huizhi-towns-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let store = try await Store.open(SQLiteDatabase(path: folder + "/store.sqlite"))
        let towns = try await TownRegister(Workplace(folder: folder, store: store))
        try await towns.follower.catchUp()
        return towns
    }

    /// Publishes the declarations and saves the entries; nothing is indexed yet.
    init(_ place: Workplace, count: Int = Self.count) async throws {
        store = place.store
        let definitions = DefinitionCache(store: store, patience: .zero)
        follower = IndexFollower(
            folder: place.path("index-registers"),
            store: store,
            published: published,
            options: .registers
        ) { try await definitions.current().source }
        entries = RegisterEntries(store: store, definitions: definitions)
        list = ListEntries(entries: entries, index: published, pool: SearchPool(options: .init(threads: 2)))
        for (name, text) in Self.codes { try await publish(.codes, name, text) }
        try await publish(.register, "town", Self.declaration)
        #expect(try await store.definitionsInForce().set.problems.map(\.description) == [])
        for start in stride(from: 0, to: count, by: 200) {
            let changes = try (start..<min(count, start + 200)).map { try Self.change(Self.id($0), Self.content($0)) }
            _ = try await store.save(changes, author: "test")
        }
    }

    func publish(_ kind: DeclarationFile.Kind, _ name: String, _ text: String) async throws {
        _ = try await store.publish(kind: kind.rawValue, name: name, text: text)
    }

    /// Saves one entry, replacing what is there.
    func save(_ id: String, _ content: EntryContent, register: String = "town") async throws {
        _ = try await store.save([Self.change(id, content, register: register)], author: "test")
    }

    private static func change(_ id: String, _ content: EntryContent, register: String = "town") throws -> EntryChange {
        EntryChange(register: register, entry: id, expectedVersion: nil, draft: try DeclaredContent.draft(content))
    }

    static func id(_ number: Int) -> String { "town/T" + String(10_000 + number) }

    /// What an entry says: every value follows from its number, so that any count can be worked out by hand.
    static func content(_ number: Int) -> EntryContent {
        EntryContent(
            fields: [
                "name": .text("示例\(["白云", "安宁", "重山", "东湖", "Zebra"][number % 5])小镇\(number)"),
                "kind": .text(["craft", "farm", "tech"][number % 3]),
                "topics": .list([.text(number % 2 == 0 ? "patent" : "mark")] + (number % 5 == 0 ? [.text("gi")] : [])),
                "region": .text(["610100", "610102", "610000", "510100", "440300"][number % 5]),
                "founded": .text(String(2_000 + number % 20)),
                "area": .text("\(number % 7).\(number % 2)0"),
                "body": .parts(["name": .text("示例集团\(number % 4)"), "code": .text("91110000MA0\(10_000 + number)")]),
                "paper": .text("示例〔2024〕\(number)号"),
                "note": .text("秘密花园"), "grade": .text("a"), "owner": .parts(["name": .text("示例张三")]),
            ],
            state: number % 4 == 0 ? "planned" : "running",
            sample: number % 10 == 0 ? true : nil
        )
    }

    static let codes = [
        "town-kind": """
        label: {zh: 类别, en: Kinds}
        codes:
          tech: {zh: 科技, en: technology}
          craft: {zh: 手工, en: craftsmanship}
          farm: {zh: 农业, en: farming}
        """,
        "topic": """
        label: {zh: 主题, en: Topics}
        codes:
          patent: {zh: 专利, en: patents}
          mark: {zh: 商标, en: trade marks}
          gi: {zh: 地理标志, en: geographical indications}
        """,
        "grade": """
        label: {zh: 等次, en: Grades}
        codes:
          a: {zh: 甲等, en: first}
          b: {zh: 乙等, en: second}
        """,
    ]

    static let declaration = """
        label: {zh: 特色小镇, en: Towns}
        title: name
        write: [staff]
        place: {region: region}
        states:
          planned: {zh: 拟设, en: planned, next: [running]}
          running: {zh: 运行, en: running, next: [closed]}
          closed: {zh: 关闭, en: closed, over: yes}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes, use: [list, search, sort]}
          kind: {type: choice, codes: town-kind, label: {zh: 类别, en: Kind}, required: yes, use: [facet, sort]}
          topics: {type: choice, codes: topic, many: yes, label: {zh: 主题, en: Topics}, use: [facet]}
          region: {type: region, label: {zh: 地区, en: Region}, use: [facet, sort]}
          founded: {type: date, precision: year, label: {zh: 设立, en: Founded}, use: [sort]}
          area: {type: number, decimals: 2, label: {zh: 面积, en: Area}, use: [sort]}
          body: {type: organisation, label: {zh: 单位, en: Body}, use: [search]}
          paper: {type: text, pattern: ".*号", label: {zh: 文号, en: Paper}, use: [search]}
          note: {type: text, label: {zh: 备注, en: Note}, read: [staff], use: [search, sort]}
          grade: {type: choice, codes: grade, label: {zh: 等次, en: Grade}, read: [staff], use: [facet, search]}
          owner:
            type: person
            label: {zh: 负责人, en: Owner}
            read: [staff]
            personal: {purpose: {zh: 联系, en: contact}, basis: {zh: 同意, en: consent}, years: 1}
        """
}
