import Index

/// Where sentences and paragraphs end in a field of a document, read when it is asked for first.
struct FieldEnds {
    /// Ends of paragraphs, ascending; valid after ``load(_:_:)``.
    private(set) var paragraphs: [UInt32] = []
    /// Ends of sentences, ascending, where they are needed; valid after ``load(_:_:)``.
    private(set) var sentences: [UInt32] = []
    private var paragraphEnds: TermStream?
    private var sentenceEnds: TermStream?
    /// What was loaded last.
    private var loaded: (document: UInt32, field: FieldID)?

    /// Prepares for what a program needs of the segment at a place of the catalogue.
    init(_ program: SpanProgram, in place: Int, of catalogue: TermCatalogue) throws(IndexFailure) {
        let segment = catalogue.segments[place]
        if program.needsParagraphs, let info = try catalogue.entry(of: ReservedTerm.paragraphEnd, in: place) {
            paragraphEnds = TermStream(try segment.postings(info))
        }
        if program.needsSentences, let info = try catalogue.entry(of: ReservedTerm.sentenceEnd, in: place) {
            sentenceEnds = TermStream(try segment.postings(info))
        }
    }

    /// Goes back before the first document.
    mutating func restart() {
        paragraphEnds?.restart()
        sentenceEnds?.restart()
        loaded = nil
    }

    /// Reads the ends of a field of a document; documents must be asked for in ascending order.
    mutating func load(_ document: UInt32, _ field: FieldID) throws(IndexFailure) {
        if let loaded, loaded.document == document, loaded.field == field { return }
        loaded = (document, field)
        paragraphs.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
        if try paragraphEnds?.seek(document) == true { try paragraphEnds?.positions(field, into: &paragraphs) }
        if try sentenceEnds?.seek(document) == true { try sentenceEnds?.positions(field, into: &sentences) }
    }
}
