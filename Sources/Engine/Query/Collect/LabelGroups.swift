/// Says which group of a facet a label belongs to.
struct LabelGroups {
    private let request: FacetRequest
    /// The lengths of the beginnings that have names, the longest first.
    private let lengths: [Int]

    init(_ request: FacetRequest) {
        self.request = request
        guard case .named(let names) = request.grouping else {
            lengths = []
            return
        }
        lengths = Set(names.keys.map(\.count)).sorted(by: >)
    }

    /// The group of a label that begins with the prefix of the request; nil where it is not counted.
    func group(of label: [UInt8]) -> [UInt8]? {
        switch request.grouping {
        case .whole: return label
        case .first(let length): return Array(label.prefix(max(0, length)))
        case .before(let mark):
            let end = label.dropFirst(request.prefix.count).firstIndex(of: mark) ?? label.endIndex
            return Array(label[..<end])
        case .named(let names):
            for length in lengths where length <= label.count {
                if let name = names[Array(label.prefix(length))] { return name }
            }
            return nil
        }
    }
}
