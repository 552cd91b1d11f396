/// What became of the pictures that records name.
package struct DrawingTally: Codable, Hashable, Sendable {
    /// Pictures that are kept, those of an earlier import included.
    package var kept = 0
    /// Pictures that are not, because their file is missing or damaged.
    package var left = 0
    /// The first of those, each with its reason.
    package var problems: [String] = []
    /// Why no picture could be read at all; nil when they could.
    package var unavailable: String?

    package init() {}

    /// How many problems are told in words; all are counted.
    static let told = 1_000

    /// Notes a picture that is not kept.
    mutating func leave(_ problem: String) {
        left += 1
        if problems.count < Self.told { problems.append(problem) }
    }

    /// Adds what became of others.
    mutating func add(_ other: DrawingTally) {
        kept += other.kept
        left += other.left
        problems += other.problems.prefix(Self.told - problems.count)
        unavailable = unavailable ?? other.unavailable
    }
}
