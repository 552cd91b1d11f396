/// The form in which an address answers; every public page has a machine twin.
package enum LinkFormat: String, Sendable, Hashable, CaseIterable {
    case html
    case json
    case csv
    /// A feed (RFC 4287).
    case atom
    // Files of declared registers alone: a JSON object a line, and a workbook (ECMA-376).
    case jsonl, xlsx
}
