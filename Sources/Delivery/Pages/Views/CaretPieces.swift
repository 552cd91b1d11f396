/// A query cut at the place that cannot be read.
struct CaretPieces: Equatable {
    let before: String
    /// What is wrong; a blank stands for a place between two characters or at the end.
    let wrong: String
    let after: String

    /// Cuts by characters; a place outside the query is moved to its nearest end.
    init(query: String, position: Int, length: Int) {
        let start =
            query.index(query.startIndex, offsetBy: max(0, position), limitedBy: query.endIndex) ?? query.endIndex
        let end = query.index(start, offsetBy: max(0, length), limitedBy: query.endIndex) ?? query.endIndex
        before = String(query[..<start])
        wrong = start == end ? " " : String(query[start..<end])
        after = String(query[end...])
    }
}
