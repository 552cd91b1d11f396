import Bytes

/// What the peaks of a segment were computed with.
public struct PeakScale: Sendable {
    private let lengthNormalisation: Double
    private let averages: [Double]
    private let weights: [Double]

    /// Reads the directory of a file of postings.
    init(_ file: IndexFile, _ schema: Schema) throws(IndexFailure) {
        var reader = try file.directoryReader()
        func number(_ reader: inout ByteReader) throws(FileFailure) -> Double {
            let number = Double(bitPattern: try reader.uint64())
            guard number.isFinite, number >= 0 else {
                throw .corrupt(path: file.mapped.path, reason: "a mean length that cannot be")
            }
            return number
        }
        do throws(FileFailure) {
            lengthNormalisation = try number(&reader)
            var averages: [Double] = []
            for _ in schema.textFields { averages.append(try number(&reader)) }
            self.averages = averages
        } catch {
            throw IndexFailure(error)
        }
        weights = schema.textFields.map(\.weight)
    }

    /// By how much weights can exceed the peaks when they are computed with other numbers.
    ///
    /// - Parameters:
    ///   - weights: the weight of each field.
    ///   - averages: the mean length of each field.
    ///   - lengthNormalisation: how strongly lengths count (b), 0...1.
    /// - Returns: the factor; infinite where a field counts now and did not when the peaks were computed.
    public func factor(weights: [Double], averages: [Double], lengthNormalisation: Double) -> Double {
        // (1 - a + a x) / (1 - b + b x) lies between its values at 0 and at infinity.
        let (now, then) = (lengthNormalisation, self.lengthNormalisation)
        let norms = now == then ? 1 : max((1 - then) / (1 - now), then / now)
        var greatest = 0.0
        for field in self.averages.indices {
            // What counted negatively says nothing of what now counts.
            guard self.weights[field] >= 0 else { return .infinity }
            let share = weights[field] == self.weights[field] ? 1 : weights[field] / self.weights[field]
            greatest = max(greatest, share.isNaN ? 0 : share * factor(averages[field], self.averages[field], now))
        }
        return greatest * norms
    }

    /// The same of one field's mean length; b is how strongly lengths count now.
    private func factor(_ average: Double, _ own: Double, _ b: Double) -> Double {
        switch (own > 0, average > 0) {
        case (true, true): max(1, average / own)
        // What was not divided now is, by 1 - b at least.
        case (false, true): 1 / (1 - b)
        case (true, false): .infinity
        case (false, false): 1
        }
    }
}
