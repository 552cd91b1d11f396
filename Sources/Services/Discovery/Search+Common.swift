import Domain

extension Search {
    /// The words that tell most about each of several texts and stand in all of them.
    ///
    /// - Parameter texts: At least two texts, a few.
    /// - Returns: The words in the order of how much they tell about the first text.
    /// - Throws: As ``likeness(of:without:)``.
    package func commonWords(of texts: [String]) async throws -> [String] {
        guard texts.count > 1, let first = texts.first else { return [] }
        var common = try await likeness(of: first).words
        for text in texts.dropFirst() where !common.isEmpty {
            let words = Set(try await likeness(of: text).words)
            common = common.filter(words.contains)
        }
        return common
    }
}
