import Links

/// How far a measure of a plan is, as events say, beside what somebody writes into it.
package struct EntryProgress: Sendable {
    /// Something that happened to the entry.
    package struct Event: Sendable, Hashable {
        /// What happened.
        package enum What: Sendable, Hashable {
            /// It came from a state into another; from nil where it was entered in it.
            case state(from: String?, into: String)
            /// A file was added to it, or taken out.
            case file(String, isAdded: Bool)
        }

        /// The moment in Beijing, `YYYY-MM-DD HH:MM`.
        package var time: String
        /// The field in which it shows.
        package var field: String
        package var what: What

        package init(time: String, field: String, what: What) {
            self.time = time
            self.field = field
            self.what = what
        }
    }

    /// The newest first.
    package var events: [Event]
    /// What the indicators of its clause count in the nation today.
    package var figures: [PlanPage.Figure]

    package init(events: [Event], figures: [PlanPage.Figure] = []) {
        self.events = events
        self.figures = figures
    }
}
