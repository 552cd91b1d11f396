import Declarations
import Domain
import Store

/// Made-up institutions (示例), each following from its number.
struct MadeInstitutions: Sendable {
    private let codes: [String: [String]]
    private let regions = Prefecture.all.map(\.code)

    /// Takes the code lists from which they choose.
    init(codes: [String: CodeList]) {
        self.codes = codes.mapValues { $0.codes.map(\.code) }
    }

    /// The kind of one.
    func kind(_ number: Int) -> String { code("institution-kind", number * 7) }

    /// The entry of one.
    func change(_ number: Int) throws -> EntryChange {
        let region = regions[number * 31 % regions.count]
        let content = EntryContent(
            fields: [
                "name": .text("示例\(Prefecture(code: region)?.name ?? "")知识产权服务机构\(number)"),
                "kind": .text(kind(number)), "level": .text(code("institution-level", number)), "region": .text(region),
                "nature": .text(code("institution-nature", number / 3)),
                "fields": .list([.text(code("service-field", number))]),
                "services": .list((0..<3).map { .text(code("offered-service", number + $0)) }),
                "body": .parts(["name": .text("示例单位\(number % 5_000)")]),
                "location": location(number), "hours": .text(Self.hours[number % Self.hours.count]),
                "address": .parts(["text": .text("示例路\(number % 900)号")]),
                "recognised": .text(String(2_010 + number % 15)), "batch": .text("第\(number % 9)批"),
            ],
            state: ["running", "running", "running", "suspended", "planned"][number % 5],
            sample: true
        )
        return EntryChange(
            register: "institution",
            entry: "institution/B\(number)",
            expectedVersion: 0,
            draft: Draft(content: try CanonicalJSON.encode(content))
        )
    }

    /// Some hours as places have them.
    private static let hours = [
        "Mo-Fr 09:00-17:00", "Mo-Fr 09:00-12:00,13:30-17:30", "Mo-Sa 08:30-18:00", "Mo-Su 00:00-24:00",
    ]

    /// Coordinates that cover the country and heap up around one city: every fourth place lies within 60 km of it.
    private func location(_ number: Int) -> FieldValue {
        let (north, east) = ((number &* 7_919) % 10_000, (number &* 104_729) % 10_000)
        let isInCity = number % 4 == 0
        let latitude = isInCity ? 33_700_000 + north * 108 : 20_000_000 + north * 2_900
        let longitude = isInCity ? 108_300_000 + east * 130 : 75_000_000 + east * 5_800
        func degrees(_ millionths: Int) -> String {
            "\(millionths / 1_000_000)." + String(String(1_000_000 + millionths % 1_000_000).dropFirst())
        }
        return .parts(["latitude": .text(degrees(latitude)), "longitude": .text(degrees(longitude))])
    }

    private func code(_ list: String, _ number: Int) -> String {
        let codes = codes[list] ?? []
        return codes.isEmpty ? "" : codes[number % codes.count]
    }
}
