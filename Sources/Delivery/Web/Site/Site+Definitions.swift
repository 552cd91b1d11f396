import Declarations
import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Registers
import Store
import Wire

/// Declarations of registers and of what belongs to them, for their administrator: looked at, checked, published.
extension Site {
    /// The largest text that is checked, in bytes: that of a declaration.
    private static let largestText = 1 << 20

    func definitions(_ visit: Visit, _ link: AdminLink, _ caller: Caller) async throws -> Answer {
        let administrator = Administrator.caller(caller, knocker(visit))
        try services.publishDefinitions.permitReading(administrator)
        switch link.place {
        case .definitions: return try await definitionList(visit, link, administrator)
        case .definition(let folder, let name), .definitionText(let folder, let name):
            let kind = try Self.kind(folder)
            let look = try await services.publishDefinitions.look(at: kind, name, administrator)
            if visit.sent != nil { return try await definitionSent(visit, link, kind, name, look, administrator) }
            let (text, filled) = try Self.text(link, look)
            if visit.request.format == .json { return try await definitionTwin(kind, name, link, look) }
            if case .definitionText = link.place { return Self.definitionFile(text, name) }
            let draft = Draft(kind: kind, name: name, text: text, filled: filled)
            return try await definitionPage(visit, link, draft, look)
        default:
            if visit.sent != nil { return try await definitionSent(visit, link, nil, nil, nil, administrator) }
            return try await definitionPage(visit, link, Draft(kind: .register, name: "", text: ""), nil)
        }
    }

    /// What stands in the form, with what was found out about it.
    private struct Draft {
        var kind: DeclarationFile.Kind
        var name: String
        var text: String
        var filled: String?
        var checked: DefinitionPage.Checked?
        var refusal: AdminForm.Refusal?
        var status = HTTPResponse.Status.ok

        mutating func refuse(_ refusal: AdminForm.Refusal, _ status: HTTPResponse.Status = .badRequest) {
            self.refusal = refusal
            self.status = status
        }
    }

    // MARK: What is sent

    private func definitionSent(
        _ visit: Visit,
        _ link: AdminLink,
        _ kind: DeclarationFile.Kind?,
        _ name: String?,
        _ look: PublishDefinitions.Look?,
        _ administrator: Administrator
    ) async throws -> Answer {
        let given = visit.sent ?? Parameters()
        let file = visit.file.map { String(validating: $0, as: UTF8.self) ?? "" }
        let sentKind = given["kind"].flatMap { folder in DeclarationFile.Kind.allCases.first { $0.folder == folder } }
        var draft = Draft(
            kind: kind ?? sentKind ?? .register,
            name: name ?? given["name"] ?? "",
            text: (file ?? given["text"] ?? "").replacing("\r\n", with: "\n")
        )
        guard let sent = try sentFromHere(visit) else {
            draft.refuse(.elsewhere, .forbidden)
            return try await definitionPage(visit, link, draft, look)
        }
        guard kind != nil || sentKind != nil, AdminLink.isDefinitionName(draft.name) else {
            draft.refuse(.name)
            return try await definitionPage(visit, link, draft, look)
        }
        guard draft.text.contains(where: { !$0.isWhitespace }), draft.text.utf8.count <= Self.largestText else {
            draft.refuse(.text)
            return try await definitionPage(visit, link, draft, look)
        }
        let publish = services.publishDefinitions
        let path = "\(draft.kind.folder)/\(draft.name).yaml"
        let plan = try await publish.plan([
            DeclarationFile(kind: draft.kind, name: draft.name, path: path, text: draft.text)
        ])
        if sent["do"] == "publish" {
            do {
                try await put(plan, sent, &draft, administrator)
            } catch Failure.conflict {
                draft.refuse(.changed, .conflict)
            }
            if draft.refusal == nil {
                let place = AdminLink.Place.definition(draft.kind.folder, draft.name)
                return .redirect(
                    .seeOther,
                    to: Link.admin(AdminLink(place, done: .published, language: link.language)).text
                )
            }
        }
        // A new one may have the name of one that is there, and who publishes at the same time changes what is compared.
        let now = try await publish.look(at: draft.kind, draft.name, administrator)
        draft.checked = try await checked(plan, path, now)
        return try await definitionPage(visit, link, draft, now)
    }

