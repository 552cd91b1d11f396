extension AliasTable {
    /// The table with some lines that were decided on; each wins over what was said of its two names before.
    ///
    /// A holder that becomes a spelling of another takes its own spellings along. A line that says what the table says
    /// already changes nothing.
    /// - Throws: `Failure.conflict` for a spelling that stands under a third holder.
    package func accepting(_ decided: [AliasEntry]) throws(Failure) -> AliasTable {
        var table = self
        for entry in decided {
            switch entry.verdict {
            case .same: table = try table.joining(entry)
            case .different: table = try table.parting(entry)
            }
        }
        return table
    }

    private func joining(_ entry: AliasEntry) throws(Failure) -> AliasTable {
        guard !areOne(entry.spelling, entry.holder) else { return self }
        if let known = self.entry(of: entry.spelling) {
            throw Failure.conflict(
                reason:
                    "\(entry.spelling) stands under \(known.holder) in the table; import an edition that says which "
                    + "holder it has, or reject the proposal"
            )
        }
        let holder = holder(of: entry.holder)
        var entries = entries.filter { line in
            line.verdict == .same
                || !(areOne(line.spelling, entry.spelling) && areOne(line.holder, holder)
                    || areOne(line.spelling, holder) && areOne(line.holder, entry.spelling))
        }
        let spelling = PartyName.key(entry.spelling)
        for place in entries.indices
        where entries[place].verdict == .same && PartyName.key(entries[place].holder) == spelling {
            entries[place].holder = holder
        }
        entries.append(
            AliasEntry(entry.spelling, of: holder, .same, source: entry.source, from: entry.from)
        )
        return try AliasTable(entries, edition: edition)
    }

    private func parting(_ entry: AliasEntry) throws(Failure) -> AliasTable {
        guard difference(entry.spelling, entry.holder) == nil else { return self }
        guard areOne(entry.spelling, entry.holder) else { return try AliasTable(entries + [entry], edition: edition) }
        // Of the two, the one that stands under another name goes; a name that the others stand under stays.
        let isSpelling = self.entry(of: entry.spelling) != nil
        let leaving = PartyName.key(isSpelling ? entry.spelling : entry.holder)
        let rest = entries.filter { $0.verdict == .different || PartyName.key($0.spelling) != leaving }
        let staying = isSpelling ? holder(of: entry.spelling) : entry.spelling
        let parted = AliasEntry(
            isSpelling ? entry.spelling : entry.holder,
            of: staying,
            .different,
            source: entry.source,
            from: entry.from
        )
        return try AliasTable(rest + [parted], edition: edition)
    }
}
