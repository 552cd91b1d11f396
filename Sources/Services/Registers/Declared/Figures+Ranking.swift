package import Declarations
package import Domain
package import Identity
import Store

extension Figures {
    /// The provincial units in the order of a figure.
    package struct Ranking: Sendable {
        /// The figure of the nation, with everything else that is known of it.
        package let answer: Answer
        /// The units to which the figure applies, the greatest first; alike ones have one place and stand in the order of their codes.
        package let places: [(place: Int, region: RegionCode, figure: IndicatorMeasure.Figure)]
        /// The units to which it does not apply, or that have entered nothing, in the order of their codes.
        package let others: [Below]
    }

    /// Ranks the provincial units by an indicator; of several denominators by the first.
    ///
    /// Units that have entered little stand behind for that alone, which is why only officers of the nation see it.
    /// - Parameters:
    ///   - name: the indicator.
    ///   - caller: who asks.
    /// - Returns: the ranking.
    /// - Throws: `Failure.notAllowed`; `Failure.notFound` for an indicator that is none; what the store throws.
    package func ranking(_ name: String, _ caller: Caller) async throws -> Ranking {
        try caller.check(.readRankings, on: Target(), at: store.now)
        let answer = try await self(name)
        let ranked = answer.below.filter(\.isKnown).compactMap { below -> (below: Below, value: (Int, Int))? in
            guard let first = below.figure.shares.first else { return (below, (below.figure.count, 1)) }
            return first.map { (below, ($0.count, $0.all)) }
        }
        // Fractions are compared without a loss.
        .sorted { one, other in
            let (left, right) = (one.value.0 * other.value.1, other.value.0 * one.value.1)
            return left == right ? one.below.region.digits < other.below.region.digits : left > right
        }
        var places: [(place: Int, region: RegionCode, figure: IndicatorMeasure.Figure)] = []
        for (index, one) in ranked.enumerated() {
            let isAlike =
                index > 0 && one.value.0 * ranked[index - 1].value.1 == ranked[index - 1].value.0 * one.value.1
            places.append((isAlike ? places[index - 1].place : index + 1, one.below.region, one.below.figure))
        }
        let applied = Set(ranked.map(\.below.region))
        return Ranking(answer: answer, places: places, others: answer.below.filter { !applied.contains($0.region) })
    }
}
