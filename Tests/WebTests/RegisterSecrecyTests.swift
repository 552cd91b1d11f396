import Declarations
import Domain
import EntryIndex
import Formats
import Foundation
import HTTPTypes
import Identity
import Store
import Testing
import Wire

@testable import Registers
@testable import Web

/// Every register that comes with the program, and one with a hidden field of every type, asked by everybody in every form: no answer
/// holds anything of a field that its reader may not see.
struct RegisterSecrecyTests {
    /// A register of which every type of field is there twice: for everybody, and for staff alone.
    private static let vault: String = {
        let types: [(name: String, type: String, use: String)] = [
            ("text", "type: text", "list, sort, search"), ("rich", "type: rich", "list, search"),
            ("number", "type: number", "list, sort"), ("money", "type: money", "list, sort"),
            ("date", "type: date", "list, sort"), ("period", "type: period", "list, sort"),
            ("choice", "type: choice, codes: outlet-kind", "list, facet, sort, search"),
            ("region", "type: region", "list, facet, sort, map"),
            ("organisation", "type: organisation", "list, sort, search"),
            ("right", "type: right", "list"), ("entry", "type: entry, registers: [vault]", "list, facet"),
            ("location", "type: location", "map"), ("address", "type: address", "list, search"),
            ("hours", "type: hours", "list"),
        ]
        let fields = types.map { field in
            "  hidden-\(field.name): {\(field.type), label: {zh: 藏\(field.name), en: Hidden \(field.name)}, read: [staff], use: [\(field.use)]}"
        }
        return """
            label: {zh: 密室, en: Vault}
            write: [staff]
            place: {region: place}
            fields:
              name: {type: text, label: {zh: 名称, en: Name}, required: yes, use: [list, search, sort]}
              place: {type: region, label: {zh: 所在地, en: Place}, use: [list, facet, map]}
              hidden-person:
                type: person
                label: {zh: 藏人, en: Hidden person}
                read: [staff]
                personal: {purpose: {zh: 联系, en: contact}, basis: {zh: 职责, en: duty}, years: 1}

            """ + fields.joined(separator: "\n") + "\n"
    }()

    /// An entry of a register with a text that is found nowhere else in each field that not everybody reads.
    private struct Planted {
        let register: RegisterDeclaration
        let id: String
        /// What is planted in which field.
        var marks: [String: String] = [:]
    }

    /// Plants an entry in Shaanxi, and another version of it.
    private static func plant(_ register: RegisterDeclaration, _ site: SiteFixture) async throws -> Planted {
        let codes = try await site.registerEntries.codes()
        var planted = Planted(register: register, id: register.name + "/SECRECY")
        for version in 1...2 {
            var content = EntryContent(fields: [:], state: register.states.first?.name)
            for field in register.fields {
                let isHidden = register.readers(of: field) != .everyone
                let mark = "密\(register.name)-\(field.name)-\(version)密"
                if isHidden { planted.marks["\(field.name) \(version)"] = mark }
                let isPlace = field.name == register.place.region
                let value = isHidden && !isPlace ? hidden(mark, field) : open(field, planted.id, codes)
                if isPlace { planted.marks["\(field.name) \(version)"] = nil }
                content.fields[field.name] = field.most == nil ? value : .list([value])
            }
            let change = EntryChange(
                register: register.name,
                entry: planted.id,
                expectedVersion: nil,
                draft: try DeclaredContent.draft(content)
            )
            _ = try await site.store.save([change], author: "account/keeper")
        }
        return planted
    }

    /// The mark as a value of the field, past all checks: what counts is where it turns up.
    private static func hidden(_ mark: String, _ field: FieldDeclaration) -> FieldValue {
        switch field.type {
        case .organisation, .person: .parts(["name": .text(mark)])
        case .address: .parts(["text": .text(mark)])
        case .period: .parts(["from": .text(mark)])
        case .location: .parts(["latitude": .text(mark), "longitude": .text(mark)])
        case .file: .parts(["name": .text(mark), "type": .text("application/pdf")])
        default: .text(mark)
        }
    }

    /// A value that everybody may read.
    private static func open(_ field: FieldDeclaration, _ id: String, _ codes: [String: CodeList]) -> FieldValue {
        switch field.type {
        case .choice(let list): .text(codes[list]?.codes.first?.code ?? "")
        case .region: .text("610000")
        case .number, .money: .text("1")
        case .date: .text("2024-01-01")
        case .period: .parts(["from": .text("2024-01-01")])
        case .location: .parts(["latitude": .text("34.26"), "longitude": .text("108.94")])
        case .hours: .text("Mo-Fr 09:00-12:00; PH off")
        case .entry: .text(id)
        case .organisation, .person: .parts(["name": .text("公开")])
        case .address: .parts(["text": .text("公开")])
        case .file: .parts(["name": .text("公开"), "type": .text("application/pdf")])
        case .text, .rich, .right: .text("公开")
        }
    }

    /// Everything that a reply says, as bytes, in which marks are found fast; of a workbook the texts of its cells.
    private static func said(_ reply: Reply, _ address: String, _ site: SiteFixture) throws -> Data {
        guard address.contains(".xlsx"), reply.status == 200 else { return Data(reply.body) }
        let path = "\(site.folder)/\(UUID().uuidString).xlsx"
        try Data(reply.body).write(to: URL(filePath: path))
        var text = ""
        try PlainTable(path: path).rows { row in text += row.cells.map(\.text).joined(separator: "\t") + "\n" }
        return Data(text.utf8)
    }

