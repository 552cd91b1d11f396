/// Reads the records of one XML format from a stream, also of several documents one after the other.
///
/// A damaged document costs its own records from the damage on: those before it have been handed over, and reading
/// goes on at the next XML declaration. Without one the file breaks off there.
struct XMLRecordReader: RecordReader {
    let mapping: RecordMapping
    let options: XMLOptions

    func read(_ stream: any ByteStream, handOver: (SourceItem) throws -> Void) throws {
        var documents = DocumentSequence(mapping: mapping, options: options)
        var splitter = DeclarationSplitter(stream)
        reading: while true {
            let offset = splitter.offset
            switch try splitter.next() {
            case .bytes(let bytes): documents.feed(bytes, at: offset)
            case .declaration: documents.beginAtDeclaration(offset: offset)
            case .end: break reading
            }
            for item in documents.takeItems() { try handOver(item) }
            if let failure = documents.failure { throw failure }
        }
        documents.finish()
        for item in documents.takeItems() { try handOver(item) }
        if let failure = documents.failure { throw failure }
    }
}
