import Domain
package import Store

/// Takes records out of the registers: an operator's decision, first looked at, then carried out.
///
/// What a record held goes: content, older versions, texts, what sources said, numbers. Its lines stay in the log, and
/// a new one says that it was withdrawn. A later import may bring a withdrawn record back, an erased one never.
package struct WithdrawRecords: Sendable {
    private let store: Store

    package init(store: Store) {
        self.store = store
    }

    /// What would become of some entries; nothing is changed.
    ///
    /// - Parameters:
    ///   - ids: identifiers of entries; repeated ones count once.
    ///   - erases: whether no import may bring them back.
    /// - Returns: What the call with this plan will do.
    /// - Throws: What the store throws.
    package func plan(_ ids: [String], erases: Bool) async throws -> Withdrawal {
        var plan = Withdrawal(erases: erases)
        var seen: Set<String> = []
        let wanted = ids.filter { seen.insert($0).inserted }
        for start in stride(from: 0, to: wanted.count, by: Self.block) {
            let block = Array(wanted[start..<min(start + Self.block, wanted.count)])
            for (id, entry) in zip(block, try await store.entries(block)) {
                // Accounts and the like are closed by their owners, with all that hangs on them.
                switch EntryID(id) == nil ? nil : entry?.state {
                case nil: plan.unknown.append(id)
                case .live?: plan.entries.append(id)
                case .withdrawn? where erases: plan.entries.append(id)
                case let state?:
                    let sequence = entry?.sequence ?? 0
                    plan.already.append(
                        .init(
                            id: id,
                            erased: state == .erased,
                            sequence: sequence,
                            reason: try await store.note(at: sequence)
                        )
                    )
                }
            }
        }
        return plan
    }

    /// Carries a plan out.
    ///
    /// - Parameters:
    ///   - plan: what was shown to whoever decides.
    ///   - reason: kept beside the lines of the log; no personal data.
    ///   - report: called with how many entries have been looked at.
    /// - Returns: How many were withdrawn; fewer than planned where somebody else was faster.
    /// - Throws: What the store throws; the same command goes on from there.
    package func callAsFunction(
        _ plan: Withdrawal,
        reason: String?,
        report: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Int {
        try await store.withdraw(
            plan.entries,
            as: plan.erases ? .erased : .withdrawn,
            author: "system",
            note: reason,
            report: report
        )
    }

    private static let block = 500
}
