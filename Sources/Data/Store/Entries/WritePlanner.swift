internal import Bytes

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
        on base: inout EntryBase
    ) throws -> PreparedWrite {
        try check(draft, register: register, entry: entry)
        let old = base
        let (texts, digests) = try planTexts(draft, on: old)
        let keys = KeyList.text(draft.keys)
        let slots = digests.sorted { $0.key < $1.key }.map { (slot: $0.key, digest: $0.value) }
        let isSame =
            old.version > 0 && old.state == .live && keys == old.keys
            && ContentDigest.of(salt: old.salt, content: draft.content, texts: slots) == old.digest
        if !isSame {
            base.version = old.version + 1
            base.salt =
                salt == .derived
                ? ContentDigest.importSalt(entry: entry, version: base.version) : ContentDigest.randomSalt()
            base.digest = ContentDigest.of(salt: base.salt, content: draft.content, texts: slots)
            base.state = .live
            base.keys = keys
            base.content = draft.content
            base.texts = digests
        }
        let sources = try source.map { try planSources($0, isSame: isSame, old: old, base: &base) } ?? []
        let oldKeys = KeyList.keys(old.keys)
        let (added, removed) = keys == old.keys ? ([], []) : difference(draft.keys, oldKeys)
        return PreparedWrite(
            register: register,
            entry: entry,
            baseVersion: old.version,
            baseState: old.state,
            version: base.version,
            digest: base.digest,
            salt: base.salt,
            content: isSame ? [] : try compressor.compress(draft.content),
            keys: keys,
            addedKeys: added,
            removedKeys: removed,
            texts: isSame ? [] : texts,
            orders: draft.orders,
            blobs: draft.blobs,
            sources: sources
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
            let slot = TextSlot(part: text.part, language: text.language)
            let bytes = Array(text.text.utf8)
            let digest = sha256(bytes)
            digests[slot] = digest
            guard base.texts[slot] != digest else { continue }
            let isLong = bytes.count >= options.compressTextsFrom
            texts.append(
                PreparedWrite.Text(
                    slot: slot,
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

    private func planSources(
        _ source: SourceRecord,
        isSame: Bool,
        old: EntryBase,
        base: inout EntryBase
    ) throws -> [PreparedWrite.Source] {
        var rows: [PreparedWrite.Source] = []
        base.sources.removeAll { $0.record.format == source.format && $0.record.recordKey == source.recordKey }
        for index in base.sources.indices where base.sources[index].isContentOfEntry && !isSame {
            // The content of the entry goes on without this source, which so far was all of it.
            base.sources[index].isContentOfEntry = false
            let record = base.sources[index].record
            rows.append(
                PreparedWrite.Source(
                    format: record.format,
                    recordKey: record.recordKey,
                    digest: record.digest,
                    content: try compressor.compress(record.content)
                )
            )
        }
        let isContentOfEntry = base.sources.isEmpty && source.content == base.content
        base.sources.append(EntryBase.Source(record: source, isContentOfEntry: isContentOfEntry))
        rows.append(
            PreparedWrite.Source(
                format: source.format,
                recordKey: source.recordKey,
                digest: source.digest,
                content: isContentOfEntry ? nil : try compressor.compress(source.content)
            )
        )
        return rows
    }

    private func difference(
        _ new: [LookupKey],
        _ old: [LookupKey]
    ) -> (added: [LookupKey], removed: [LookupKey]) {
        let newSet = Set(new)
        let oldSet = Set(old)
        var seen = oldSet
        // Each key once, in the order of the draft.
        return (new.filter { seen.insert($0).inserted }, old.filter { !newSet.contains($0) })
    }

    private func check(_ draft: Draft, register: String, entry: String) throws {
        guard !entry.isEmpty, !register.isEmpty else { throw Rejection("no number") }
        guard !entry.utf8.contains(0), !register.utf8.contains(0) else { throw Rejection("U+0000 in a number") }
        guard draft.content.count <= options.largestContent else {
            throw Rejection("content of \(draft.content.count) bytes, more than \(options.largestContent)")
        }
        for key in draft.keys {
            // All bytes up to the line end are control characters or tab.
            for part in [key.scope, key.field, key.value] where part.utf8.contains(where: { $0 < 0x0B }) {
                throw Rejection("a control character in \(key.field)")
            }
        }
        for text in draft.texts {
            guard !text.text.utf8.contains(0) else { throw Rejection("U+0000 in \(text.part)") }
            guard text.text.utf8.count <= options.largestContent else {
                throw Rejection("\(text.part) of \(text.text.utf8.count) bytes, more than \(options.largestContent)")
            }
        }
    }
}
