package import Domain

/// A clause of a plan.
package struct PlanClause: Sendable, Hashable {
    /// By what measures and addresses name it: `c07`.
    package let key: String
    /// Its place among all clauses of the plan, from 1: the number that the paper prints as （七）.
    package let number: Int
    /// Its title.
    package let title: Bilingual
    /// Who answers for it, as printed; nil where nothing is printed.
    package let units: String?
    /// What it asks for by a day or a number.
    package let targets: [PlanTarget]
    /// The declared registers and the pages that carry it out here; both empty where nothing does yet.
    package let registers: [String]
    package let pages: [String]
    /// Where the file names it.
    package let line: Int

    /// Whether anything here carries it out.
    package var isCarriedOut: Bool { !registers.isEmpty || !pages.isEmpty }

    /// A number from 1 to 99 as papers print it: 一, 十, 二十六.
    package static func numeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
        guard (1...99).contains(number) else { return String(number) }
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
    }
}
