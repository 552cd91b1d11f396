package import Domain

/// What a clause of a plan asks for: a number, something to be done by a day, or only a direction.
package struct PlanTarget: Sendable, Hashable {
    /// What is counted or done, in words of the authors of the file.
    package let label: Bilingual
    /// The words of the plan; nil for a target that the plan does not print and the authors read into it.
    package let printed: String?
    /// The number; nil for what is done or not, and for a direction.
    package let value: Int?
    /// Whether more than the number is as good.
    package let isLeast: Bool
    /// What the number counts: 家, outlets.
    package let unit: Bilingual?
    /// By when; nil for a direction.
    package let by: PartialDate?
}
