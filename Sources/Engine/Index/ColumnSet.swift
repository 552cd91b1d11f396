import Bytes
import Synchronization

/// The columns of a segment by their place in the schema, each verified when it is first asked for.
final class ColumnSet: Sendable {
    let files: [IndexFile]

    private let numbers: [Int: NumberColumn]
    private let ordinals: [Int: OrdinalColumn]
    /// The places verified so far; two threads may verify one column at once, to the same end.
    private let verified: AtomicBits

    init(
        _ schema: Schema,
        documentCount: Int,
        file: IndexFile,
        updatableFile: IndexFile
    ) throws(IndexFailure) {
        files = [file, updatableFile]
        verified = AtomicBits(count: schema.columns.count)
        var numbers: [Int: NumberColumn] = [:]
        var ordinals: [Int: OrdinalColumn] = [:]
        for (file, isUpdatable) in [(file, false), (updatableFile, true)] {
            var reader = try file.directoryReader()
            try wrap { () throws(FileFailure) in
                guard try reader.count() == documentCount else {
                    throw .corrupt(path: file.mapped.path, reason: "it has another number of documents")
                }
                for (place, column) in schema.columns.enumerated() where column.isUpdatable == isUpdatable {
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
            }
        }
        self.numbers = numbers
        self.ordinals = ordinals
    }

    /// The numbers of a column; nil when the place is no number column.
    func numbers(_ place: Int) throws(IndexFailure) -> NumberColumn? {
        guard let column = numbers[place] else { return nil }
        if !verified.contains(place) {
            try column.verify()
            verified.insert(place)
        }
        return column
    }

    /// The labels of a column; nil when the place is no ordinal column.
    func ordinals(_ place: Int) throws(IndexFailure) -> OrdinalColumn? {
        guard let column = ordinals[place] else { return nil }
        if !verified.contains(place) {
            try column.verify()
            verified.insert(place)
        }
        return column
    }
}
