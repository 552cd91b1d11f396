package import Bytes

/// What an entry shall be: the content of its next version and what hangs on it.
package struct Draft: Sendable, Hashable {
    /// The content as canonical JSON (RFC 8785).
    package var content: [UInt8]
    /// Long texts, at most one for each part and language.
    package var texts: [EntryText]
    /// Places whose stored texts stay as they are; a stored text that is neither here nor in `texts` ends.
    package var keptTexts: [TextSlot]
    /// Every number and name under which the entry is found.
    package var keys: [LookupKey]
    /// Values for staff lists.
    package var orders: [OrderValue]
    /// Blobs, staged before, that the content names.
    package var blobs: [Digest256]

    /// Describes an entry.
    package init(
        content: [UInt8],
        texts: [EntryText] = [],
        keptTexts: [TextSlot] = [],
        keys: [LookupKey] = [],
        orders: [OrderValue] = [],
        blobs: [Digest256] = []
    ) {
        self.content = content
        self.texts = texts
        self.keptTexts = keptTexts
        self.keys = keys
        self.orders = orders
        self.blobs = blobs
    }
}
