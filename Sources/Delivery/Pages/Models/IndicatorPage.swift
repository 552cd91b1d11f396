package import Links

/// The page of an indicator in one place, with everything behind its figure.
package struct IndicatorPage: Sendable {
    /// A division with its figure.
    package struct Place: Sendable, Hashable {
        /// Six digits.
        package var code: String
        package var name: String
        package var value: IndicatorHead.Value
        /// Whether the register has any entry there; where it has none, nothing is known.
        package var isKnown: Bool
        package var link: IndicatorLink

        package init(
            code: String,
            name: String,
            value: IndicatorHead.Value,
            isKnown: Bool = true,
            link: IndicatorLink
        ) {
            self.code = code
            self.name = name
            self.value = value
            self.isKnown = isKnown
            self.link = link
        }
    }

    /// A division that lacks what is counted.
    package struct Gap: Sendable {
        package var name: String
        package var link: IndicatorLink
        /// What is planned there or stands still.
        package var awaited: [Awaited]

        package init(name: String, link: IndicatorLink, awaited: [Awaited] = []) {
            self.name = name
            self.link = link
            self.awaited = awaited
        }
    }

    /// An entry that would count but for its state.
    package struct Awaited: Sendable, Hashable {
        package var title: String
        package var state: String?
        package var link: RegisterLink

        package init(title: String, state: String?, link: RegisterLink) {
            self.title = title
            self.state = state
            self.link = link
        }
    }

    /// A page of the entries behind the figure.
    package struct Rows: Sendable {
        package var total: Int
        /// Entries on a page.
        package var size: Int
        /// The name of one entry, then of the columns behind it.
        package var heads: [String]
        package var rows: [EntryList.Row]
        /// Whether entries have states.
        package var hasStates: Bool

        package init(total: Int, size: Int, heads: [String], rows: [EntryList.Row], hasStates: Bool) {
            self.total = total
            self.size = size
            self.heads = heads
            self.rows = rows
            self.hasStates = hasStates
        }
    }

    /// A month; the last is that of the count.
    package struct Month: Sendable, Hashable {
        /// As `2025-06`.
        package var month: String
        package var value: IndicatorHead.Value
        /// By the definition that was in force then; nil where that is not known, or where no other ever counted otherwise.
        package var then: IndicatorHead.Value?

        package init(month: String, value: IndicatorHead.Value, then: IndicatorHead.Value? = nil) {
            self.month = month
            self.value = value
            self.then = then
        }
    }

    /// A version of the definition.
    package struct Change: Sendable, Hashable {
        package var version: Int
        /// The day on which it was published, `2026-11-30`.
        package var day: String
        /// Whether it counts otherwise than the one before.
        package var countsOtherwise: Bool

        package init(version: Int, day: String, countsOtherwise: Bool) {
            self.version = version
            self.day = day
            self.countsOtherwise = countsOtherwise
        }
    }

    package var link: IndicatorLink
    package var head: IndicatorHead
    /// The divisions from the province down to that of the page; none for the nation.
    package var path: [(name: String, link: IndicatorLink)]
    /// Those right below, in the order of codes.
    package var places: [Place]
    package var gaps: [Gap]
    /// Nil where not everybody may know the entries.
    package var rows: Rows?
    package var months: [Month]
    package var changes: [Change]

    package init(
        link: IndicatorLink,
        head: IndicatorHead,
        path: [(name: String, link: IndicatorLink)] = [],
        places: [Place] = [],
        gaps: [Gap] = [],
        rows: Rows? = nil,
        months: [Month] = [],
        changes: [Change] = []
    ) {
        self.link = link
        self.head = head
        self.path = path
        self.places = places
        self.gaps = gaps
        self.rows = rows
        self.months = months
        self.changes = changes
    }
}