    private static func holds(_ said: Data, _ marks: [Data]) -> Bool { marks.contains { said.range(of: $0) != nil } }

    private static func addresses(of planted: Planted) -> [String] {
        let list = "/registers/" + planted.register.name
        let entry = "/registers/" + planted.id
        var all = [list, list + "?lang=en&view=map", list + ".json", list + "/proposals", list + "/new"]
        all += [".csv", ".csv?lang=en", ".xlsx", ".jsonl", ".atom", ".atom?lang=en"].map { list + $0 }
        all += ["", "?lang=en", ".json", "/history", "/history?lang=en", "/history.json", "/edit"].map { entry + $0 }
        for field in planted.register.fields where planted.register.readers(of: field) != .everyone {
            // Neither an order nor a filter by what is hidden, and what is said of the refusal.
            all += [list + "?sort=" + field.name, list + ".json?sort=-" + field.name, list + ".csv?sort=" + field.name]
            all += [list + ".json?f=\(field.name):a", list + "?f=\(field.name):a"]
        }
        return all
    }

    @Test func `nothing hidden is in any answer to who may not see it`() async throws {
        let vault = DeclarationFile(kind: .register, name: "vault", path: "vault.yaml", text: Self.vault)
        let site = try await SiteFixture(
            samples: 0,
            own: [],
            registers: DeclaredOutlets.files + [vault],
            isDeclared: true
        )
        let registers = try await site.registerEntries.definitions.current().registers
        var planted: [Planted] = []
        for register in registers { planted.append(try await Self.plant(register, site)) }
        try await site.registerFollower.catchUp()
        let keeper = try await Administrator(site, .staff, "secrecy-0@example.cn", in: .region("61")).browser
        var others: [(name: String, browser: Browser)] = [
            ("nobody", Browser(site)), ("a person", try await AccountTests.signedUp(site, "secrecy-1@example.cn")),
        ]
        let roles: [(Role, Scope)] = [
            (.staff, .region("51")), (.staff, .institution("示例")), (.systemAdministrator, .nation),
            (.securityAdministrator, .nation), (.auditAdministrator, .nation),
        ]
        for (number, (role, scope)) in roles.enumerated() {
            let made = try await Administrator(site, role, "secrecy-\(number + 2)@example.cn", in: scope)
            others.append(("\(role) of \(scope)", made.browser))
        }
        let keys = try await Self.keys(site)
        var (asked, kept) = (0, 0)
        for one in planted {
            let marks = one.marks.values.map { Data($0.utf8) }
            for address in Self.addresses(of: one) {
                for (name, browser) in others {
                    var browser = browser
                    let said = try Self.said(try await browser.get(address), address, site)
                    asked += 1
                    #expect(!Self.holds(said, marks), "\(address) tells \(name)")
                }
                for key in keys where !address.contains("/new") && !address.contains("/edit") {
                    let reply = try await site.get(address, headers: [.authorization: "Bearer " + key])
                    asked += 1
                    let said = try Self.said(reply, address, site)
                    #expect(!Self.holds(said, marks), "\(address) tells a key")
                }
            }
            // Words find nothing that is hidden, also not for who may see it elsewhere.
            for mark in one.marks.values {
                let word = try #require(mark.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
                for (name, browser) in others {
                    var browser = browser
                    let reply = try await browser.get("/registers/\(one.register.name).json?q=\(word)")
                    asked += 1
                    guard reply.status == 200 else { continue }
                    #expect(try reply.decoded(RegisterListDocument.self).total == 0, "\(mark) is found by \(name)")
                }
            }
            // Who keeps the entry sees all of it but what is masked, so that the marks are there to be found.
            var keeper = keeper
            let entry = try await keeper.get("/registers/\(one.id).json")
            let history = try await keeper.get("/registers/\(one.id)/history.json")
            for (field, mark) in one.marks {
                let name = String(field.prefix { $0 != " " })
                if one.register.field(name)?.personal != nil, one.register.field(name)?.type.sort != .file { continue }
                let shown = field.hasSuffix(" 2") ? entry.body : history.body
                #expect(Self.holds(Data(shown), [Data(mark.utf8)]), "\(one.register.name) \(field)")
                kept += 1
            }
        }
        let marks = planted.flatMap { $0.marks.values.map { Data($0.utf8) } }
        for address in [
            "/registers", "/registers.json", "/registers?lang=en", "/plan", "/plan.json", "/search.json?q=%E5%AF%86",
        ] {
            for (name, browser) in others {
                var browser = browser
                let said = try await browser.get(address).body
                #expect(!Self.holds(Data(said), marks), "\(address) tells \(name)")
            }
        }
        print("\(asked) answers about \(planted.count) registers hold none of \(kept) hidden values")
        #expect(planted.count >= 15 && kept > 40)
    }

    /// Keys of somebody who keeps the entries, one that reads and one that writes: a key sees what everybody sees.
    private static func keys(_ site: SiteFixture) async throws -> [String] {
        var browser = try await Administrator(site, .staff, "secrecy-key@example.cn", in: .region("61")).browser
        var keys: [String] = []
        for scope in ["records", "entries"] {
            let form = ["do": "make", "name": "示例", "scope": scope, "until": ""]
            let reply = try await browser.fill("/account/keys", form)
            keys.append(
                String(try #require(reply.text.firstMatch(of: /<p class="key">(hz_[a-z2-7]{39})<\/p>/)?.output.1))
            )
        }
        return keys
    }
}
