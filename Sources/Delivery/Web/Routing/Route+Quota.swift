import Identity

/// What a request costs of a quota, and which keys may ask.
extension Route {
    /// What a request costs; 0 is free: files and pictures of pages, and what programs of the operator ask.
    ///
    /// The unit is a page or a search. What works on many records at once costs more, as it does in the time that it takes.
    var cost: Int {
        switch self {
        case .asset, .drawing, .icon, .robots, .live, .ready, .metrics, .snapshot, .snapshotFile: 0
        case .searchTable, .declaredRegisterFile: 50
        case .numbers, .numbersTwin, .numbersTable, .concordance, .concordanceTwin, .concordanceTable: 5
        case .like, .likeTwin, .history, .historyTwin, .entryTable: 5
        default: 1
        }
    }

    /// The scopes of which a key needs one to ask here; nil where no key is taken: pages, and whatever changes something.
    var keyScopes: Set<KeyScope>? { Self.scopes[self] }

    /// The scopes of which a key needs one to write here.
    var writeScopes: Set<KeyScope>? { writing == nil ? nil : [.entries] }

    private static let scopes: [Route: Set<KeyScope>] = [
        .homeTwin: Set(KeyScope.allCases), .openAPI: Set(KeyScope.allCases), .openSearch: Set(KeyScope.allCases),
        .searchTwin: [.search], .searchTable: [.search], .searchFeed: [.search], .sru: [.search],
        .suggest: [.search], .relatedTwin: [.search], .namesTwin: [.search], .translationTwin: [.search],
        .historyTwin: [.search], .likeTwin: [.search], .numbersTwin: [.search], .numbersTable: [.search],
        .recordTwin: [.records], .recordFile: [.records], .drawing: [.records],
        .compareTwin: [.records], .compareTable: [.records], .feesTwin: [.records],
        .classesTwin: [.records], .schemeTwin: [.records], .classLevelTwin: [.records],
        .concordanceTwin: [.records], .concordanceTable: [.records], .codesTwin: [.records], .codesTable: [.records],
        .registersTwin: [.records, .entries], .declaredRegisterTwin: [.records, .entries],
        .entryTwin: [.records, .entries], .entryHistoryTwin: [.records, .entries], .entryFile: [.records, .entries],
        .declaredRegisterFile: [.records, .entries], .declaredRegisterFeed: [.records, .entries],
        .networkTwin: [.records],
        .planTwin: Set(KeyScope.allCases),
        .indicatorsTwin: [.records], .indicatorTwin: [.records], .indicatorTable: [.records],
        .indicatorPlannerTwin: [.records],
        .accountTwin: [.account], .accountDataTwin: [.account], .accountKeysTwin: [.account],
        .accountKeptTwin: [.account],
    ]
}
