import Discovery
import Domain
import Links
import Pages
import Wire

/// Counts of the use cases as pages and documents name them.
extension Tally {
    init(_ count: RecordCount) { self.init(count.records, samples: count.samples) }

    static func perRegister(_ counts: [Register: RecordCount]) -> [RegisterName: Tally] {
        var result: [RegisterName: Tally] = [:]
        for (register, count) in counts {
            if let name = RegisterName(rawValue: register.rawValue) { result[name] = Tally(count) }
        }
        return result
    }
}

extension CountDocument {
    init(_ count: RecordCount) { self.init(records: count.records, samples: count.samples) }

    /// Every register, also an empty one: a program need not ask whether it is there.
    static func perRegister(_ counts: [Register: RecordCount]) -> [String: CountDocument] {
        Dictionary(
            uniqueKeysWithValues: Register.allCases.map { register in
                (register.rawValue, CountDocument(counts[register] ?? RecordCount()))
            }
        )
    }
}

extension Duration {
    var milliseconds: Double {
        Double(components.seconds) * 1_000 + Double(components.attoseconds) * 1e-15
    }
}
