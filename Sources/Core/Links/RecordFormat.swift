/// A file in which a record is taken along; its raw value is the suffix of the address.
package enum RecordFormat: String, Sendable, Hashable, CaseIterable {
    /// RIS, which reference managers read.
    case ris
    /// BibTeX, with the fields of biblatex.
    case bib
    /// CSL-JSON, which citation processors read.
    case csl
    /// A table of one row, RFC 4180.
    case csv
    /// Text to read.
    case txt

    /// The media type, with its character set.
    package var mediaType: String {
        switch self {
        case .ris: "application/x-research-info-systems; charset=utf-8"
        case .bib: "application/x-bibtex; charset=utf-8"
        case .csl: "application/vnd.citationstyles.csl+json"
        case .csv: "text/csv; charset=utf-8"
        case .txt: "text/plain; charset=utf-8"
        }
    }

    /// What the name of the file ends with.
    package var fileSuffix: String { self == .csl ? "csl.json" : rawValue }
}
