/// What comes next for a Chinese right, by the statutes and the dates of its record: the end of its term, the next annual
/// fee, a renewal, the request for examination, a restoration.
///
/// Only what the record's own dates lead to is said, and no more than the register's last word is known: whether a fee was
/// paid, a mark renewed or an examination requested since is not in these dates. Last days that fall on a holiday move to
/// the next working day, which is not looked at.
///
/// **Source** Patent Law articles 35, 42 and 43 and rule 6 of its Implementing Regulations, as in force on
/// ``AnnualFees/validOn``; Guidelines for Patent
/// Examination (2023), part V chapter 9; Trademark Law articles 39 and 40; Regulations on the Protection of
/// Layout-Designs of Integrated Circuits, article 12.
package struct LegalOutlook: Hashable, Sendable {
    /// One thing that may or has to be done, or that happens by itself.
    package struct Step: Hashable, Sendable {
        /// What it is.
        package enum Kind: String, CaseIterable, Hashable, Sendable {
            /// Request substantive examination, or the application is deemed withdrawn.
            case requestExamination
            /// Ask that a right that ended be restored: two months from the notice that it has.
            case restore
            /// Pay the annual fee of a year that begins.
            case payFee
            /// Pay, with a late fee, the annual fee of a year that has begun.
            case payFeeLate
            /// Renew a mark in the last twelve months of its term.
            case renew
            /// Renew a mark with a surcharge in the six months after its term.
            case renewLate
            /// The term ends.
            case expire
        }

        package let kind: Kind
        /// The last day to do it, or the last day of the term; nil where it counts from a day that no record holds.
        package let day: PartialDate?
        /// The first day on which it can be done, where there is one.
        package var firstDay: PartialDate?
        /// Of an annual fee: the year of the term, from 1.
        package var year: Int?
        /// Of an annual fee: the full fee without reduction and late fee; whole yuan.
        package var fee: Int?
        /// Of a restoration, whose two months count from the notice that no record tells of: the day on which they end at
        /// the earliest; nil where it is not known which fee was missed.
        package var earliestEnd: PartialDate?
        /// Of a restoration: the last day even where force majeure kept the holder from paying.
        package var latestEnd: PartialDate?
        /// The provision.
        package let basis: Bilingual
    }

    /// The day from which it was looked ahead.
    package let asOf: PartialDate
    /// What comes, the soonest first; a term that ended before ``asOf`` is still named, except where the state of the
    /// right is not known.
    package let steps: [Step]

    /// Looks ahead; without steps for a right of another country and wherever the record's dates lead to nothing.
    ///
    /// - Parameters:
    ///   - right: The right.
    ///   - today: The day from which to look, known to the day.
    package init(_ right: Right, on today: PartialDate) {
        let record = right.bibliography
        asOf = today
        let country = (record.application ?? record.registration ?? record.publication)?.country
        // An international application filed in China is no Chinese right, though its number begins like one.
        let isInternational =
            record.application?.kind == "W"
            || !record.publications.isEmpty && record.publications.allSatisfy { $0.country == "WO" }
        guard country == "CN", !isInternational else {
            steps = []
            return
        }
        let summary = LegalSummary(record)
        let isGranted = summary.stage == .granted || summary.stage == .partlyInvalidated
        var steps: [Step] = []
        switch summary.state {
        case .inForce: steps = Self.afterGrant(right, today, isInForce: true)
        case .unknown where isGranted || record.registration?.date != nil:
            // Nobody says that the right outlived its term, so nothing is said of one that ended.
            steps = Self.afterGrant(right, today, isInForce: false).filter { step in
                step.kind != .expire || step.day.map { today <= $0 } ?? true
            }
        case .pending: steps = Self.examination(record, today)
        case .unknown where summary.stage == .published: steps = Self.examination(record, today)
        case .restorable where record.right.register == .patent || record.right == .design:
            steps = Self.restoration(of: record, today)
        case .restorable, .lapsed, .unknown: break
        }
        self.steps = steps.sorted { ($0.day?.number ?? 0) < ($1.day?.number ?? 0) }
    }

    private static func afterGrant(_ right: Right, _ today: PartialDate, isInForce: Bool) -> [Step] {
        let record = right.bibliography
        switch right {
        case .patent, .design: return term(of: record) + fees(record, today)
        case .trademark: return renewal(record, today, isInForce)
        case .layout(let layout): return term(of: layout)
        case .gi: return []
        }
    }

    // MARK: Patents, utility models and designs

    private static func term(of record: Bibliography) -> [Step] {
        let last = record.application?.date.flatMap { ProtectionTerm(of: record.right, from: $0)?.lastDay }
        guard let day = record.expiryDate ?? last else { return [] }
        return [Step(kind: .expire, day: day, basis: patentTerm)]
    }

    private static func fees(_ record: Bibliography, _ today: PartialDate) -> [Step] {
        guard let filed = record.application?.date,
            let fees = AnnualFees(of: record.right, filedOn: filed, grantedOn: record.grantDay)
        else { return [] }
        var steps: [Step] = []
        for year in fees.years {
            guard let due = year.dueDay, let grace = year.lastGraceDay, today <= grace else { continue }
            let isLate = due < today
            steps.append(
                Step(
                    kind: isLate ? .payFeeLate : .payFee,
                    day: isLate ? grace : due,
                    year: year.number,
                    fee: year.fee,
                    basis: annualFees
                )
            )
            // Of the years to come only the next.
            if !isLate { break }
        }
        return steps
    }

    /// Of a right that ended for an annual fee, between which days the time to restore it ends.
    ///
    /// The right ends only where the fee was not paid by the last day of grace either, and no notice says so before: two
    /// months from its receipt end no sooner than two months from that day. Where force majeure kept the holder, two years
    /// from that day are the limit. Which fee was missed is known where only one can have been. Where the day of the state
    /// is known, be it that of the gazette or the one to which the end is dated back, the fee was due by then, and the
    /// latest such fee bounds the two years.
    private static func restoration(of record: Bibliography, _ today: PartialDate) -> [Step] {
        var step = Step(kind: .restore, day: nil, basis: restoration)
        guard record.status?.text?.contains("年费") == true, let filed = record.application?.date,
            let fees = AnnualFees(of: record.right, filedOn: filed, grantedOn: record.grantDay)
        else { return [step] }
        let known = record.status?.date
        let missed = fees.years.compactMap { year -> PartialDate? in
            guard let due = year.dueDay, let grace = year.lastGraceDay, grace < today else { return nil }
            return known.map { due <= $0 } == false ? nil : grace
        }
        step.earliestEnd = missed.count == 1 ? missed[0].adding(months: 2) : nil
        step.latestEnd = known != nil || missed.count == 1 ? missed.last?.adding(years: 2) : nil
        return step.latestEnd.map { $0 < today } == true ? [] : [step]
    }

    /// Three years from the filing date or the earliest priority, while no examination is known to be requested.
    private static func examination(_ record: Bibliography, _ today: PartialDate) -> [Step] {
        let stated = record.status?.text.flatMap(LegalWording.effect)
        let isExamined = stated == .examined || record.events.contains { $0.effect == .examined }
        let first = record.priorities.compactMap(\.date).min() ?? record.application?.date
        guard record.right == .patent, !isExamined, let day = first?.adding(years: 3), today <= day else { return [] }
        return [Step(kind: .requestExamination, day: day, basis: Bilingual("专利法第三十五条", "Patent Law, article 35"))]
    }

    // MARK: Marks and layout-designs

    private static func renewal(_ record: Bibliography, _ today: PartialDate, _ isInForce: Bool) -> [Step] {
        guard let last = lastDay(ofMark: record, today, isInForce), let opens = last.adding(years: -1) else {
            return []
        }
        let late = last.adding(months: 6)
        var steps = [Step(kind: .expire, day: last, basis: Bilingual("商标法第三十九条", "Trademark Law, article 39"))]
        if today <= last { steps.append(Step(kind: .renew, day: last, firstDay: opens, basis: markRenewal)) }
        if let late, today <= late { steps.append(Step(kind: .renewLate, day: late, basis: markRenewal)) }
        return steps
    }

    /// The last day of the term that a mark is in: as stated, else of the term after so many renewals.
    ///
    /// Only a mark in force is taken to have been renewed.
    private static func lastDay(
        ofMark record: Bibliography,
        _ today: PartialDate,
        _ isInForce: Bool
    ) -> PartialDate? {
        if let stated = record.expiryDate { return stated }
        guard var first = record.registration?.date else { return nil }
        while let term = ProtectionTerm(of: .trademark, from: first) {
            guard isInForce, let late = term.lastDay.adding(months: 6), late < today,
                let next = first.adding(years: term.years)
            else { return term.lastDay }
            first = next
        }
        return nil
    }

    /// Ten years from filing or first commercial use, whichever is earlier, and no longer than fifteen from completion.
    private static func term(of layout: LayoutDesign) -> [Step] {
        let record = layout.bibliography
        let facts = layout.details.layout
        let first = [record.application?.date, facts?.firstUseDate].compactMap(\.self).min()
        let ends = [first?.adding(years: 10)?.dayBefore, facts?.completionDate?.adding(years: 15)?.dayBefore]
        guard let day = record.expiryDate ?? (first == nil ? nil : ends.compactMap(\.self).min()) else { return [] }
        let basis = Bilingual("集成电路布图设计保护条例第十二条", "Layout-Design Regulations, article 12")
        return [Step(kind: .expire, day: day, basis: basis)]
    }

    // MARK: Provisions

    private static let patentTerm = Bilingual("专利法第四十二条", "Patent Law, article 42")
    private static let markRenewal = Bilingual("商标法第四十条", "Trademark Law, article 40")
    private static let restoration = Bilingual("专利法实施细则第六条", "Implementing Regulations of the Patent Law, rule 6")
    private static let annualFees = Bilingual(
        "专利法第四十三条，《专利审查指南》第五部分第九章",
        "Patent Law, article 43; Guidelines for Patent Examination, part V, chapter 9"
    )
}

extension Bibliography {
    /// The day of the grant: of its publication, else of the event that tells of it; nil where neither is dated.
    package var grantDay: PartialDate? {
        let granted = publications.filter { document in
            guard let country = document.country, let kind = document.kind else { return false }
            return KindCode.stage(country: country, kind: kind) == .granted
        }
        return granted.compactMap(\.date).min() ?? events.first { $0.effect == .granted }?.date
    }
}
