import Bytes
import Synchronization

/// The columns in one file of a segment by their place in the schema, each verified when it is first asked for.
final class ColumnSet: Sendable {
    let file: IndexFile

    private let numbers: [Int: NumberColumn]
    private let ordinals: [Int: OrdinalColumn]
    /// The versions of the documents; nil in the file of the columns that are not updatable.
    private let versions: PackedArray?
    /// The places verified so far; two threads may verify one column at once, to the same end.
    private let verified: AtomicBits
    /// Those of them whose only label every document has.
    private let constant: AtomicBits

    init(
        _ schema: Schema,
        documentCount: Int,
        file: IndexFile,
        updatable: Bool
    ) throws(IndexFailure) {
        self.file = file
        verified = AtomicBits(count: schema.columns.count)
        constant = AtomicBits(count: schema.columns.count)
        var numbers: [Int: NumberColumn] = [:]
        var ordinals: [Int: OrdinalColumn] = [:]
        var reader = try file.directoryReader()
        versions = try wrap { () throws(FileFailure) in
            guard try reader.count() == documentCount else {
                throw .corrupt(path: file.mapped.path, reason: "it has another number of documents")
            }
            let versions = updatable ? try PackedPlace(&reader).array(file, count: documentCount) : nil
            for (place, column) in schema.columns.enumerated() where column.isUpdatable == updatable {
                switch column.kind {
                case .number:
                    let start = try reader.count(limit: file.mapped.count)
                    numbers[place] = NumberColumn(file, summaries: start, documentCount: documentCount)
                case .ordinals(let multiple, let order):
                    ordinals[place] = try OrdinalColumn(
                        file,
                        &reader,
                        documentCount: documentCount,
                        multiple: multiple,
                        order: order
                    )
                }
            }
            return versions
        }
        self.numbers = numbers
        self.ordinals = ordinals
    }

    /// The version of a document; 0 where there are none.
    func version(_ document: Int) throws(IndexFailure) -> UInt64 {
        guard let versions, document < versions.count else { return 0 }
        try file.touch(versions, document..<document + 1)
        return versions[document]
    }

    /// The numbers of a column; nil when the place is none of this file's number columns.
    func numbers(_ place: Int) throws(IndexFailure) -> NumberColumn? {
        guard let column = numbers[place] else { return nil }
        if !verified.contains(place) {
            try column.verify()
            verified.insert(place)
        }
        return column
    }

    /// The labels of a column; nil when the place is none of this file's ordinal columns.
    func ordinals(_ place: Int) throws(IndexFailure) -> OrdinalColumn? {
        guard var column = ordinals[place] else { return nil }
        if !verified.contains(place) {
            try column.verify()
            // Before the place counts as verified; the bits are relaxed, but one not seen yet only costs time.
            if try column.findConstant() { constant.insert(place) }
            verified.insert(place)
        }
        column.isConstant = constant.contains(place)
        return column
    }
}
