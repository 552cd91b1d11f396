import Declarations
package import Domain
import Registers

/// Divisions by the names that operators entered in the register of divisions, beside those that the program has.
///
/// The program knows provinces and prefectures; counties, and what was renamed or dissolved, are entries with a name, a code, the days
/// on which they were in force and a successor.
package struct DivisionNames: Sendable {
    /// The register: `name`, `region`, `in-force`, `successor`.
    package static let register = "region"

    /// Divisions of one name that are looked at: there are fewer of any name.
    private static let most = 50

    /// The longest text that is looked for; characters.
    private static let longest = 60

    private let list: ListEntries

    /// Takes the lists of declared registers.
    package init(_ list: ListEntries) {
        self.list = list
    }

    /// The division that somebody means.
    ///
    /// It is meant by its code, or by its name, before which that of the division above may stand. One that is over is its successor.
    ///
    /// - Parameter text: the code or name; nothing is the nation.
    /// - Returns: the division; nil for the nation.
    /// - Throws: `Failure.invalid` for what is none or names several; `.tooMany`; what index and store throw.
    package func division(_ text: String) async throws -> RegionCode? {
        guard !text.isEmpty else { return nil }
        if let region = RegionCode(text) { return region }
        guard text.count <= Self.longest else { return try RegionCode.asked(text) }
        for length in (0..<text.count).reversed() {
            let above = length == 0 ? nil : RegionCode(String(text.prefix(length)))
            guard length == 0 || above != nil else { continue }
            let found = try await divisions(called: String(text.dropFirst(length)), in: above)
            guard found.count < 2 else {
                let names = found.map(\.words.zh).joined(separator: ", ")
                throw Failure.invalid(
                    field: "region",
                    reason:
                        "several divisions are called \(text): \(names); write the code, or the name with that of the city before it"
                )
            }
            if let region = found.first { return region }
        }
        return try RegionCode.asked(text)
    }

    /// The name of a division that is in force; nil where none is entered.
    ///
    /// - Throws: `Failure.tooMany`; what index and store throw.
    package func name(of region: RegionCode) async throws -> String? {
        let today = PartialDate(inChinaAt: list.entries.now)
        return try await entries("", in: region.digits).first { fields in
            fields["region"]?.text == region.digits && !Self.isOver(fields, today)
        }?["name"]?.text
    }

    private func divisions(called name: String, in above: RegionCode?) async throws -> [RegionCode] {
        let today = PartialDate(inChinaAt: list.entries.now)
        var found: [RegionCode] = []
        for fields in try await entries(name, in: above?.digits) {
            guard let full = fields["name"]?.text, full == name || Self.short(full) == name else { continue }
            let code = Self.isOver(fields, today) ? fields["successor"]?.text : nil
            if let region = RegionCode(code ?? fields["region"]?.text ?? ""), !found.contains(region) {
                found.append(region)
            }
        }
        return found
    }

    /// What the entries of some words say; none where the node has no such register, or one that is being indexed.
    private func entries(_ words: String, in region: String?) async throws -> [[String: FieldValue]] {
        do {
            let answer = try await list(
                ListEntries.Question(
                    register: Self.register,
                    text: words,
                    region: region,
                    withoutSamples: true,
                    sort: "region",
                    size: Self.most
                ),
                .everyone
            )
            return answer.entries.map(\.content.fields)
        } catch Failure.notFound, Failure.unavailable, Failure.invalid {
            return []
        }
    }

    private static func isOver(_ fields: [String: FieldValue], _ today: PartialDate?) -> Bool {
        guard let today, let until = fields["in-force"]?["until"].flatMap(PartialDate.init(iso:)) else { return false }
        return until < today
    }

    /// A name without the word for what it is: 雁塔区 is 雁塔; two characters at least stay.
    private static func short(_ name: String) -> String {
        guard name.count > 2, let last = name.last, "区县市旗".contains(last) else { return name }
        return String(name.dropLast())
    }
}
