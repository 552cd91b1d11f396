internal import Bytes
internal import SQLCore

/// Turns what an entry is and what it shall be into the rows to write.
struct WritePlanner {
    /// How the salt of a new version is made.
    enum Salt {
        /// From entry and version: public records of an import.
        case derived
        /// At random: everything else.
        case random
    }

    let options: StoreOptions
    let compressor: Compressor
    let salt: Salt

    /// Plans one write; afterwards `base` is what it leaves behind.
    ///
    /// - Throws: `Rejection` when a value cannot be kept.
    func plan(
        _ draft: Draft,
        source: SourceRecord?,
        register: String,
        entry: String,
        on base: inout EntryBase,
        in transaction: borrowing Transaction
    ) throws -> PreparedWrite {
        try DraftCheck(options: options).check(draft, in: transaction)
        let old = base
        let (texts, digests) = try planTexts(draft, on: old)
        let slots = digests.sorted { $0.key < $1.key }.map { (slot: $0.key, digest: $0.value) }
        let isSame =
            old.version > 0 && old.state == .live
            && ContentDigest.of(salt: old.salt, content: draft.content, texts: slots) == old.digest
        base.revision += 1
        if !isSame {
            base.version = old.version + 1
            base.salt =
                salt == .derived
                ? ContentDigest.importSalt(entry: entry, version: base.version) : ContentDigest.randomSalt()
            base.digest = ContentDigest.of(salt: base.salt, content: draft.content, texts: slots)
            base.state = .live
            base.texts = digests
        }
        var seen: Set<LookupKey> = []
        return PreparedWrite(
            register: register,
            entry: entry,
            baseRevision: old.revision,
            baseVersion: old.version,
            baseState: old.state,
            version: base.version,
            digest: base.digest,
            salt: base.salt,
            content: isSame ? [] : try compressor.compress(draft.content),
            keys: draft.keys.filter { seen.insert($0).inserted },
            texts: isSame ? [] : texts,
            orders: draft.orders,
            blobs: draft.blobs,
            sources: try planSources(source, draft: draft, isSame: isSame, base: &base)
        )
    }

    private func planTexts(
        _ draft: Draft,
        on base: EntryBase
    ) throws -> (texts: [PreparedWrite.Text], digests: [TextSlot: Digest256]) {
        guard !draft.texts.isEmpty || !draft.keptTexts.isEmpty || !base.texts.isEmpty else { return ([], [:]) }
        var texts: [PreparedWrite.Text] = []
        var digests: [TextSlot: Digest256] = [:]
        for slot in draft.keptTexts { digests[slot] = base.texts[slot] }
        for text in draft.texts {
            let bytes = Array(text.text.utf8)
            let digest = sha256(bytes)
            digests[text.slot] = digest
            guard base.texts[text.slot] != digest else { continue }
            let isLong = bytes.count >= options.compressTextsFrom
            texts.append(
                PreparedWrite.Text(
                    slot: text.slot,
                    digest: digest,
                    isCompressed: isLong,
                    body: isLong ? try compressor.compress(bytes) : bytes
                )
            )
        }
        for slot in base.texts.keys.sorted() where digests[slot] == nil {
            texts.append(PreparedWrite.Text(slot: slot, digest: Digest256(), isCompressed: false, body: nil))
        }
        return (texts, digests)
    }

    // The source that speaks now, and with a new version all others too: they are compressed against its words.
    private func planSources(
        _ source: SourceRecord?,
        draft: Draft,
        isSame: Bool,
        base: inout EntryBase
    ) throws -> [SourceRow] {
        if let source { base.sources.removeAll { $0.isSame(as: source) } }
        let others = isSame ? [] : base.sources
        if let source { base.sources.append(source) }
        let changed = others + (source.map { [$0] } ?? [])
        guard !changed.isEmpty else { return [] }
        let words = SourceWords(of: draft)
        return try changed.map { try SourceRow($0, words: words, with: compressor) }
    }
}
