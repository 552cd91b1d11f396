import Foundation
import Hummingbird

/// The people and organisations that the simulator knows; all of them are invented.
struct SimulatedRegisters: Sendable {
    struct Person: Decodable, Sendable {
        var name, number: String
    }

    struct Organisation: Decodable, Sendable {
        var name, code, status, representative: String
        /// The representative's.
        var number: String
    }

    struct PersonQuestion: Decodable, Sendable {
        var name, number: String
    }

    struct OrganisationQuestion: Decodable, Sendable {
        var name, code, representative, number: String
    }

    private struct File: Decodable {
        var people: [Person]
        var organisations: [Organisation]
    }

    private let people: [String: Person]
    private let organisations: [String: Organisation]

    /// Reads a file.
    ///
    /// - Throws: What reading or decoding throws.
    init(file path: String) throws {
        let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: URL(filePath: path)))
        people = Dictionary(file.people.map { ($0.number, $0) }) { first, _ in first }
        organisations = Dictionary(file.organisations.map { ($0.code, $0) }) { first, _ in first }
    }

    func answer(_ question: PersonQuestion) -> SimulatedAnswer {
        let person = people[question.number]
        let outcome = person.map { $0.name == question.name ? "match" : "mismatch" } ?? "unknown"
        return SimulatedAnswer(outcome: outcome, serial: Self.serial)
    }

    func answer(_ question: OrganisationQuestion) -> SimulatedAnswer {
        guard let known = organisations[question.code] else {
            return SimulatedAnswer(outcome: "unknown", serial: Self.serial)
        }
        let isSame =
            known.name == question.name && known.representative == question.representative
            && known.number == question.number
        return SimulatedAnswer(
            outcome: known.status == "active" ? (isSame ? "match" : "mismatch") : "unknown",
            serial: Self.serial,
            status: known.status,
            representative: Self.masked(known.representative)
        )
    }

    /// What a person sees who opens the address.
    var face: String {
        "模拟 simulated gateway: everything here is 示例, nobody is real.\n\npeople: "
            + people.values.map { Self.masked($0.name) }.sorted().joined(separator: ", ") + "\norganisations: "
            + organisations.values.map(\.name).sorted().joined(separator: ", ") + "\n"
    }

    private static var serial: String { "SIM-" + UUID().uuidString }

    /// The family name and a star.
    private static func masked(_ name: String) -> String { name.prefix(1) + "*" }
}
