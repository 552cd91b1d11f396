package import Domain

/// The records of this node among the documents that a record names: members of its family, priorities, citations.
package struct NamedRecords: Sendable {
    /// A record, as it may be published, without its long texts.
    package struct Record: Sendable {
        package var id: EntryID
        package var right: Right

        package init(id: EntryID, right: Right) {
            self.id = id
            self.right = right
        }
    }

    private let records: [IdentityKey: Record]

    package init(_ records: [IdentityKey: Record] = [:]) {
        self.records = records
    }

    /// The record that has a number.
    package subscript(_ key: IdentityKey?) -> Record? { key.flatMap { records[$0] } }

    /// The keys of everything that a record names, family and priorities before citations, each once.
    static func keys(of right: Right) -> [IdentityKey] {
        let record = right.bibliography
        var keys: [IdentityKey?] = []
        if case .patent(let patent) = right {
            keys += (patent.details.family?.publications ?? []).map { IdentityKey(field: .publication, value: $0) }
        }
        keys += record.priorities.map { .application(DocumentID(country: $0.country, number: $0.number)) }
        keys += record.related.map(\.key)
        keys += (right.citations?.patents ?? []).map { citation in
            citation.number.flatMap {
                .publication(DocumentID(country: citation.country, number: $0, kind: citation.kind))
            }
        }
        var seen: Set<IdentityKey> = []
        return keys.compactMap(\.self).filter { seen.insert($0).inserted }
    }
}
