import HTTPTypes
import Links

/// Every place of the site in every form; the table of permissions and the description of the interface name each.
package enum Route: String, Sendable, Hashable, CaseIterable {
    case home, homeTwin
    case search, searchTwin, searchTable, searchFeed
    case openSearch, sru
    case record, recordTwin, recordFile, drawing
    case about, accessibility, design, help, kept, privacy
    case translation, translationTwin
    case history, historyTwin
    case like, likeTwin
    case numbers, numbersTwin, numbersTable
    case fields
    case fees, feesTwin
    case compare, compareTwin, compareTable
    case suggest
    case related, relatedTwin
    case names, namesTwin, proposal
    case classes, classesTwin, scheme, schemeTwin, classLevel, classLevelTwin
    case concordance, concordanceTwin, concordanceTable
    case codes, codesTwin, codesTable
    case plan, planTwin
    case indicators, indicatorsTwin, indicator, indicatorTwin, indicatorTable, indicatorPlanner, indicatorPlannerTwin
    case indicatorRanking
    case network, networkTwin
    case account, accountTwin, signUp, signIn, password, reset, email, twoStep, confirmation, accountData,
        accountDataTwin
    case admin, adminAccounts, adminAccountsTwin, adminAccount, adminAccountTwin, adminGrants, adminGrantsTwin,
        adminGrant
    case adminGrantTwin, adminAudit, adminAuditTwin, adminAuditTable
    case adminVerification, adminVerificationTwin
    case adminDefinitions, adminDefinitionsTwin, adminDefinition, adminDefinitionTwin, adminDefinitionText,
        adminNewDefinition
    case accountKeys, accountKeysTwin, accountKept, accountKeptTwin
    case identity, merge
    case organisations, organisationsTwin, organisation, organisationTwin
    case authorisations, authorisationsTwin, authorisation, authorisationTwin
    case authorize, token, userInfo, revocation, endSession, signingKeys, openIDConfiguration, oauthMetadata
    case consents, clients, clientsTwin, client
    case accountProviders, providerReturn
    case registers, registersTwin, declaredRegister, declaredRegisterTwin, entry, entryTwin, entryHistory,
        entryHistoryTwin
    case declaredRegisterFile, declaredRegisterFeed
    case entryPoster
    case newEntry, changedEntry, entryProposals, entryProposal, entryFile, entryTable
    case openAPI
    case asset, icon, robots
    case live, ready
    case metrics
    case snapshot, snapshotFile

    /// The route that a request asks for; nil where nothing lives.
    init?(_ request: LinkRequest) {
        switch (request.link, request.format) {
        case (.home, .html): self = .home
        case (.home, .json): self = .homeTwin
        case (.search, .html): self = .search
        case (.search, .json): self = .searchTwin
        case (.search, .csv): self = .searchTable
        case (.search, .atom): self = .searchFeed
        case (.record, .html): self = .record
        case (.record, .json): self = .recordTwin
        case (.recordFile, _): self = .recordFile
        case (.drawing, _): self = .drawing
        case (.page(.about, _), _): self = .about
        case (.page(.accessibility, _), _): self = .accessibility
        case (.page(.design, _), _): self = .design
        case (.page(.help, _), _): self = .help
        case (.page(.kept, _), _): self = .kept
        case (.page(.privacy, _), _): self = .privacy
        case (.translation, .html): self = .translation
        case (.translation, .json): self = .translationTwin
        case (.history, .html): self = .history
        case (.history, .json): self = .historyTwin
        case (.like, .html): self = .like
        case (.like, .json): self = .likeTwin
        case (.numbers, .html): self = .numbers
        case (.numbers, .json): self = .numbersTwin
        case (.numbers, .csv): self = .numbersTable
        case (.fields, _): self = .fields
        case (.fees, .html): self = .fees
        case (.fees, .json): self = .feesTwin
        case (.compare, .html): self = .compare
        case (.compare, .json): self = .compareTwin
        case (.compare, .csv): self = .compareTable
        case (.suggest, _): self = .suggest
        case (.related, .html): self = .related
        case (.related, .json): self = .relatedTwin
        case (.names, .html): self = .names
        case (.names, .json): self = .namesTwin
        case (.proposal, _): self = .proposal
        case (.classes(let link), .html):
            self = link.scheme == nil ? .classes : link.symbol == nil ? .scheme : .classLevel
        case (.classes(let link), .json):
            self = link.scheme == nil ? .classesTwin : link.symbol == nil ? .schemeTwin : .classLevelTwin
        case (.concordance, .html): self = .concordance
        case (.concordance, .json): self = .concordanceTwin
        case (.concordance, .csv): self = .concordanceTable
        case (.codes, .html): self = .codes
        case (.codes, .json): self = .codesTwin
        case (.codes, .csv): self = .codesTable
        case (.plan, .html): self = .plan
        case (.plan, .json): self = .planTwin
        case (.indicators(let link), let format):
            guard let route = Self.indicator(link.place, format) else { return nil }
            self = route
        case (.network, .html): self = .network
        case (.network, .json): self = .networkTwin
        case (.account(let link), .html): self.init(link)
        case (.account(let link), .json): self.init(twin: link)
        case (.admin(let link), .html): self.init(link.place)
        case (.admin, .csv): self = .adminAuditTable
        case (.admin(let link), .json):
            guard let twin = Self.twin(link.place) else { return nil }
            self = twin
        case (.signOn(let link), _): self = link.place == .authorize ? .authorize : .endSession
        case (.clients(let link), .html): self = link.id == nil ? .clients : .client
        case (.clients, .json): self = .clientsTwin
        case (.registers(let link), .html): self.init(link.place)
        case (.registers(let link), .json):
            guard let twin = Self.twin(link.place) else { return nil }
            self = twin
        case (.registers, .csv), (.registers, .jsonl), (.registers, .xlsx): self = .declaredRegisterFile
        case (.registers, .atom): self = .declaredRegisterFeed
        case (.openSearch, _): self = .openSearch
        case (.openAPI, _): self = .openAPI
        case (.asset, _): self = .asset
        case (.other(let path, _), _):
            guard let route = Self.plain[path] ?? Self.inFolder(path) else { return nil }
            self = route
        case (.home, _), (.record, _), (.translation, _), (.history, _), (.like, _), (.numbers, _), (.fees, _),
            (.compare, _), (.related, _), (.names, _), (.classes, _), (.concordance, _), (.codes, _), (.account, _),
            (.admin, _), (.clients, _), (.search, _), (.plan, _), (.network, _):
            return nil
        }
    }

    private init(_ place: RegisterLink.Place) {
        switch place {
        case .all: self = .registers
        case .register: self = .declaredRegister
        case .entry: self = .entry
        case .history: self = .entryHistory
        case .poster: self = .entryPoster
        case .new: self = .newEntry
        case .edit: self = .changedEntry
        case .table: self = .entryTable
        case .file: self = .entryFile
        case .proposals: self = .entryProposals
        case .proposal: self = .entryProposal
        }
    }

    private static func indicator(_ place: IndicatorLink.Place, _ format: LinkFormat) -> Route? {
        switch (place, format) {
        case (.all, .html): .indicators
        case (.all, .json): .indicatorsTwin
        case (.indicator, .html): .indicator
        case (.indicator, .json): .indicatorTwin
        case (.indicator, .csv): .indicatorTable
        case (.planner, .html): .indicatorPlanner
        case (.planner, .json): .indicatorPlannerTwin
        case (.ranking, .html): .indicatorRanking
        default: nil
        }
    }

    private static func twin(_ place: RegisterLink.Place) -> Route? {
        switch place {
        case .all: .registersTwin
        case .register: .declaredRegisterTwin
        case .entry: .entryTwin
        case .history: .entryHistoryTwin
        case .poster, .new, .edit, .table, .proposals, .proposal, .file: nil
        }
    }

    private init(twin link: AccountLink) {
        switch link.place {
        case .data: self = .accountDataTwin
        case .keys: self = .accountKeysTwin
        case .kept: self = .accountKeptTwin
        case .organisations: self = link.item == nil ? .organisationsTwin : .organisationTwin
        case .authorisations: self = link.item == nil ? .authorisationsTwin : .authorisationTwin
        default: self = .accountTwin
        }
    }

    private init(_ link: AccountLink) {
        switch link.place {
        case .overview: self = .account
        case .signUp: self = .signUp
        case .signIn: self = .signIn
        case .password: self = .password
        case .reset: self = .reset
        case .email: self = .email
        case .twoStep: self = .twoStep
        case .confirm: self = .confirmation
        case .data: self = .accountData
        case .consents: self = .consents
        case .providers: self = .accountProviders
        case .keys: self = .accountKeys
        case .kept: self = .accountKept
        case .identity: self = .identity
        case .merge: self = .merge
        case .organisations: self = link.item == nil ? .organisations : .organisation
        case .authorisations: self = link.item == nil ? .authorisations : .authorisation
        }
    }

    private init(_ place: AdminLink.Place) {
        switch place {
        case .overview: self = .admin
        case .accounts: self = .adminAccounts
        case .account: self = .adminAccount
        case .grants: self = .adminGrants
        case .grant: self = .adminGrant
        case .audit: self = .adminAudit
        case .verification: self = .adminVerification
        case .definitions: self = .adminDefinitions
        case .newDefinition: self = .adminNewDefinition
        case .definition: self = .adminDefinition
        case .definitionText: self = .adminDefinitionText
        }
    }

    private static func twin(_ place: AdminLink.Place) -> Route? {
        switch place {
        case .overview, .newDefinition, .definitionText: nil
        case .definitions: .adminDefinitionsTwin
        case .definition: .adminDefinitionTwin
        case .accounts: .adminAccountsTwin
        case .account: .adminAccountTwin
        case .grants: .adminGrantsTwin
        case .grant: .adminGrantTwin
        case .audit: .adminAuditTwin
        case .verification: .adminVerificationTwin
        }
    }

    /// The path, with what varies in braces, as the description of the interface writes it.
    package var template: String {
        switch self {
        case .home: "/"
        case .homeTwin: Link.homeTwinPath
        case .search: Link.searchPath
        case .searchTwin: Link.searchPath + ".json"
        case .searchTable: Link.searchPath + ".csv"
        case .searchFeed: Link.searchPath + ".atom"
        case .openSearch: Link.openSearchPath
        case .sru: Link.sruPath
        case .record: "/{register}/{number}"
        case .recordTwin: "/{register}/{number}.json"
        case .recordFile: "/{register}/{number}.{format}"
        case .drawing: "/{register}/{number}" + DrawingLink.folder + "{place}" + DrawingLink.suffix
        case .about, .accessibility, .design, .help, .kept, .privacy: "/" + rawValue
        case .translation: Link.translationPath
        case .translationTwin: Link.translationPath + ".json"
        case .history: Link.historyPath
        case .historyTwin: Link.historyPath + ".json"
        case .like: Link.likePath
        case .likeTwin: Link.likePath + ".json"
        case .numbers: Link.numbersPath
        case .numbersTwin: Link.numbersPath + ".json"
        case .numbersTable: Link.numbersPath + ".csv"
        case .fields: Link.fieldsPath
        case .fees: Link.feesPath
        case .feesTwin: Link.feesPath + ".json"
        case .compare: Link.comparePath
        case .compareTwin: Link.comparePath + ".json"
        case .compareTable: Link.comparePath + ".csv"
        case .suggest: Link.suggestPath + ".json"
        case .related: Link.relatedPath
        case .relatedTwin: Link.relatedPath + ".json"
        case .names: Link.namesPath
        case .namesTwin: Link.namesPath + ".json"
        case .proposal: Link.proposalPath
        case .classes: Link.classesPath
        case .classesTwin: Link.classesPath + ".json"
        case .scheme: Link.classesPath + "/{scheme}"
        case .schemeTwin: Link.classesPath + "/{scheme}.json"
        case .classLevel: Link.classesPath + "/{scheme}/{symbol}"
        case .classLevelTwin: Link.classesPath + "/{scheme}/{symbol}.json"
        case .concordance: Link.concordancePath
        case .concordanceTwin: Link.concordancePath + ".json"
        case .concordanceTable: Link.concordancePath + ".csv"
        case .codes: Link.codesPath
        case .codesTwin: Link.codesPath + ".json"
        case .codesTable: Link.codesPath + ".csv"
        case .plan: Link.planPath
        case .planTwin: Link.planPath + ".json"
        case .indicators: Link.figuresPath
        case .indicatorsTwin: Link.figuresPath + ".json"
        case .indicator: Link.figuresPath + "/{name}"
        case .indicatorTwin: Link.figuresPath + "/{name}.json"
        case .indicatorTable: Link.figuresPath + "/{name}.csv"
        case .indicatorPlanner: Link.figuresPath + "/{name}/planner"
        case .indicatorPlannerTwin: Link.figuresPath + "/{name}/planner.json"
        case .indicatorRanking: Link.figuresPath + "/{name}/ranking"
        case .network: Link.networkPath
        case .networkTwin: Link.networkPath + ".json"
        case .account: Link.accountPath
        case .accountTwin: Link.accountPath + ".json"
        case .signUp: Link.accountPath + "/sign-up"
        case .signIn: Link.accountPath + "/sign-in"
        case .password: Link.accountPath + "/password"
        case .reset: Link.accountPath + "/reset"
        case .email: Link.accountPath + "/email"
        case .twoStep: Link.accountPath + "/two-step"
        case .confirmation: Link.accountPath + "/confirm"
        case .accountData: Link.accountPath + "/data"
        case .accountDataTwin: Link.accountPath + "/data.json"
        case .admin: Link.adminPath
        case .adminAccounts: Link.adminPath + "/accounts"
        case .adminAccountsTwin: Link.adminPath + "/accounts.json"
        case .adminAccount: Link.adminPath + "/account/{account}"
        case .adminAccountTwin: Link.adminPath + "/account/{account}.json"
        case .adminGrants: Link.adminPath + "/grants"
        case .adminGrantsTwin: Link.adminPath + "/grants.json"
        case .adminGrant: Link.adminPath + "/grant/{grant}"
        case .adminGrantTwin: Link.adminPath + "/grant/{grant}.json"
        case .adminAudit: Link.adminPath + "/audit"
        case .adminAuditTwin: Link.adminPath + "/audit.json"
        case .adminAuditTable: Link.adminPath + "/audit.csv"
        case .adminVerification: Link.adminPath + "/audit/verification"
        case .adminVerificationTwin: Link.adminPath + "/audit/verification.json"
        case .adminDefinitions: Link.adminPath + "/definitions"
        case .adminDefinitionsTwin: Link.adminPath + "/definitions.json"
        case .adminNewDefinition: Link.adminPath + "/definitions/new"
        case .adminDefinition: Link.adminPath + "/definitions/{kind}/{name}"
        case .adminDefinitionTwin: Link.adminPath + "/definitions/{kind}/{name}.json"
        case .adminDefinitionText: Link.adminPath + "/definitions/{kind}/{name}.yaml"
        case .accountKeys: Link.accountPath + "/keys"
        case .accountKeysTwin: Link.accountPath + "/keys.json"
        case .accountKept: Link.accountPath + "/kept"
        case .accountKeptTwin: Link.accountPath + "/kept.json"
        case .identity: Link.accountPath + "/identity"
        case .merge: Link.accountPath + "/merge"
        case .organisations: Link.accountPath + "/organisations"
        case .organisationsTwin: Link.accountPath + "/organisations.json"
        case .organisation: Link.accountPath + "/organisations/{item}"
        case .organisationTwin: Link.accountPath + "/organisations/{item}.json"
        case .authorisations: Link.accountPath + "/authorisations"
        case .authorisationsTwin: Link.accountPath + "/authorisations.json"
        case .authorisation: Link.accountPath + "/authorisations/{item}"
        case .authorisationTwin: Link.accountPath + "/authorisations/{item}.json"
        case .authorize: Link.signOnPath + "authorize"
        case .token: Link.signOnPath + "token"
        case .userInfo: Link.signOnPath + "userinfo"
        case .revocation: Link.signOnPath + "revoke"
        case .endSession: Link.signOnPath + "end-session"
        case .signingKeys: Link.signOnPath + "jwks.json"
        case .openIDConfiguration: "/.well-known/openid-configuration"
        case .oauthMetadata: "/.well-known/oauth-authorization-server"
        case .consents: Link.accountPath + "/consents"
        case .accountProviders: Link.accountPath + "/providers"
        case .providerReturn: Self.returnAddress(of: "{provider}")
        case .clients: Link.clientsPath
        case .clientsTwin: Link.clientsPath + ".json"
        case .client: Link.clientsPath + "/{id}"
        case .registers: Link.registersPath
        case .registersTwin: Link.registersPath + ".json"
        case .declaredRegister: Link.registersPath + "/{name}"
        case .declaredRegisterTwin: Link.registersPath + "/{name}.json"
        case .declaredRegisterFile: Link.registersPath + "/{name}.{format}"
        case .declaredRegisterFeed: Link.registersPath + "/{name}.atom"
        case .entry: Link.registersPath + "/{name}/{entry}"
        case .entryTwin: Link.registersPath + "/{name}/{entry}.json"
        case .entryHistory: Link.registersPath + "/{name}/{entry}/history"
        case .entryHistoryTwin: Link.registersPath + "/{name}/{entry}/history.json"
        case .entryPoster: Link.registersPath + "/{name}/{entry}/poster"
        case .newEntry: Link.registersPath + "/{name}/new"
        case .changedEntry: Link.registersPath + "/{name}/{entry}/edit"
        case .entryTable: Link.registersPath + "/{name}/import"
        case .entryFile: Link.registersPath + "/{name}/{entry}/files/{digest}"
        case .entryProposals: Link.registersPath + "/{name}/proposals"
        case .entryProposal: Link.registersPath + "/{name}/proposals/{proposal}"
        case .openAPI: "/openapi.json"
        case .asset: Link.assetPath + "{name}"
        case .icon: "/favicon.ico"
        case .robots: "/robots.txt"
        case .live: "/health/live"
        case .ready: "/health/ready"
        case .metrics: "/metrics"
        case .snapshot: "/snapshot"
        case .snapshotFile: Self.snapshotFolder + "{name}"
        }
    }

    /// Whether a failure is told as a page; programs are told in JSON.
    var isPage: Bool {
        switch self {
        case .home, .search, .record, .about, .accessibility, .design, .help, .kept, .privacy, .translation, .history,
            .like, .numbers, .fields, .fees, .compare, .related, .names, .proposal, .classes, .scheme,
            .classLevel, .concordance, .codes, .plan, .indicators, .indicator, .indicatorPlanner, .indicatorRanking,
            .account, .signUp, .signIn, .password, .reset, .email, .twoStep, .confirmation, .accountData,
            .authorize, .endSession, .consents, .clients, .client, .accountProviders, .providerReturn,
            .admin, .adminAccounts, .adminAccount, .adminGrants, .adminGrant, .adminAudit,
            .adminVerification, .accountKeys, .accountKept, .identity, .merge, .organisations, .organisation,
            .authorisations, .authorisation, .registers, .declaredRegister, .entry, .entryHistory, .newEntry,
            .changedEntry, .entryProposals, .entryProposal, .entryTable, .network, .entryPoster,
            .adminDefinitions, .adminDefinition, .adminNewDefinition:
            true
        case .homeTwin, .searchTwin, .searchTable, .searchFeed, .openSearch, .sru, .recordTwin, .recordFile,
            .drawing, .translationTwin,
            .historyTwin, .likeTwin, .numbersTwin, .numbersTable, .feesTwin, .compareTwin, .compareTable,
            .suggest, .relatedTwin, .namesTwin,
            .classesTwin, .schemeTwin, .classLevelTwin, .concordanceTwin, .concordanceTable, .codesTwin, .codesTable,
            .planTwin, .indicatorsTwin, .indicatorTwin, .indicatorTable, .indicatorPlannerTwin, .networkTwin,
            .accountTwin, .accountDataTwin, .accountKeysTwin, .accountKeptTwin,
            .organisationsTwin, .organisationTwin, .authorisationsTwin, .authorisationTwin,
            .adminAccountsTwin, .adminAccountTwin, .adminGrantsTwin, .adminGrantTwin,
            .adminAuditTwin, .adminAuditTable, .adminVerificationTwin,
            .token, .userInfo, .revocation, .signingKeys, .openIDConfiguration, .oauthMetadata, .clientsTwin,
            .registersTwin, .declaredRegisterTwin, .declaredRegisterFile, .declaredRegisterFeed, .entryTwin,
            .entryHistoryTwin,
            .openAPI, .asset, .icon, .robots,
            .live, .ready,
            .metrics, .snapshot, .snapshotFile,
            .adminDefinitionsTwin, .adminDefinitionTwin, .adminDefinitionText, .entryFile:
            false
        }
    }

    /// Whether its parameters may come as a form in the body of a POST.
    ///
    /// That is for texts too long for an address, and for everything that is asked in confidential mode; nothing is
    /// changed by it, except by what somebody sends as a proposal or on the pages of an account. What has no parameters
    /// takes none.
    package var takesForm: Bool {
        switch self {
        case .home, .homeTwin, .about, .accessibility, .design, .help, .kept, .privacy, .openSearch, .sru, .openAPI,
            .accountTwin, .accountDataTwin, .accountKeysTwin, .accountKeptTwin, .asset, .icon, .robots, .live, .ready,
            .metrics,
            .snapshot,
            .snapshotFile,
            .organisationsTwin, .organisationTwin, .authorisationsTwin, .authorisationTwin,
            .admin, .adminAccountsTwin, .adminAccountTwin, .adminGrantsTwin, .adminGrantTwin, .adminAudit,
            .adminAuditTwin, .adminAuditTable, .adminVerificationTwin,
            .signingKeys, .openIDConfiguration, .oauthMetadata, .clientsTwin, .providerReturn,
            .registers, .registersTwin, .declaredRegister, .declaredRegisterTwin, .entry, .entryTwin, .entryHistory,
            .entryHistoryTwin, .declaredRegisterFile, .declaredRegisterFeed,
            .entryPoster, .entryProposals,
            .indicators, .indicatorsTwin, .indicatorRanking,
            .adminDefinitions, .adminDefinitionsTwin, .adminDefinitionTwin, .adminDefinitionText, .entryFile:
            false
        default: true
        }
    }

    /// The method by which a program writes here, with a key and a document in JSON; nil where none does.
    var writing: HTTPRequest.Method? {
        switch self {
        case .declaredRegisterTwin: .post
        case .entryTwin: .put
        default: nil
        }
    }

    /// Whether the form may bring a document in the place of a text.
    var takesFile: Bool {
        switch self {
        case .like, .likeTwin, .adminDefinition, .adminNewDefinition, .newEntry, .changedEntry, .entryTable: true
        default: false
        }
    }

    /// Places that no person visits and no link leads to.
    private static let plain: [String: Route] = [
        Route.sru.template: .sru, Route.icon.template: .icon,
        Route.robots.template: .robots, Route.live.template: .live,
        Route.ready.template: .ready, Route.metrics.template: .metrics, Route.snapshot.template: .snapshot,
        Route.token.template: .token, Route.userInfo.template: .userInfo, Route.revocation.template: .revocation,
        Route.signingKeys.template: .signingKeys, Route.openIDConfiguration.template: .openIDConfiguration,
        Route.oauthMetadata.template: .oauthMetadata,
    ]

    private static func inFolder(_ path: String) -> Route? {
        if provider(path) != nil { return .providerReturn }
        return path.hasPrefix(snapshotFolder) ? .snapshotFile : nil
    }

    /// The path to which an outside provider sends a browser back.
    static func returnAddress(of provider: String) -> String { providerFolder + provider + providerEnd }

    /// The provider that a path of this kind names; nil for other paths.
    static func provider(_ path: String) -> String? {
        guard path.hasPrefix(providerFolder), path.hasSuffix(providerEnd) else { return nil }
        let name = path.dropFirst(providerFolder.count).dropLast(providerEnd.count)
        return name.isEmpty || name.contains("/") ? nil : String(name)
    }

    private static let providerFolder = Link.accountPath + "/providers/"
    private static let providerEnd = "/return"

    /// The folder in which the files of snapshots are offered.
    static let snapshotFolder = "/snapshot/"
}
