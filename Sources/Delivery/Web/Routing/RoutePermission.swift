/// Who may use a route; every route says so in this table, and a route that is missing from it is refused.
package enum RoutePermission: String, Sendable, Hashable {
    /// Everybody, without signing in.
    case `public`
    /// Who is signed in; others are led to the form that signs in, or told 401.
    case signedIn
    /// Addresses that the operator named, on connections of their own: no proxy passes such a request on.
    case trusted

    /// The permission of each route.
    package static let table: [Route: RoutePermission] = [
        .home: .public, .homeTwin: .public,
        .search: .public, .searchTwin: .public, .searchTable: .public, .searchFeed: .public,
        .openSearch: .public, .sru: .public,
        .record: .public, .recordTwin: .public, .recordFile: .public, .drawing: .public,
        .about: .public, .accessibility: .public, .design: .public, .help: .public,
        .kept: .public, .privacy: .public,
        .translation: .public, .translationTwin: .public,
        .numbers: .public, .numbersTwin: .public, .numbersTable: .public,
        .fields: .public, .fees: .public, .feesTwin: .public,
        .compare: .public, .compareTwin: .public, .compareTable: .public,
        .suggest: .public, .related: .public, .relatedTwin: .public, .names: .public, .namesTwin: .public,
        .proposal: .public,
        .classes: .public, .classesTwin: .public, .scheme: .public, .schemeTwin: .public,
        .classLevel: .public, .classLevelTwin: .public,
        .concordance: .public, .concordanceTwin: .public, .concordanceTable: .public,
        .codes: .public, .codesTwin: .public, .codesTable: .public,
        .plan: .public, .planTwin: .public,
        .indicators: .public, .indicatorsTwin: .public, .indicator: .public, .indicatorTwin: .public,
        .indicatorTable: .public, .indicatorPlanner: .public, .indicatorPlannerTwin: .public,
        .indicatorRanking: .signedIn,
        .network: .public, .networkTwin: .public, .entryPoster: .public,
        .signUp: .public, .signIn: .public, .reset: .public,
        .account: .signedIn, .accountTwin: .signedIn, .password: .signedIn, .email: .signedIn, .twoStep: .signedIn,
        .confirmation: .signedIn, .accountData: .signedIn, .accountDataTwin: .signedIn,
        .admin: .signedIn, .adminAccounts: .signedIn, .adminAccountsTwin: .signedIn, .adminAccount: .signedIn,
        .adminAccountTwin: .signedIn, .adminGrants: .signedIn, .adminGrantsTwin: .signedIn, .adminGrant: .signedIn,
        .adminGrantTwin: .signedIn,
        .adminAudit: .signedIn, .adminAuditTwin: .signedIn, .adminAuditTable: .signedIn,
        .adminVerification: .signedIn, .adminVerificationTwin: .signedIn,
        .adminDefinitions: .signedIn, .adminDefinitionsTwin: .signedIn, .adminDefinition: .signedIn,
        .adminDefinitionTwin: .signedIn, .adminDefinitionText: .signedIn, .adminNewDefinition: .signedIn,
        .accountKeys: .signedIn, .accountKeysTwin: .signedIn, .accountKept: .signedIn, .accountKeptTwin: .signedIn,
        .identity: .signedIn, .merge: .signedIn,
        .organisations: .signedIn, .organisationsTwin: .signedIn, .organisation: .signedIn,
        .organisationTwin: .signedIn,
        .authorisations: .signedIn, .authorisationsTwin: .signedIn, .authorisation: .signedIn,
        .authorisationTwin: .signedIn,
        .authorize: .public, .token: .public, .userInfo: .public, .revocation: .public, .endSession: .public,
        .signingKeys: .public, .openIDConfiguration: .public, .oauthMetadata: .public,
        .consents: .signedIn, .clients: .signedIn, .clientsTwin: .signedIn, .client: .signedIn,
        .accountProviders: .signedIn, .providerReturn: .public,
        .registers: .public, .registersTwin: .public, .declaredRegister: .public, .declaredRegisterTwin: .public,
        .declaredRegisterFile: .public, .declaredRegisterFeed: .public,
        .entry: .public, .entryTwin: .public,
        .entryHistory: .public, .entryHistoryTwin: .public,
        .entryFile: .public,
        .newEntry: .signedIn, .changedEntry: .signedIn, .entryProposals: .signedIn, .entryProposal: .signedIn,
        .entryTable: .signedIn,
        .like: .public, .likeTwin: .public,
        .history: .public, .historyTwin: .public,
        .openAPI: .public,
        .asset: .public, .icon: .public, .robots: .public,
        .live: .public, .ready: .public,
        .metrics: .trusted, .snapshot: .trusted, .snapshotFile: .trusted,
    ]
}