    /// Publishes a text, or says in the draft why not.
    private func put(
        _ plan: PublishDefinitions.Plan,
        _ sent: Parameters,
        _ draft: inout Draft,
        _ administrator: Administrator
    ) async throws {
        guard plan.problems.isEmpty, let step = plan.steps.first else { return draft.refuse(.wrong) }
        guard step.isNew else { return draft.refuse(.same) }
        // What was not looked at is not overwritten.
        guard step.version == sent["version"].flatMap(Int64.init) ?? 0 else { return draft.refuse(.changed, .conflict) }
        let isDecided = sent["decide"] == "yes"
        guard isDecided || step.effect != .decision else { return draft.refuse(.decision, .conflict) }
        let reason = sent["reason"] ?? ""
        do {
            try AdministerAccounts(services.accounts, as: administrator).permitPublishing(reason: reason)
        } catch AccountRefusal.needsConfirmation {
            return draft.refuse(.confirm, .forbidden)
        } catch let refusal as AdministrationRefusal {
            return draft.refuse(AdminForm.Refusal(refusal), refusal.status)
        }
        _ = try await services.publishDefinitions(plan, deciding: isDecided, by: administrator, reason: reason)
    }

    private func checked(
        _ plan: PublishDefinitions.Plan,
        _ path: String,
        _ look: PublishDefinitions.Look
    ) async throws -> DefinitionPage.Checked {
        let step = plan.steps.first
        let current = look.versions.first?.definition.text
        var verdict: String?
        if plan.problems.isEmpty, let step {
            verdict = !step.isNew ? "same" : step.version == 0 ? "new" : step.effect.rawValue
        }
        var trials: [PublishDefinitions.Trial] = []
        if verdict != nil { trials = try await services.publishDefinitions.trial(plan) }
        return DefinitionPage.Checked(
            problems: plan.problems.map {
                DefinitionPage.Problem(file: $0.file == path ? nil : $0.file, line: $0.line, text: $0.message)
            },
            lines: DefinitionPage.Line.wrong(step?.text ?? "", plan.problems.filter { $0.file == path }),
            verdict: verdict,
            changes: verdict == nil
                ? [] : step?.changes.map { DefinitionPage.Change(effect: $0.effect.rawValue, text: $0.message) } ?? [],
            trials: trials.map(DefinitionPage.Trial.init),
            difference: current.map { LineDifference.between($0, step?.text ?? "").map(DefinitionPage.Line.init) } ?? []
        )
    }

    // MARK: What is shown

    private func definitionPage(
        _ visit: Visit,
        _ link: AdminLink,
        _ draft: Draft,
        _ look: PublishDefinitions.Look?
    ) async throws -> Answer {
        let isNew = link.place == .newDefinition
        let names = try await authors(look)
        let label = try await services.publishDefinitions.label(of: draft.kind, draft.name)
        let current = look?.versions.first?.definition.text
        let model = DefinitionPage(
            kinds: isNew ? DeclarationFile.Kind.allCases.map(\.folder) : [],
            kind: draft.kind.folder,
            name: draft.name,
            label: label?.text(in: link.language.rawValue) ?? "",
            versions: (look?.versions ?? []).map { version in
                DefinitionPage.Version(
                    number: Int(version.definition.version),
                    time: Moment.china(version.definition.publishedAt),
                    by: version.publication.map { names[$0.by] ?? $0.by } ?? "",
                    reason: version.publication?.reason ?? ""
                )
            },
            text: draft.text,
            filled: draft.filled,
            folderDiffers: current != nil && look?.folderText != nil && look?.folderText != current,
            isConfirmed: services.accounts.isConfirmed(try signedIn(visit)),
            checked: draft.checked
        )
        let typed = draft.refusal == nil && draft.checked == nil ? [:] : ["reason": visit.sent?["reason"] ?? ""]
        let form = AdminForm(link: link, token: "", typed: typed, refusal: draft.refusal)
        return try await adminShow(visit, form, draft.status) { form, frame in
            pages.adminDefinition(model, form, frame)
        }
    }

