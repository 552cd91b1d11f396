/// The names of a table's columns and what they mean.
struct TableHeader {
    /// The meaning of each column in order, nil where nobody knows it.
    let columns: [TableColumn?]
    /// Names without a known meaning, as printed.
    let unknown: [String]

    init(_ names: [String]) {
        columns = names.map { TableColumn.named($0) }
        unknown = zip(names, columns).filter { $1 == nil }.map { $0.0 }.filter { !$0.isEmpty }
    }

    /// Whether the names are those of a table of rights: one column of numbers, or a title and what belongs to it.
    var isRecognised: Bool {
        let known = Set(columns.compactMap(\.self))
        if !known.isDisjoint(with: TableColumn.numbers) { return true }
        return known.contains(.title) && !known.isDisjoint(with: TableColumn.companions)
    }

    /// What to say once about columns that are left out, nil when there are none.
    var note: String? {
        unknown.isEmpty ? nil : "columns left out because nobody knows them: " + unknown.joined(separator: ", ")
    }
}
