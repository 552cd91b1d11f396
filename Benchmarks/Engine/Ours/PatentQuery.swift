/// A payload of the set `patent`: `a1 a2 a3|b1 b2|without|class or part of one|from|to`.
struct PatentQuery {
    let first: [String]
    let second: [String]
    let without: String
    let symbol: String
    /// Application dates as yyyymmdd.
    let from: Int64
    let to: Int64

    /// Reads a payload.
    init(_ payload: String) throws {
        let parts = payload.split(separator: "|").map(String.init)
        guard parts.count == 6, let from = Int64(parts[4]), let to = Int64(parts[5]), from <= to else {
            throw EngineBench.Failure("not a patent query: \(payload)")
        }
        first = parts[0].split(separator: " ").map(String.init)
        second = parts[1].split(separator: " ").map(String.init)
        without = parts[2]
        symbol = parts[3]
        self.from = from
        self.to = to
    }
}
