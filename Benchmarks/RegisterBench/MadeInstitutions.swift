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
        "name,kind,level,region,nature,fields,services,body.name,address.text,recognised,batch,state"

    /// The row of one; no cell holds a comma or quotation mark.
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
        ].joined(separator: ",")
    }

    private func code(_ list: String, _ number: Int) -> String {
        let codes = codes[list] ?? []
        return codes.isEmpty ? "" : codes[number % codes.count]
    }
}
