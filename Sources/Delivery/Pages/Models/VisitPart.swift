/// What an entry says to one question of a visitor, in the order in which pages answer.
package struct VisitPart: Sendable, Hashable {
    package var question: Question
    package var facts: [EntryFact]

    package init(_ question: Question, _ facts: [EntryFact]) {
        self.question = question
        self.facts = facts
    }

    /// What somebody asks who is about to go to a place.
    package enum Question: String, Sendable, Hashable, CaseIterable {
        /// When it is open.
        case open
        /// Where it is and how to get there.
        case way
        /// What it offers.
        case offer
        /// How to book.
        case booking
        /// What there is for people with disabilities.
        case access
        /// By which telephone number or site to ask.
        case contact
    }
}
