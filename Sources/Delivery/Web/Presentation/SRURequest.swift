import Discovery
import Domain
import EntryIndex
import Foundation
import Links
import Wire

/// A request of Search/Retrieve via URL.
///
/// **Source** SRU 2.0, section 3; SRU 1.2 for requests that name an operation.
struct SRURequest {
    /// Records where a request does not say how many.
    static let pageSize = 10

    let version: SRUResponse.Version
    /// The query in CQL without its sorting; nil where the request asks what can be asked.
    let query: String?
    let order: SearchQuestion.Order
    /// The number of the first record, from 1.
    let start: Int
    let count: Int
    let isEscaped: Bool
    /// The parameters as they came, for the answer.
    let echo: [(name: String, value: String)]
    /// Why it cannot be answered.
    let diagnostics: [SRUResponse.Diagnostic]
    /// Whether it asks what can be asked.
    let isExplain: Bool

    init(_ parameters: Parameters, options: WebServer.Options) {
        var faults: [SRUResponse.Diagnostic] = []
        let operation = parameters["operation"]
        // A request that names an operation is of 1.1 or 1.2, and says which; one that does not is of 2.0.
        let named = parameters["version"] ?? (operation == nil ? "2.0" : "1.2")
        version = SRUResponse.Version(rawValue: named) ?? (operation == nil ? .v20 : .v12)
        if SRUResponse.Version(rawValue: named) == nil {
            faults.append(.init(5, "2.0", "Version \(named) is not spoken here; 1.1, 1.2 and 2.0 are."))
        }
        isExplain = operation == "explain" || (operation == nil && parameters["query"] == nil)
        if let operation, !["explain", "searchRetrieve"].contains(operation) {
            faults.append(.init(4, operation, "Only searchRetrieve and explain are answered."))
        } else if !isExplain, parameters["query"] ?? "" == "" {
            faults.append(.init(7, "query", "Say what is looked for in CQL."))
        }
        if let type = parameters["queryType"], type != "cql" {
            faults.append(.init(6, "queryType", "Queries are in cql."))
        }
        if let schema = parameters["recordSchema"], schema != "dc", schema != DublinCore.schema {
            faults.append(.init(66, schema, "Records are given in dc (\(DublinCore.schema))."))
        }
        let escaping = parameters["recordXMLEscaping"] ?? (version == .v20 ? nil : parameters["recordPacking"]) ?? "xml"
        if escaping != "xml", escaping != "string" {
            faults.append(.init(71, escaping, "Records stand as xml or string."))
        }
        isEscaped = escaping == "string"
        func number(_ name: String, _ range: ClosedRange<Int>, or other: Int) -> Int {
            guard let text = parameters[name] else { return other }
            guard let value = Int(text), range.contains(value) else {
                faults.append(.init(6, name, "It has to be from \(range.lowerBound) to \(range.upperBound)."))
                return other
            }
            return value
        }
        start = number("startRecord", 1...(options.search.numberedHits + 1), or: 1)
        // As many as there are, where more are asked for than a request gets.
        count = min(options.sruRecords, number("maximumRecords", 0...1_000_000, or: Self.pageSize))
        let (text, order, fault) = Self.sorting(parameters["query"] ?? "", keys: parameters["sortKeys"])
        if let fault { faults.append(fault) }
        query = isExplain ? nil : text
        self.order = order
        // In the order of the schemas; the versions before 2.0 want their own there.
        let spoken: String? = version.rawValue
        let known = version == .v20 ? Self.known : ["version"] + Self.known.filter { $0 != "queryType" }
        echo = known.compactMap { name in
            (name == "version" ? spoken : parameters[name]).map { (name, $0) }
        }
        diagnostics = faults
    }

    private static let known = [
        "queryType", "query", "startRecord", "maximumRecords", "recordXMLEscaping", "recordPacking", "recordSchema",
        "sortKeys",
    ]

    /// Takes the sorting off a query: `sortby date/sort.descending`, or the parameter `sortKeys` of 1.1.
    private static func sorting(
        _ query: String,
        keys: String?
    ) -> (query: String, order: SearchQuestion.Order, SRUResponse.Diagnostic?) {
        var query = query[...]
        var key = keys
        if let word = query.range(of: "sortby", options: [.backwards, .caseInsensitive]),
            query[..<word.lowerBound].last?.isWhitespace == true, query[word.upperBound...].first?.isWhitespace == true,
            !query[word.upperBound...].contains(where: { "\"()".contains($0) })
        {
            key = query[word.upperBound...].trimmingCharacters(in: .whitespaces)
            query = query[..<word.lowerBound]
        }
        guard let key, !key.isEmpty else { return (String(query), .relevance, nil) }
        let lower = key.lowercased()
        let name = lower.prefix { $0 != "/" && $0 != "," }
        guard ["date", "dc.date", "pd"].contains(name), !key.contains(where: \.isWhitespace) else {
            return (String(query), .relevance, .init(80, key, "Records are sorted by date only."))
        }
        let isDescending = lower.contains("descending") || lower.hasSuffix(",0") || lower.contains(",,0")
        return (String(query), isDescending ? .newest : .oldest, nil)
    }

    /// A remark of the translation as a diagnostic of the list.
    static func diagnostic(_ remark: Translation.Remark, _ query: String) -> SRUResponse.Diagnostic {
        let place = query.unicodeScalars.dropFirst(remark.range.position).prefix(remark.range.length)
        let details = String(String.UnicodeScalarView(place))
        let number =
            switch remark.matter {
            case .unknownField: 16
            case .unusable: 36
            case .nearnessLost, .negatedNearnessLost, .exactDistance: 40
            case .farApart: 42
            case .stray, .unbalanced: 10
            default: 48
            }
        return .init(number, details, remark.message.en)
    }
}
