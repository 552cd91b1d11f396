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
            // At work, so that what is a place is found as one.
            let state = register.states.first { $0.works } ?? register.states.first
            var content = EntryContent(fields: [:], state: state?.name)
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
        all += ["", "?lang=en", ".json", "/history", "/history?lang=en", "/history.json", "/edit", "/poster"].map {
            entry + $0
        }
        all += ["", ".json"].flatMap { ["/network\($0)?of=", "/network\($0)?at=34.26,108.94&of="] }
            .map { $0 + planted.register.name }
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
        // A figure that goes by a hidden field: its number is public, its rows are not.
        let counting = DeclarationFile(kind: .indicator, name: "vaults", path: "vaults.yaml", text: Self.indicator)
        let publish = PublishDefinitions(store: site.store, cache: site.registerEntries.definitions)
        _ = try await publish(publish.plan([counting]), by: .operator)
        let registers = try await site.registerEntries.definitions.current().registers
        var planted: [Planted] = []
        for register in registers { planted.append(try await Self.plant(register, site)) }
        try await site.registerFollower.catchUp()
        let keeper = try await Administrator(site, .staff, "secrecy-0@example.cn", in: .region("61")).browser
        let waiting = try await Self.waiting(site, keeper)
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
            // Nor does what is said of a change that is refused, or of one that nobody may make.
            for (name, said) in try await Self.refusals(of: one, site, others, keys) {
                asked += 1
                #expect(!Self.holds(Data(said.utf8), marks), "\(one.register.name): a refused change tells \(name)")
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
        var addresses = [
            "/registers", "/registers.json", "/registers?lang=en", "/plan", "/plan.json", "/search.json?q=%E5%AF%86",
            "/network", "/network.json", "/network?lang=en", "/figures", "/figures.json",
        ]
        let month = try #require(PartialDate(inChinaAt: site.store.now)?.description.prefix(7))
        for indicator in try await site.registerEntries.definitions.current().set.indicators.keys {
            let figure = "/figures/" + indicator
            addresses += ["", ".json", ".csv", "/planner", "/planner.json"].map { figure + $0 }
            addresses += ["?in=610000", ".json?in=610000", "?month=\(month)"].map { figure + $0 }
        }
        addresses += waiting.addresses
        let secrets = planted.flatMap(\.marks.values) + [Self.vaultEntry] + waiting.marks
        for address in addresses {
            for (name, browser) in others {
                var browser = browser
                let said = Data(try await browser.get(address).body)
                asked += 1
                // The entry itself is public; that it stands behind the figure is not.
                let own = address.hasPrefix("/figures/vaults") ? secrets : secrets.filter { $0 != Self.vaultEntry }
                #expect(!Self.holds(said, own.map { Data($0.utf8) }), "\(address) tells \(name)")
            }
        }
        #expect(try await site.get("/figures/vaults.json").decoded(IndicatorDocument.self).figure.value.count == 1)
        // What waits, and the file, are there for who keeps them.
        for (address, mark) in zip(waiting.addresses, waiting.marks) {
            var keeper = keeper
            #expect(try await keeper.get(address).text.contains(mark), "\(address)")
        }
        print("\(asked) answers about \(planted.count) registers hold none of \(kept) hidden values")
        #expect(planted.count >= 15 && kept > 40)
    }

    private static let vaultEntry = "vault/SECRECY"
    private static let indicator =
        "label: {zh: 密室数, en: Vaults}\nregister: vault\nwhere: {hidden-text: given}\n"

    /// What waits for approval with a hidden value, and a hidden file: where each is, and what only who keeps it may read there.
    private static func waiting(_ site: SiteFixture, _ keeper: Browser) async throws -> (
        addresses: [String], marks: [String]
    ) {
        func institution(_ name: String) -> EntryContent {
            EntryContent(
                fields: [
                    "name": .text(name), "kind": .text("comprehensive"), "level": .text("prefecture"),
                    "region": .text("610100"), "comprehensive": .text("yes"),
                ],
                state: "running"
            )
        }
        var wish = RegisterEntries.Wish(register: "institution", content: institution("示例有证明"))
        let mark = "%PDF-1.7 密证明密"
        wish.uploads = [.init(field: "evidence", name: "证明.pdf", bytes: Array(mark.utf8))]
        guard case .saved(let entry, _) = try await site.registerEntries.save(wish, .operator) else {
            throw Failure.conflict(reason: "not saved")
        }
        let content = try DeclaredContent.read(try #require(try await site.store.entry(entry)))
        let digest = try #require(content.files.first?.digest)
        var keeper = keeper
        let form = [
            "base": "0", "v.name": "示例待批", "v.kind": "comprehensive", "v.level": "prefecture", "v.region": "610100",
            "v.comprehensive": "yes", "v.contact.name": "密联系人密",
        ]
        let sent = try await keeper.fill("/registers/institution/new", form)
        let place = try #require(sent.header("Location"), "\(sent.text.prefix(3_000))")
        let proposal = String(place.prefix { $0 != "?" })
        #expect(proposal.contains("/registers/institution/proposals/"))
        return (
            [proposal, proposal + "?lang=en", "/registers/\(entry)/files/\(digest)"],
            ["密联系人密", "密联系人密", "密证明密"]
        )
    }

    /// What is answered to changes that are refused: by key, and by forms of who may not write there.
    private static func refusals(
        of planted: Planted,
        _ site: SiteFixture,
        _ others: [(name: String, browser: Browser)],
        _ keys: [String]
    ) async throws -> [(name: String, said: String)] {
        let (list, entry) = ("/registers/\(planted.register.name)", "/registers/\(planted.id)")
        let hidden = planted.register.fields.filter { planted.register.readers(of: $0) != .everyone }.map(\.name)
        let title = planted.register.title
        let bodies =
            ["{}", "nothing", #"{"fields": {}}"#, #"{"fields": {"\#(title)": "公开"}, "state": "nowhere"}"#]
            + hidden.map { #"{"fields": {"\#(title)": "公开", "\#($0)": "1"}}"# }
        var told: [(String, String)] = []
        for key in keys {
            for body in bodies {
                for (method, address, match) in [
                    (.post, list + ".json", nil), (.put, entry + ".json", nil), (.put, entry + ".json", "W/\"v1.0\""),
                    (.put, entry + ".json", "*"),
                ] as [(HTTPRequest.Method, String, String?)] {
                    // Nothing may be written, lest the marks are gone.
                    if match == "*", body.contains("公开") || body == "{}" || body.contains("{}") { continue }
                    var headers: HTTPFields = [.contentType: "application/json", .authorization: "Bearer " + key]
                    headers[.ifMatch] = match
                    let reply = try await site.get(address, method: method, headers: headers, body: Array(body.utf8))
                    told.append(("a key by \(method) \(body)", reply.text))
                }
            }
        }
        for (name, browser) in others {
            for address in [entry + "/edit", list + "/new"] {
                var browser = browser
                let form = ["form": "x", "base": "1", "v.\(title)": "公开"]
                let reply = try await browser.post(address, form)
                told.append((name + " by a form", reply.text))
            }
        }
        return told
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
