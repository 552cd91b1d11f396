package import Index
package import Store

/// Makes documents of entries; used by one thread at a time because it keeps its scratch.
package protocol DocumentMaker: AnyObject {
    /// The document of an entry that its source wants; nil where it is to be found nowhere.
    ///
    /// - Throws: What is wrong with the entry; it is left out and named.
    func document(of entry: StoredEntry) throws -> Document?
}
