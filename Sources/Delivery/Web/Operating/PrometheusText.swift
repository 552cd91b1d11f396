/// Measurements in the text format that Prometheus reads.
///
/// **Source** Prometheus, Exposition formats, text format 0.0.4; Metric and label naming.
struct PrometheusText: Sendable {
    /// What a family of measurements is.
    enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    /// One measurement of a family.
    struct Sample: Sendable {
        /// What stands behind the name of the family, such as `_sum`.
        var suffix = ""
        var labels: [(name: String, value: String)] = []
        var value: Double
    }

    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// Appends a family with one measurement.
    mutating func family(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        family(name, kind, help, [Sample(value: value)])
    }

    /// Appends a family; its samples stand together, as the format demands.
    mutating func family(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
        text += "# HELP \(name) \(Self.escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n"
        for sample in samples {
            text += name + sample.suffix
            if !sample.labels.isEmpty {
                text +=
                    "{" + sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",") + "}"
            }
            text += " \(Self.number(sample.value))\n"
        }
    }

    private static func number(_ value: Double) -> String {
        if value == .infinity { return "+Inf" }
        return Int64(exactly: value).map(String.init) ?? "\(value)"
    }

    private static func escaped(_ text: String, quotes: Bool = true) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quotes: result += "\\\""
            default: result.append(character)
            }
        }
        return result
    }
}
