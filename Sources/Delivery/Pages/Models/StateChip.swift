/// The status of a right in one word, with the shape that goes with it.
package struct StateChip: Sendable, Hashable {
    package var shape: Shape
    /// The word shown, in the language of the page.
    package var word: String

    package init(_ shape: Shape, _ word: String) {
        self.shape = shape
        self.word = word
    }

    /// What the status means, told by shape before colour.
    package enum Shape: String, Sendable, Hashable, CaseIterable {
        /// In force.
        case live
        /// Under way: filed, published, in examination.
        case open
        /// Ended.
        case gone
        /// In force, but mind something: pledged, disputed, fee overdue.
        case warn
        /// The clock stands still.
        case pause
        /// Wrong or refused.
        case bad
        /// Not known; never the same as none.
        case none
    }
}
