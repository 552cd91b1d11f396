/// The XML formats that are read, told apart by the first element.
package enum XMLFormats {
    /// The format of a file by its beginning; nil when it is no XML or a format that has no reader yet.
    ///
    /// - Parameter head: the first bytes of the file; 4 KiB are enough for all but uncommon files.
    /// - Returns: the format, or nil.
    package static func recognise(head: [UInt8]) -> SourceFormat? {
        guard let root = RootElement(head: head) else { return nil }
        switch root.name {
        case "PatentDocumentAndRelated": return .cnipaXML
        case "us-patent-grant", "us-patent-application": return .usptoXML
        case "exchange-documents", "exchange-document": return .docdb
        case "PatentPublication", "DesignApplication", "GIApplication", "TrademarkApplication", "TrademarkTransaction":
            return root.isST96 ? .st96 : nil
        case "Transaction": return root.isEarlyST96 ? .st96 : nil
        default: return nil
        }
    }

    /// A reader for one of the XML formats, nil for any other format.
    package static func reader(for format: SourceFormat, options: XMLOptions = XMLOptions()) -> (any RecordReader)? {
        guard let mapping = mapping(for: format) else { return nil }
        var options = options
        options.maximumRecordBytes = min(options.maximumRecordBytes, 1 << 30)
        return XMLRecordReader(mapping: mapping, options: options)
    }

    static func mapping(for format: SourceFormat) -> RecordMapping? {
        switch format {
        case .cnipaXML: CNIPADocument.mapping
        case .usptoXML: USPTODocument.mapping
        case .docdb: DOCDBDocument.mapping
        case .st96: ST96Document.mapping
        case .xlsx, .csv, .jsonl: nil
        }
    }
}
