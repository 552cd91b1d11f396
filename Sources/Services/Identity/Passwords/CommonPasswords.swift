/// The passwords that are tried first everywhere, with their usual variations.
enum CommonPasswords {
    /// The shortest word that is taken for a common one when digits and marks stand beside it.
    private static let shortestStem = 4

    private static let folded: Set<FoldedPassword> = Set(
        lists.flatMap { $0.split { $0.isWhitespace } }.map { FoldedPassword($0) }
    )

    /// Whether a password is one of the list, perhaps disguised, or with digits and marks around it.
    static func contains(_ password: String) -> Bool {
        if folded.contains(FoldedPassword(password)) { return true }
        return [withoutTail(password), stem(of: password)].contains { stem in
            stem.count >= shortestStem && folded.contains(FoldedPassword(stem))
        }
    }

    /// A password without the digits and marks around it.
    static func stem(of password: String) -> Substring {
        withoutTail(password).drop { !$0.isLetter }
    }

    private static func withoutTail(_ password: String) -> Substring {
        var stem = Substring(password)
        while let last = stem.last, !last.isLetter { stem.removeLast() }
        return stem
    }
}
