import Foundation

/// How strongly two properties of records go together.
///
/// **Shape** the numbers of records with both, with the first, with the second, and of all.
struct Association: Sendable, Hashable {
    var both: Int
    var first: Int
    var second: Int
    var all: Int

    /// Whether records have both more often than if one told nothing of the other.
    var isPositive: Bool { Double(both) * Double(all) > Double(first) * Double(second) }

    /// The log-likelihood ratio G²: 10.83 and more come by chance once in a thousand times.
    ///
    /// **Source** T. Dunning, Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19
    /// (1993).
    var logLikelihood: Double {
        func term(_ observed: Int, _ row: Int, _ column: Int) -> Double {
            let expected = Double(row) * Double(column) / Double(all)
            return observed > 0 && expected > 0 ? Double(observed) * log(Double(observed) / expected) : 0
        }
        guard all > 0 else { return 0 }
        let (rest, other) = (all - first, all - second)
        return 2
            * (term(both, first, second) + term(first - both, first, other) + term(second - both, rest, second)
                + term(rest - (second - both), rest, other))
    }

    /// The Dice coefficient, 0...1: 1 where each record has both or neither.
    ///
    /// **Source** F. Smadja, K. McKeown, V. Hatzivassiloglou, Translating collocations for bilingual lexicons, Computational
    /// Linguistics 22 (1996).
    var dice: Double { first + second > 0 ? 2 * Double(both) / Double(first + second) : 0 }

    /// The least ratio that is told; see ``logLikelihood``.
    static let significant = 10.83
}
