import Bytes

/// Documents in memory that were added and not yet written as a segment.
struct DocumentBuffer {
    /// Bits of a token's place that hold its position; the field stands above them.
    static let positionBits: UInt32 = 27
    /// The position of a token that has none.
    static let withoutPosition: UInt32 = (1 << 27) - 1

    let schema: Schema
    private(set) var identifiers = TermTable()
    private(set) var documentCount = 0
    private(set) var liveCount = 0

    /// Number of the identifier in `identifiers`, for each document.
    var identifierNumbers: [UInt32] = []
    var versions: [UInt64] = []
    var isLive: [Bool] = []
    /// For each identifier its newest document.
    private var newest: [UInt32] = []

    var terms = TermTable()
    /// Term in the upper half, place (field and position) in the lower.
    var tokens: [UInt64] = []
    /// Where the tokens of each document begin, with the end of the last.
    var tokenStarts = [0]
    /// For each field the length in each document.
    var lengths: [[UInt32]]

    /// For each number column the value of each document, 0 where it has none.
    var numbers: [[Int64]]
    var hasNumber: [[Bool]]
    var labels: [TermTable]
    /// For each ordinal column where the labels of each document lie.
    var labelRanges: [[Range<UInt32>]]
    var labelNumbers: [[UInt32]]

    init(schema: Schema) {
        self.schema = schema
        let columns = schema.columns.count
        lengths = Array(repeating: [], count: schema.textFields.count)
        numbers = Array(repeating: [], count: columns)
        hasNumber = Array(repeating: [], count: columns)
        labels = Array(repeating: TermTable(), count: columns)
        labelRanges = Array(repeating: [], count: columns)
        labelNumbers = Array(repeating: [], count: columns)
    }

    /// The memory taken, in bytes, with what writing the segment takes besides.
    var byteCount: Int {
        let columnBytes = labels.reduce(0) { $0 + $1.byteCount } + labelNumbers.reduce(0) { $0 + 4 * $1.count }
        let perDocument = 60 + 4 * lengths.count + 17 * schema.columns.count
        return 16 * tokens.count + terms.byteCount + identifiers.byteCount + columnBytes + perDocument * documentCount
    }

    /// Adds a document that was checked; one with the same identifier must have been deleted before.
    mutating func add(_ document: Document) {
        let identifier = Array(document.id.utf8)
        let number = identifiers.insert(identifier, 0..<identifier.count)
        if Int(number) < newest.count {
            newest[Int(number)] = UInt32(documentCount)
        } else {
            newest.append(UInt32(documentCount))
        }
        identifierNumbers.append(number)
        versions.append(document.version)
        isLive.append(true)
        for field in document.fields { addTokens(field) }
        tokenStarts.append(tokens.count)
        for field in lengths.indices where lengths[field].count == documentCount { lengths[field].append(0) }
        for (place, column) in schema.columns.enumerated() {
            if column.kind == .number {
                numbers[place].append(0)
                hasNumber[place].append(false)
            } else {
                labelRanges[place].append(0..<0)
            }
        }
        setColumns(documentCount, document)
        documentCount += 1
        liveCount += 1
    }

    /// The live document of an identifier.
    func document(_ identifier: [UInt8]) -> Int? {
        guard let number = identifiers.number(of: identifier) else { return nil }
        let document = Int(newest[Int(number)])
        return isLive[document] ? document : nil
    }

    /// Gives a live document the version and the updatable columns of a patch that was checked.
    mutating func patch(_ document: Int, _ patch: Document) {
        versions[document] = patch.version
        for (place, column) in schema.columns.enumerated() where column.isUpdatable {
            if column.kind == .number {
                hasNumber[place][document] = false
            } else {
                labelRanges[place][document] = 0..<0
            }
        }
        setColumns(document, patch)
    }

    mutating func delete(_ document: Int) {
        isLive[document] = false
        liveCount -= 1
    }

    private mutating func addTokens(_ field: FieldTokens) {
        let place = Int(field.field.rawValue)
        lengths[place].append(UInt32(field.length))
        let fieldBits = UInt64(field.field.rawValue) << UInt64(DocumentBuffer.positionBits)
        var start = 0
        for index in field.ends.indices {
            let end = Int(field.ends[index])
            let term = terms.insert(field.bytes, start..<end)
            let position = min(field.positions[index], DocumentBuffer.withoutPosition)
            tokens.append(UInt64(term) << 32 | fieldBits | UInt64(position))
            start = end
        }
    }

    /// Takes the values of the columns that a document names.
    private mutating func setColumns(_ number: Int, _ document: Document) {
        for value in document.numbers {
            numbers[value.column][number] = value.value
            hasNumber[value.column][number] = true
        }
        for values in document.ordinals {
            let place = values.column
            let start = UInt32(labelNumbers[place].count)
            for label in values.labels {
                labelNumbers[place].append(labels[place].insert(label, 0..<label.count))
            }
            labelRanges[place][number] = start..<UInt32(labelNumbers[place].count)
        }
    }

    /// Forgets all documents and keeps the memory.
    mutating func removeAll() {
        identifiers.removeAll()
        terms.removeAll()
        identifierNumbers.removeAll(keepingCapacity: true)
        versions.removeAll(keepingCapacity: true)
        isLive.removeAll(keepingCapacity: true)
        newest.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        tokenStarts = [0]
        for field in lengths.indices { lengths[field].removeAll(keepingCapacity: true) }
        for column in schema.columns.indices {
            numbers[column].removeAll(keepingCapacity: true)
            hasNumber[column].removeAll(keepingCapacity: true)
            labels[column].removeAll()
            labelRanges[column].removeAll(keepingCapacity: true)
            labelNumbers[column].removeAll(keepingCapacity: true)
        }
        documentCount = 0
        liveCount = 0
    }
}
