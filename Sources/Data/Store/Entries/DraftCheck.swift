internal import SQLCore

/// Looks a draft over before anything of it is stored.
struct DraftCheck {
    let options: StoreOptions

    /// Refuses what no row can keep.
    ///
    /// - Throws: `Rejection` with the reason.
    func check(_ draft: Draft, in transaction: borrowing Transaction) throws {
        guard draft.content.count <= options.largestContent else {
            throw Rejection("content of \(draft.content.count) bytes, more than \(options.largestContent)")
        }
        for key in draft.keys {
            for part in [key.scope, key.field, key.value] where part.utf8.contains(where: isControl) {
                throw Rejection("a control character in \(key.field)")
            }
        }
        try check(draft.texts)
        for order in draft.orders {
            if order.field.utf8.contains(0) { throw Rejection("U+0000 in the name of a field") }
            if order.text?.utf8.contains(0) == true { throw Rejection("U+0000 in \(order.field)") }
        }
        for digest in draft.blobs
        where try transaction.first(BlobStatements.known, [.digest(digest)], { _ in true }) == nil {
            throw Rejection("it names blob \(digest), which was not staged or was swept")
        }
    }

    private func check(_ texts: [EntryText]) throws {
        var slots: Set<TextSlot> = []
        for text in texts {
            // The names stand in lines of their own in the digest of the version.
            if text.part.utf8.contains(where: isControl) || text.language.utf8.contains(where: isControl) {
                throw Rejection("a control character in the name of a text")
            }
            guard slots.insert(text.slot).inserted else {
                throw Rejection("two texts of \(text.part) in the language \(text.language)")
            }
            guard !holdsZero(text.text) else { throw Rejection("U+0000 in \(text.part)") }
            guard text.text.utf8.count <= options.largestContent else {
                throw Rejection("\(text.part) of \(text.text.utf8.count) bytes, more than \(options.largestContent)")
            }
        }
    }

    // Counted to the end, which a processor does many bytes at a time: hardly any text has one.
    private func holdsZero(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var zeros = 0
        for index in bytes.indices { zeros &+= bytes[index] == 0 ? 1 : 0 }
        return zeros > 0
    }

    // Control characters, among them tab and line end, by which lists of names are divided.
    private func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }
}
