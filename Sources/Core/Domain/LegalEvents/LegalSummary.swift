/// What a record's kind, status and events together say of its legal state.
///
/// Nothing is claimed that is not in the data: a record without status and without events that decide has the state
/// `unknown`, and only `stage` says how far its newest publication shows it to have come.
package struct LegalSummary: Hashable, Sendable {
    /// The simple state.
    package let state: LegalState
    /// How far publications show the right to have come; nil when none tells.
    package let stage: KindCode.Stage?
    /// The day of the status or event that decided; nil when it is not known.
    package let since: PartialDate?
    /// Whether a part of the right was invalidated.
    package let isPartlyInvalidated: Bool
    /// What lies on the right at present, in the order of `LegalEffect.Encumbrance`.
    package let encumbrances: [LegalEffect.Encumbrance]

    /// Derives the summary of a record.
    ///
    /// A status text decides over events, because registers print it as their last word; but an event of a later day
    /// than the status decides over it.
    package init(_ bibliography: Bibliography) {
        let history = History(bibliography.events)
        stage = Self.stage(of: bibliography.publications)
        isPartlyInvalidated = history.isPartlyInvalidated || stage == .partlyInvalidated
        encumbrances = LegalEffect.Encumbrance.allCases.filter { history.encumbrances.contains($0) }
        let status = bibliography.status
        let stated = (status?.text).flatMap(LegalWording.state) ?? (status?.code).flatMap(Self.state(ofCode:))
        if let stated, !history.isLater(than: status?.date) {
            state = stated
            since = status?.date
        } else {
            state = history.state ?? stated ?? .unknown
            since = history.state == nil ? nil : history.since
        }
    }

    /// Stage, where the state is not known: 已公布 or 已授权.
    package var words: Bilingual {
        guard state == .unknown else { return state.words }
        switch stage {
        case .published: return Bilingual("已公布，状态未知", "Published, state unknown")
        case .granted, .partlyInvalidated: return Bilingual("已授权，状态未知", "Granted, state unknown")
        default: return state.words
        }
    }

    private static func state(ofCode code: String) -> LegalState? {
        LegalEventCode.effect(code).flatMap(History.state(after:))
    }

    private static func stage(of publications: [DocumentID]) -> KindCode.Stage? {
        let stages = publications.compactMap { document -> KindCode.Stage? in
            guard let country = document.country, let kind = document.kind else { return nil }
            return KindCode.stage(country: country, kind: kind)
        }
        return [.partlyInvalidated, .granted, .published].first(where: stages.contains)
    }
}

extension LegalSummary {
    /// The events of a record gone through in the order of their days.
    private struct History {
        var state: LegalState?
        var since: PartialDate?
        var isPartlyInvalidated = false
        var encumbrances: Set<LegalEffect.Encumbrance> = []

        init(_ events: [LegalEvent]) {
            let effects = events.compactMap { event in event.effect.map { (event.date, $0) } }
            // Of one day, and without days, what comes later in every procedure counts as later.
            let ordered = effects.sorted { left, right in
                (left.0?.number ?? 0, Self.rank(left.1)) < (right.0?.number ?? 0, Self.rank(right.1))
            }
            var beforeEnd: LegalState?
            for (date, effect) in ordered {
                apply(effect, date: date, beforeEnd: &beforeEnd)
            }
        }

        /// Whether the event that decided is later than a day that is known.
        func isLater(than date: PartialDate?) -> Bool {
            guard state != nil, let since, let date else { return false }
            return since > date
        }

        /// The state that an effect leads to; nil when it leaves the state as it is.
        static func state(after effect: LegalEffect) -> LegalState? {
            switch effect {
            case .published, .examined: .pending
            case .granted, .partlyInvalidated: .inForce
            case .ended(let reason): .lapsed(reason)
            default: nil
            }
        }

        private mutating func apply(_ effect: LegalEffect, date: PartialDate?, beforeEnd: inout LegalState?) {
            switch effect {
            case .encumbered(let encumbrance): encumbrances.insert(encumbrance)
            case .freed(let encumbrance): encumbrances.remove(encumbrance)
            case .partlyInvalidated: isPartlyInvalidated = true
            default: break
            }
            if case .restored = effect, let previous = beforeEnd {
                state = previous
                since = date
            } else if let next = Self.state(after: effect) {
                if case .ended = effect { beforeEnd = state }
                state = next
                since = date
            }
        }

        private static func rank(_ effect: LegalEffect) -> Int {
            switch effect {
            case .published: 0
            case .examined: 1
            case .granted: 2
            case .ended: 4
            case .restored: 5
            case .freed: 6
            default: 3
            }
        }
    }
}