    private func definitionList(
        _ visit: Visit,
        _ link: AdminLink,
        _ administrator: Administrator
    ) async throws -> Answer {
        let (lines, waiting) = try await services.publishDefinitions.list(administrator)
        if visit.request.format == .json {
            let document = DefinitionsDocument(
                definitions: lines.map { line in
                    DefinitionsDocument.Line(
                        kind: line.kind.folder,
                        name: line.name,
                        label: line.label,
                        version: line.version,
                        published: Moment.iso(line.published),
                        entries: line.entries,
                        folder: line.standing.rawValue
                    )
                },
                waiting: waiting.map { "\($0.kind.folder)/\($0.name)" }
            )
            return .json(try WireJSON.encode(document))
        }
        // Registers are what people come for; the rest follows in the order in which they refer to each other.
        let kinds = [DeclarationFile.Kind.register] + DeclarationFile.Kind.allCases.filter { $0 != .register }
        let model = DefinitionsPage(
            kinds: kinds.map { kind in
                DefinitionsPage.Kind(
                    folder: kind.folder,
                    lines: lines.filter { $0.kind == kind }.map { DefinitionsPage.Line($0, link.language) }
                )
            },
            waiting: waiting.map { DefinitionsPage.File(folder: $0.kind.folder, name: $0.name) }
        )
        return try await adminShow(visit, AdminForm(link: link, token: "")) { form, frame in
            pages.adminDefinitions(model, form, frame)
        }
    }

    private func definitionTwin(
        _ kind: DeclarationFile.Kind,
        _ name: String,
        _ link: AdminLink,
        _ look: PublishDefinitions.Look
    ) async throws -> Answer {
        let (text, _) = try Self.text(link, look)
        let names = try await authors(look)
        let shown = link.version.flatMap(Int64.init)
        let document = DefinitionDocument(
            kind: kind.folder,
            name: name,
            // The file of the folder is no version.
            version: link.version == AdminLink.folderVersion
                ? 0 : shown ?? look.versions.first?.definition.version ?? 0,
            text: text,
            versions: look.versions.map { version in
                DefinitionDocument.Version(
                    version: version.definition.version,
                    published: Moment.iso(version.definition.publishedAt),
                    sha256: version.definition.digest,
                    by: version.publication.map { names[$0.by] ?? $0.by },
                    reason: version.publication?.reason
                )
            }
        )
        return .json(try WireJSON.encode(document))
    }

    private static func definitionFile(_ text: String, _ name: String) -> Answer {
        // RFC 9512.
        var answer = Answer(type: "application/yaml", body: .bytes(Array(text.utf8)), caching: .none)
        answer.headers[.contentDisposition] = "attachment; filename=\"\(name).yaml\""
        return answer
    }

    private func authors(_ look: PublishDefinitions.Look?) async throws -> [String: String] {
        try await services.accounts.maskedNames(of: Set(look?.versions.compactMap { $0.publication?.by } ?? []))
    }

    private static func kind(_ folder: String) throws -> DeclarationFile.Kind {
        guard let kind = DeclarationFile.Kind.allCases.first(where: { $0.folder == folder }) else {
            throw Failure.notFound(what: "a kind of declarations \(folder)")
        }
        return kind
    }

    /// The text that an address asks for, and which version that is where it is not the one in force.
    private static func text(
        _ link: AdminLink,
        _ look: PublishDefinitions.Look
    ) throws -> (text: String, filled: String?) {
        let newest = look.versions.first?.definition
        guard let wanted = link.version else {
            guard let newest else { throw Failure.notFound(what: "a declaration of this name") }
            return (newest.text, nil)
        }
        let found =
            wanted == AdminLink.folderVersion
            ? look.folderText
            : look.versions.first { String($0.definition.version) == wanted }?.definition.text
        guard let found else { throw Failure.notFound(what: "a version \(wanted) of this declaration") }
        return (found, wanted == newest.map { String($0.version) } ? nil : wanted)
    }
}
