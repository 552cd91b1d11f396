import Declarations
import Domain
import Registers

/// Declared registers of sites under test; everything in them is invented.
///
/// Outlets have every type of field, and two people keep them; one person keeps notes; staff alone reads internal files.
enum DeclaredOutlets {
    static let outlet = """
        label: {zh: 网点名录, en: Outlets}
        entry: {zh: 网点, en: outlet}
        help: {zh: 去哪里, en: Where to go}
        source: 示例文件
        write: [staff]
        approve: [staff]
        place: {region: region}
        states:
          planned: {zh: 拟设, en: planned, next: [running]}
          running: {zh: 运行, en: running, next: [closed]}
          closed: {zh: 已撤销, en: closed, over: yes}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes, use: [list, search, sort]}
          number: {type: text, label: {zh: 编号, en: Number}, unique: yes}
          kind: {type: choice, codes: outlet-kind, label: {zh: 类型, en: Kind}, use: [list, facet]}
          services: {type: choice, codes: outlet-service, many: yes, label: {zh: 服务, en: Services}, use: [facet], visit: offer}
          region: {type: region, label: {zh: 所在地, en: Region}, required: yes, use: [list, facet, map]}
          about: {type: rich, label: {zh: 介绍, en: About}}
          directions: {type: text, lines: yes, label: {zh: 怎样前往, en: How to get there}}
          hours: {type: hours, label: {zh: 开放时间, en: Hours}}
          phone: {type: text, label: {zh: 电话, en: Telephone}, visit: contact}
          website: {type: text, pattern: "https?://[^ ]+", label: {zh: 网址, en: Web site}}
          posts: {type: number, label: {zh: 编制, en: Posts}, unit: {zh: 人, en: people}, read: [staff]}
          budget: {type: money, label: {zh: 预算, en: Budget}}
          opened: {type: date, precision: month, label: {zh: 设立, en: Opened}}
          validity: {type: period, label: {zh: 有效期, en: Validity}}
          body: {type: organisation, label: {zh: 依托单位, en: Host body}}
          head:
            type: person
            label: {zh: 负责人, en: Head}
            read: [staff]
            personal: {purpose: {zh: 联系, en: contact}, basis: {zh: 职责, en: duty}, years: 1}
          location: {type: location, label: {zh: 坐标, en: Coordinates}, use: [map]}
          address: {type: address, label: {zh: 地址, en: Address}}
          above: {type: entry, registers: [outlet], label: {zh: 上级, en: Above}}
          right: {type: right, label: {zh: 权利, en: Right}}
          tags: {type: text, many: yes, label: {zh: 标签, en: Tags}}
          leaflet: {type: file, types: [application/pdf], label: {zh: 折页, en: Leaflet}}
        """

    static let note = """
        label: {zh: 会议记录, en: Notes}
        write: [staff]
        place: {region: region}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes}
          region: {type: region, label: {zh: 地区, en: Region}, required: yes}
          people: {type: number, label: {zh: 人数, en: People}}
          day: {type: date, label: {zh: 日期, en: Day}}
        """

    static let internalFile = """
        label: {zh: 内部文件, en: Internal files}
        read: [staff]
        write: [staff]
        place: {region: region}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes}
          region: {type: region, label: {zh: 地区, en: Region}, required: yes}
        """

    static let files = [
        file(.register, "outlet", outlet), file(.register, "note", note),
        file(.register, "internal-file", internalFile),
        file(
            .codes,
            "outlet-kind",
            "label: {zh: 类型, en: Kinds}\ncodes:\n  window: {zh: 窗口, en: Window}\n  centre: {zh: 中心, en: Centre}\n"
        ),
        file(
            .codes,
            "outlet-service",
            "label: {zh: 服务, en: Services}\ncodes:\n  search: {zh: 检索, en: Searches}\n  advice: {zh: 咨询, en: Advice}\n"
        ),
    ]

    private static func file(_ kind: DeclarationFile.Kind, _ name: String, _ text: String) -> DeclarationFile {
        DeclarationFile(kind: kind, name: name, path: name + ".yaml", text: text)
    }

    /// An outlet with a value in every field.
    static let whole = EntryContent(
        fields: [
            "name": .text("示例 <网点>"), "number": .text("A-1"), "kind": .text("window"),
            "services": .list([.text("search"), .text("advice")]), "region": .text("610100"),
            "about": .text("欢迎 **来访**\n\n- 甲\n- <乙>\n\n[官网](https://a.example/)"), "directions": .text("一路\n二路"),
            "hours": .text("Mo-Fr 09:00-12:00,13:30-17:30"), "website": .text("https://a.example/x?a=1&b=2"),
            "posts": .text("98765"), "budget": .text("1234567"), "opened": .text("2024-03"),
            "validity": .parts(["from": .text("2024-01-01")]),
            "body": .parts(["name": .text("示例大学")]),
            "head": .parts(["name": .text("林示一"), "duty": .text("主任")]),
            "location": .parts(["latitude": .text("34.2655"), "longitude": .text("108.9541")]),
            "address": .parts(["text": .text("示例路 1 号"), "postcode": .text("710000")]),
            "right": .text("CN2021990000018"), "tags": .list([.text("一"), .text("二")]),
        ],
        state: "running"
    )
}

extension SiteFixture {
    /// Saves an entry as the operator does, past approval.
    func saved(_ register: String = "outlet", _ content: EntryContent, sample: Bool? = nil) async throws -> String {
        var content = content
        content.sample = sample
        let wish = RegisterEntries.Wish(register: register, content: content)
        guard case .saved(let entry, _) = try await registerEntries.save(wish, .operator) else {
            throw Failure.conflict(reason: "not saved")
        }
        return entry
    }
}
