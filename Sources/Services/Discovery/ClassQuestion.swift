import Domain
import EntryIndex
import Index
import Query

/// What the index is asked for the records of classes of one scheme.
struct ClassQuestion: Sendable {
    let scheme: ClassScheme
    private let table: ClassTable

    init(_ scheme: ClassScheme, _ table: ClassTable) {
        self.scheme = scheme
        self.table = table
    }

    /// The column that holds the scheme's symbols; the fields of technology are made of those of IPC.
    var column: Column {
        switch scheme {
        case .ipc, .field: .ipc
        case .cpc: .cpc
        case .industry: .industry
        case .locarno: .locarno
        case .nice: .nice
        case .vienna: .vienna
        case .region: .region
        }
    }

    // MARK: Records

    /// The records that have a class or one below it; of the scheme, all that have any.
    func records(of symbol: String?) -> QueryTree {
        guard let symbol else { return selection([.prefix([])]) }
        switch scheme {
        case .field: return selection(Self.beginnings(ipc(of: symbol)))
        case .ipc, .cpc: return selection(Self.beginnings([symbol]))
        case .locarno: return selection([.exact([bytes(symbol)]), .prefix(bytes(symbol + "-"))])
        case .vienna: return selection([.exact([bytes(symbol)]), .prefix(bytes(symbol + "."))])
        // Records name classes alone: what is below is found in its class.
        case .nice: return selection([.exact([bytes(niceClass(symbol))])])
        case .industry: return selection([.prefix(bytes(symbol))])
        case .region:
            return selection([
                symbol.hasSuffix("0000") ? .prefix(bytes(String(symbol.prefix(2)))) : .exact([bytes(symbol)])
            ])
        }
    }

    private func niceClass(_ symbol: String) -> String {
        symbol.utf8.count > 2 ? ClassScheme.nice.parent(of: symbol) ?? symbol : symbol
    }

    /// The IPC symbols of a field, or of all fields of a sector.
    func ipc(of symbol: String) -> [String] {
        let own = table[symbol]?.ipc ?? []
        return own.isEmpty ? table.children(of: symbol).flatMap(\.ipc) : own
    }

    private func selection(_ labels: [LabelSelection]) -> QueryTree {
        .or(labels.map { .ordinals(column: column.rawValue, $0) })
    }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// The labels that are some symbols of IPC or CPC or lie below them.
    private static func beginnings(_ symbols: [String]) -> [LabelSelection] {
        symbols.map { symbol in
            let isMainGroup = symbol.utf8.count > 4 && !symbol.contains("/")
            return symbol.contains("/")
                ? .exact([Array(symbol.utf8)]) : .prefix(Array((symbol + (isMainGroup ? "/" : "")).utf8))
        }
    }

    // MARK: Classes below

    /// Counts the classes right below a symbol, or at the top; nil where records tell of none.
    func below(_ symbol: String?) -> FacetRequest? {
        let length = symbol?.utf8.count ?? 0
        switch scheme {
        case .ipc, .cpc:
            if symbol?.contains("/") == true { return nil }
            switch length {
            case 0: return facet("", .first(1))
            case 1: return facet(symbol, .first(3))
            case 2, 3: return facet(symbol, .first(4))
            case 4: return facet(symbol, .before(UInt8(ascii: "/")))
            default: return facet(symbol.map { $0 + "/" }, .whole)
            }
        case .field:
            let entries = symbol.map { table.children(of: $0) } ?? table.children(of: nil)
            return fields(symbol == nil ? nil : entries)
        case .industry: return length < 5 ? facet(symbol, length == 0 ? .first(1) : .first(max(3, length + 1))) : nil
        case .locarno:
            return length == 0 ? facet("", .first(2)) : length == 2 ? facet(symbol.map { $0 + "-" }, .whole) : nil
        case .nice: return length == 0 ? facet("", .whole) : nil
        case .vienna:
            let isWhole = symbol?.split(separator: ".").count == 3
            return isWhole ? nil : facet(symbol.map { $0 + "." }, .before(UInt8(ascii: ".")))
        case .region:
            if symbol?.hasSuffix("0000") == false { return nil }
            return symbol == nil ? facet("", .whole) : facet(symbol.map { String($0.prefix(2)) }, .whole)
        }
    }

    /// Counts the sectors, or some fields.
    private func fields(_ entries: [ClassEntry]?) -> FacetRequest? {
        var names: [[UInt8]: [UInt8]] = [:]
        for entry in entries ?? table.entries {
            let name = bytes(entries == nil ? table.parent(of: entry.symbol) ?? entry.symbol : entry.symbol)
            for symbol in entry.ipc { names[bytes(symbol + (symbol.utf8.count > 4 ? "/" : ""))] = name }
        }
        return names.isEmpty ? nil : facet("", .named(names))
    }

    /// Whether a class that ``below(_:)`` counted stands right below a symbol: of regions prefectures are counted too.
    func isBelow(_ found: String, _ symbol: String?) -> Bool {
        found != symbol && (scheme != .region || table.parent(of: found) == symbol)
    }

    /// Counts classes as a list for readers shows them, those with most records first.
    ///
    /// Of IPC and CPC main groups, of industries divisions, of regions units, of the rest the broadest classes; of the
    /// fields of technology each field.
    func leading(_ limit: Int) -> FacetRequest {
        var request: FacetRequest
        switch scheme {
        case .ipc, .cpc: request = facet("", .before(UInt8(ascii: "/")))
        case .field: request = fields(table.entries.filter { !$0.ipc.isEmpty }) ?? facet("", .whole)
        case .industry: request = facet("", .first(3))
        case .vienna: request = facet("", .before(UInt8(ascii: ".")))
        case .locarno, .nice, .region: request = facet("", .whole)
        }
        request.limit = limit
        return request
    }

    private func facet(_ prefix: String?, _ grouping: LabelGrouping) -> FacetRequest {
        FacetRequest(column: column.rawValue, limit: Self.mostLabels, prefix: bytes(prefix ?? ""), grouping: grouping)
    }

    /// The symbol that a label of the index stands for; nil for one that belongs to no class.
    func symbol(of label: [UInt8]) -> String? {
        let text = String(decoding: label, as: UTF8.self)
        // The group with /00 is the main group's own: it stands among those below it.
        return (scheme == .ipc || scheme == .cpc) && text.contains("/") ? text : scheme.symbol(reading: text)
    }

    /// More labels than any class has right below it.
    private static let mostLabels = 100_000
}
