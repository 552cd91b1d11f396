/// A file format that Huizhi reads; recognised by content, never by name alone.
package enum SourceFormat: String, Codable, Hashable, Sendable, CaseIterable {
    /// Spreadsheet export of the national search system or of a user's own list (Office Open XML).
    case xlsx
    /// The same columns as comma- or tab-separated text.
    case csv
    /// One JSON object a line: the same columns by name, or the product's own export.
    case jsonl
    /// Published Chinese patent documents in the office's XML.
    case cnipaXML = "cnipa-xml"
    /// USPTO grants and applications, XML 4.x.
    case usptoXML = "uspto-xml"
    /// WIPO ST.96: patent, design, trademark, geographical indication; also as TSDR delivers it.
    case st96
    /// EPO DOCDB exchange XML.
    case docdb
}
