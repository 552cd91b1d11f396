/// One place of a file in a batch: a record, or a place where the reader rejected one.
package struct ImportItem: Sendable {
    /// Where the import of the file goes on after this item; it grows from item to item.
    package let position: Int64
    /// The record, or nil when the reader rejected it.
    package let record: ImportRecord?

    /// Describes an item.
    package init(position: Int64, record: ImportRecord?) {
        self.position = position
        self.record = record
    }
}
