/// Values in the order of their first appearance, each once.
struct UniqueList {
    private(set) var values: [String] = []
    private var seen: Set<String> = []

    /// Adds a value unless it is nil or there already.
    mutating func append(_ value: String?) {
        guard let value, seen.insert(value).inserted else { return }
        values.append(value)
    }
}
