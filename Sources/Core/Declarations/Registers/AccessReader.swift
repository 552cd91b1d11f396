/// Reads who may do something.
struct AccessReader {
    /// The roles that an account may be given.
    let roles: [String]
    let log: ProblemLog

    /// Who can read the data folder, at the command line, and nobody on the pages.
    private static let theOperator = "operator"

    /// Reads `everyone`, a role or a list of roles, and `operator` where that may be; nil where the key is missing or wrong.
    func access(_ key: String, in map: MapReader, mayBeOperator: Bool = false) -> Access? {
        guard map.node(key) != nil else { return nil }
        let words = map.texts(key)
        if mayBeOperator, words == [Self.theOperator] { return .roles([]) }
        if words == ["everyone"] { return .everyone }
        var isWrong = words.isEmpty
        if words.isEmpty { map.refuse(key, "names nobody; write everyone, or some of \(Words.list(roles))") }
        for word in words where !roles.contains(word) {
            isWrong = true
            map.refuse(
                key,
                "names '\(word)'\(Words.nearest(word, among: roles)); write everyone, or some of \(Words.list(roles))"
            )
        }
        return isWrong ? nil : .roles(words)
    }
}
