import Declarations
import Domain
import Identity
import Links
import Pages
import Registers
import Wire

extension HeldDocument {
    /// What is held, as programs get it.
    init(_ held: HeldData, drafts: [EntryDraft]) {
        let content = held.content
        self.init(
            account: held.account,
            name: content.name,
            email: content.email,
            emailConfirmed: content.emailConfirmed,
            level: content.shownLevel,
            state: content.state.rawValue,
            stateReason: content.stateReason,
            language: content.language,
            created: Moment.iso(content.created),
            consents: content.consents.map {
                ConsentDocument(
                    purpose: $0.purpose,
                    basis: $0.basis,
                    edition: $0.edition,
                    time: Moment.iso($0.time),
                    scopes: $0.scopes
                )
            },
            versions: held.versions.map {
                VersionDocument(
                    version: Int($0.number),
                    time: Moment.iso($0.time),
                    name: $0.content.name,
                    email: $0.content.email,
                    language: $0.content.language,
                    level: $0.content.level.rawValue,
                    state: $0.content.state.rawValue
                )
            },
            links: (content.links ?? []).map { LinkDocument(provider: $0.provider, time: Moment.iso($0.time)) },
            proofs: held.proofs.map { ProofDocument(kind: $0.kind, made: Moment.iso($0.made), used: $0.isUsed) },
            sessions: held.sessions.map(AccountDocument.SessionDocument.init),
            roles: held.roles.map(AccountDocument.RoleDocument.init),
            keys: held.keys.map(KeysDocument.Key.init),
            kept: held.kept,
            drafts: drafts.map {
                DraftDocument(
                    register: $0.register,
                    entry: $0.entry,
                    time: Moment.iso($0.time),
                    fields: $0.content.fields,
                    emptied: $0.emptied,
                    state: $0.content.state,
                    note: $0.note
                )
            },
            events: held.events.map(AccountDocument.EventDocument.init),
            disclosures: held.disclosures.map {
                DisclosureDocument(
                    time: Moment.iso($0.time),
                    viewer: $0.role?.rawValue ?? Administrator.operatorName,
                    place: $0.place.isEmpty ? nil : $0.place,
                    action: $0.action?.rawValue ?? "",
                    fields: $0.fields,
                    reason: $0.reason
                )
            },
            authorisations: held.authorisations.map(AuthorisationDocument.init),
            verification: content.verification.map {
                VerificationDocument(
                    provider: $0.provider,
                    serial: $0.serial,
                    time: Moment.iso($0.time),
                    simulated: $0.isSimulated
                )
            },
            signOns: held.signOns.map {
                SignOnDocument(
                    client: $0.client,
                    nameZh: $0.name?.zh,
                    nameEn: $0.name?.en,
                    scopes: $0.scopes.map(\.rawValue),
                    began: Moment.iso($0.began),
                    refreshed: $0.refreshed.map(Moment.iso),
                    ends: $0.ends.map(Moment.iso)
                )
            }
        )
    }
}

extension AccountDataPage {
    /// How many of those who looked a page lists.
    private static let shownLooks = 50

    /// What is held, as its page shows it.
    init(
        _ held: HeldData,
        drafts: Int,
        _ pages: PageRenderer,
        eventDays: Int,
        disclosureDays: Int,
        _ language: PageLanguage
    ) {
        let content = held.content
        func text(_ key: String) -> String { pages.text(key, language) ?? key }
        func made(_ kind: String) -> String {
            held.proofs.first { $0.kind == kind }.map { text("account.held.secret") + " " + Moment.china($0.made) }
                ?? ""
        }
        let names = held.roles.map { $0.role.name.text(in: language.rawValue) }
        let values: [Item.Kind: String] = [
            .number: held.account,
            .name: content.name,
            .email: content.email,
            .language: text("account.language." + content.language),
            .state: text("account.level." + content.shownLevel),
            .consents: content.consents.map { Moment.china($0.time) }.joined(separator: ", "),
            .password: made("password"),
            .timeCode: made("timeCode"),
            .links: content.links.map { $0.map(\.provider).joined(separator: ", ") } ?? "",
            .roles: names.joined(separator: ", "),
            .authorisations: held.authorisations.isEmpty ? "" : String(held.authorisations.count),
            .kept: held.kept.items.isEmpty ? "" : String(held.kept.items.count),
            .drafts: drafts == 0 ? "" : String(drafts),
            .keys: held.keys.isEmpty ? "" : String(held.keys.count),
            .sessions: held.sessions.isEmpty ? "" : String(held.sessions.count),
            .verification: content.verification.map { $0.provider + " " + Moment.china($0.time) } ?? "",
            .signOns: held.signOns.isEmpty ? "" : String(held.signOns.count),
            .events: held.events.isEmpty ? "" : String(held.events.count),
            .attempts: text("account.held.apart"),
        ]
        self.init(
            name: content.name,
            language: PageLanguage(rawValue: content.language) ?? language,
            items: Item.Kind.allCases.map { Item($0, values[$0] ?? "") },
            eventDays: eventDays,
            looks: held.disclosures.prefix(Self.shownLooks).map { line in
                Look(
                    time: Moment.china(line.time),
                    role: line.role?.name.text(in: language.rawValue),
                    place: line.place.isEmpty ? nil : line.place,
                    fields: line.fields,
                    reason: line.reason
                )
            },
            disclosureDays: disclosureDays,
            signOns: held.signOns.map { line in
                SignOn(
                    name: line.name?.text(in: language.rawValue) ?? line.client,
                    scopes: line.scopes.map(\.rawValue),
                    began: Moment.china(line.began),
                    refreshed: line.refreshed.map(Moment.china)
                )
            }
        )
    }
}
