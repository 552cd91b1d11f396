/// The published table of aliases: which printed names are one holder's, and which are not.
///
/// Names are compared as `PartyName.key` does: case, width, blanks and punctuation do not count. A holder has one name
/// in the table, and every other name of theirs stands under it; no line contradicts another.
///
/// **Cost** Looking up a name is one folding and one hashing. 100,000 lines take some 40 MB.
package struct AliasTable: Sendable {
    /// The kind and the name of the definition in which editions are kept.
    package static let definitionKind = "aliases"
    package static let definitionName = "holders"
    /// Lines of an edition at most.
    package static let mostEntries = 100_000
    /// Bytes of a name at most.
    package static let longestName = 500
    /// Characters of a source at most.
    package static let longestSource = 300
    /// Characters of the reason of a proposal at most.
    package static let longestReason = 300

    /// The edition as it was named; nil where none was named.
    package let edition: String?
    /// The lines, by holder and spelling.
    package let entries: [AliasEntry]
    /// Places of the line that puts a spelling under its holder.
    private var places: [String: Int] = [:]
    /// Places of the spellings of each holder.
    private var members: [String: [Int]] = [:]
    /// Places of the lines that tell two names apart, by those of their holders.
    private var apart: [Pair: Int] = [:]
    /// The names of those holders.
    private var toldApart: Set<String> = []

    /// Two names in either order.
    private struct Pair: Hashable {
        let first: String
        let second: String

        init(_ one: String, _ other: String) { (first, second) = one < other ? (one, other) : (other, one) }
    }

    /// A table that says nothing.
    package static var empty: AliasTable { AliasTable() }

    private init() { (edition, entries) = (nil, []) }

    /// Puts a table together.
    ///
    /// - Parameters:
    ///   - entries: The lines in any order.
    ///   - edition: The name of the edition.
    ///   - lines: The line of a file in which each entry stands, for messages.
    /// - Throws: `Failure.invalid` naming the line, or the spelling where there is no file, and the remedy.
    package init(_ entries: [AliasEntry], edition: String? = nil, lines: [Int]? = nil) throws(Failure) {
        guard entries.count <= Self.mostEntries else {
            throw Failure.invalid(
                field: "table",
                reason: "it has \(entries.count) lines; \(Self.mostEntries) are read at most"
            )
        }
        // As a remark it would be read as the version of an export.
        if let edition, Self.version(inRemark: Substring("# " + edition)) != nil {
            throw Failure.invalid(
                field: "edition",
                reason: "\"\(edition)\" is how an export says what it was made of; give the edition another name"
            )
        }
        // The order is that of the text, so that the same lines make the same edition.
        let order = entries.indices.sorted { Self.sortKey(entries[$0]) < Self.sortKey(entries[$1]) }
        let sorted = order.map { entries[$0] }
        self.edition = edition
        self.entries = sorted
        let place = { (index: Int) in
            lines.map { "line \($0[order[index]])" } ?? "the line of \(sorted[index].spelling)"
        }
        try readSpellings(place)
        try readDifferences(place)
    }

    private static func sortKey(_ entry: AliasEntry) -> (String, String, String) {
        (entry.holder, entry.spelling, entry.verdict.rawValue)
    }

    private mutating func readSpellings(_ place: (Int) -> String) throws(Failure) {
        var seen: [Pair: Int] = [:]
        for (index, entry) in entries.enumerated() {
            if let fault = Self.fault(of: entry) { throw Failure.invalid(field: place(index), reason: fault) }
            let (spelling, holder) = (PartyName.key(entry.spelling), PartyName.key(entry.holder))
            if let other = seen.updateValue(index, forKey: Pair(spelling, holder)) {
                let reason = "\(place(other)) says something of the same two names; keep one of them"
                throw Failure.invalid(field: place(index), reason: reason)
            }
            guard entry.verdict == .same else { continue }
            if let other = places.updateValue(index, forKey: spelling) {
                let reason =
                    "\(entry.spelling) stands under \(entries[other].holder) already (\(place(other))); a "
                    + "spelling has one holder"
                throw Failure.invalid(field: place(index), reason: reason)
            }
            members[holder, default: []].append(index)
        }
        for (index, entry) in entries.enumerated() where entry.verdict == .same {
            guard let other = places[PartyName.key(entry.holder)] else { continue }
            let reason =
                "\(entry.holder) stands under \(entries[other].holder) itself (\(place(other))); write "
                + "\(entries[other].holder) as the holder"
            throw Failure.invalid(field: place(index), reason: reason)
        }
    }

    private mutating func readDifferences(_ place: (Int) -> String) throws(Failure) {
        for (index, entry) in entries.enumerated() where entry.verdict == .different {
            let pair = Pair(key(ofHolder: entry.spelling), key(ofHolder: entry.holder))
            guard pair.first != pair.second else {
                let reason = "other lines put \(entry.spelling) and \(entry.holder) under one holder; take one side out"
                throw Failure.invalid(field: place(index), reason: reason)
            }
            if apart[pair] == nil { apart[pair] = index }
            toldApart.formUnion([pair.first, pair.second])
        }
    }

    /// What is wrong with a line by itself, with the remedy; nil for nothing.
    private static func fault(of entry: AliasEntry) -> String? {
        for (name, what) in [(entry.spelling, "spelling"), (entry.holder, "holder")] {
            if PartyName.key(name).isEmpty { return "the \(what) is no name; write one with a letter" }
            // Read again, the line would be a remark.
            if name.unicodeScalars.first(where: { !$0.properties.isWhitespace }) == "#" {
                return "the \(what) begins with #, as remarks do; write it without"
            }
            if name.utf8.count > longestName { return "the \(what) is longer than \(longestName) bytes; shorten it" }
        }
        if PartyName.key(entry.spelling) == PartyName.key(entry.holder) {
            return
                "spelling and holder differ in case, blanks or punctuation at most, which does not count; leave it out"
        }
        if entry.source.allSatisfy(\.isWhitespace) { return "it has no source; write where this is known from" }
        if entry.source.count > longestSource {
            return "the source is longer than \(longestSource) characters; shorten it"
        }
        return nil
    }

    // MARK: Looking up

    /// The line that puts a spelling under its holder; nil for a holder's own name and for one that the table lacks.
    package func entry(of spelling: String) -> AliasEntry? {
        places[PartyName.key(spelling)].map { entries[$0] }
    }

    /// The names of the holder of a name: the one that the others stand under first; empty where the table has none.
    package func names(ofHolderOf name: String) -> [String] {
        guard let group = members[key(ofHolder: name)], let first = group.first else { return [] }
        return [entries[first].holder] + group.map { entries[$0].spelling }
    }

    /// The name under which the table has the holder of a name; the name itself where it has none.
    package func holder(of name: String) -> String {
        let key = key(ofHolder: name)
        return members[key]?.first.map { entries[$0].holder } ?? name
    }

    /// A name as the table prints it: that of a holder or a spelling which is the same but for case, width, blanks and
    /// punctuation; nil where no line puts it under a holder or others under it.
    package func printed(_ name: String) -> String? {
        let key = PartyName.key(name)
        return places[key].map { entries[$0].spelling } ?? members[key]?.first.map { entries[$0].holder }
    }

    /// The line that tells the holders of two names apart.
    package func difference(_ one: String, _ other: String) -> AliasEntry? {
        guard !apart.isEmpty else { return nil }
        return apart[Pair(key(ofHolder: one), key(ofHolder: other))].map { entries[$0] }
    }

    /// Whether any line tells the holder of a name from another.
    package func isToldApart(_ name: String) -> Bool { !apart.isEmpty && toldApart.contains(key(ofHolder: name)) }

    /// Whether two names are the same but for case, width, blanks and punctuation, or stand under one holder.
    package func areOne(_ one: String, _ other: String) -> Bool { key(ofHolder: one) == key(ofHolder: other) }

    private func key(ofHolder name: String) -> String {
        let key = PartyName.key(name)
        return places[key].map { PartyName.key(entries[$0].holder) } ?? key
    }
}
