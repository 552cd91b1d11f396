/// How the hits of a page are shown.
package enum ResultView: String, Sendable, Hashable, CaseIterable {
    /// One below another with title, numbers and a stretch of text; the view of a URL that says nothing.
    case list
    /// A row a hit, with the columns that are chosen.
    case table
    /// A card a hit: the words of a mark, or the main class where there is no picture.
    case pictures
}
