import Declarations
import Domain

/// Made-up institutions (示例), each following from its number, as a table that the register of institutions takes in.
struct MadeInstitutions: Sendable {
    private let codes: [String: [String]]
    private let regions = Prefecture.all.map(\.code)

    /// Takes the code lists from which they choose.
    init(codes: [String: CodeList]) {
        self.codes = codes.mapValues { $0.codes.map(\.code) }
    }

    /// The kind of one.
    func kind(_ number: Int) -> String { kinds[number * 7 % kinds.count] }

    /// Those that need nothing else than what is made here.
    private var kinds: [String] {
        (codes["institution-kind"] ?? []).filter { !["comprehensive", "window", "workstation"].contains($0) }
    }

    /// The names of the columns.
    static let head =
        "name,kind,level,region,nature,fields,services,body.name,address.text,recognised,batch,state,hours,location"

    /// The row of one.
    func row(_ number: Int) -> String {
        let region = regions[number * 31 % regions.count]
        let place = Prefecture(code: region)?.name ?? ""
        return [
            "示例\(place)知识产权服务机构\(number)", kind(number), code("institution-level", number), region,
            code("institution-nature", number / 3), code("service-field", number),
            (0..<3).map { code("offered-service", number + $0) }.joined(separator: ";"),
            // No two bodies are alike, because some kinds exclude each other.
            "示例单位\(number)", "示例路\(number % 900)号", String(2_010 + number % 15), "第\(number % 9)批",
            ["running", "running", "running", "suspended", "planned"][number % 5],
            "\"\(Self.hours[number % Self.hours.count])\"", "\"\(location(number))\"",
        ].joined(separator: ",")
    }

    /// Some hours as places have them.
    private static let hours = [
        "Mo-Fr 09:00-17:00", "Mo-Fr 09:00-12:00,13:30-17:30", "Mo-Sa 08:30-18:00", "Mo-Su 00:00-24:00",
    ]

    /// Coordinates that cover the country and heap up around one city: every fourth place lies within 60 km of it.
    private func location(_ number: Int) -> String {
        let (north, east) = ((number &* 7_919) % 10_000, (number &* 104_729) % 10_000)
        let isInCity = number % 4 == 0
        let latitude = isInCity ? 33_700_000 + north * 108 : 20_000_000 + north * 2_900
        let longitude = isInCity ? 108_300_000 + east * 130 : 75_000_000 + east * 5_800
        func degrees(_ millionths: Int) -> String {
            "\(millionths / 1_000_000)." + String(String(1_000_000 + millionths % 1_000_000).dropFirst())
        }
        return degrees(latitude) + "," + degrees(longitude)
    }

    private func code(_ list: String, _ number: Int) -> String {
        let codes = codes[list] ?? []
        return codes.isEmpty ? "" : codes[number % codes.count]
    }
}
