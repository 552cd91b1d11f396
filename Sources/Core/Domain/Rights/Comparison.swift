/// Records side by side, field by field: what is the same, and what they have in common.
package struct Comparison: Hashable, Sendable {
    /// A fact that is compared.
    package enum Field: String, Sendable, Hashable, CaseIterable {
        case title, right, state
        case application, filed, publication, published, registration, registered, priorities
        case applicants, inventors, agencies
        case ipc, cpc, locarno, nice, vienna
        case abstract
        /// The first claim.
        case claim
        /// Publications of the family.
        case family
        /// Documents that the record cites.
        case cited

        /// Whether its values are symbols of a classification.
        var isClass: Bool { [.ipc, .cpc, .locarno, .nice, .vienna].contains(self) }
    }

    /// One field of all records.
    package struct Line: Hashable, Sendable {
        package var field: Field
        /// The values of each record, in the order of the records; empty where it says nothing.
        package var cells: [[String]]

        /// Whether all records say the same, in whatever order.
        package var isSame: Bool { cells.indices.allSatisfy { !isDifferent($0) } }

        /// Whether a record says something else than the first.
        package func isDifferent(_ index: Int) -> Bool { Set(cells[index]) != Set(cells[0]) }

        /// The values that every record has, in the order of the first.
        package var common: [String] {
            let rest = cells.dropFirst().map { Set($0) }
            return rest.isEmpty ? [] : cells[0].filter { value in rest.allSatisfy { $0.contains(value) } }
        }
    }

    /// The fields of which at least one record says something, in the order to show.
    package var lines: [Line]

    /// Compares records.
    ///
    /// - Parameters:
    ///   - rights: The records, at least one.
    ///   - language: Two letters: the language of words, and of texts where a record has several.
    package init(_ rights: [Right], language: String) {
        lines = Field.allCases.compactMap { field in
            let cells = rights.map { Self.values(field, $0, language) }
            return cells.allSatisfy(\.isEmpty) ? nil : Line(field: field, cells: cells)
        }
    }

    /// Classes that every record has; of IPC and CPC also the subclasses where no narrower class is common.
    package var commonClasses: [String] {
        var found: [String] = []
        for line in lines where line.field.isClass {
            var common = line.common
            if common.isEmpty, line.field == .ipc || line.field == .cpc {
                let cells = line.cells.map { symbols in symbols.map { String($0.prefix(Self.subclassLength)) } }
                common = Line(field: line.field, cells: cells).common
            }
            for symbol in common where !found.contains(symbol) { found.append(symbol) }
        }
        return found
    }

    /// `H01M`: section, class and subclass.
    private static let subclassLength = 4

    private static func values(_ field: Field, _ right: Right, _ language: String) -> [String] {
        let record = right.bibliography
        func one(_ text: String?) -> [String] { [text].compactMap(\.self).filter { !$0.isEmpty } }
        func names(_ parties: [Party]) -> [String] { once(parties.map(\.name)) }
        switch field {
        case .title:
            // The words of a mark are its name in every language.
            return one((right.register == .trademark ? nil : right.title(in: language)) ?? right.displayTitle)
        case .right: return [record.right.words.text(in: language)]
        case .state: return [LegalSummary(record).words.text(in: language)]
        case .application: return one(record.application?.number ?? record.fileNumber)
        case .filed: return one(record.application?.date?.description)
        case .publication: return once(record.publications.map { $0.id ?? $0.number })
        case .published: return once(record.publications.compactMap { $0.date?.description })
        case .registration: return one(record.registration?.number)
        case .registered: return one(record.registration?.date?.description)
        case .priorities:
            return once(record.priorities.map { [$0.country, $0.number].compactMap(\.self).joined(separator: " ") })
        case .applicants: return names(record.applicants + record.assignees + record.owners)
        case .inventors: return names(record.inventors + record.designers)
        case .agencies: return names(record.agencies)
        case .ipc: return record.classes.ipc
        case .cpc: return record.classes.cpc
        case .locarno: return record.classes.locarno
        case .nice: return record.classes.nice
        case .vienna: return record.classes.vienna
        case .abstract: return one((text(in: language, record.abstracts)?.text) ?? right.summaries.first)
        case .claim:
            let sets = claims(of: right)
            return one((sets.first { $0.lang?.hasPrefix(language) == true } ?? sets.first)?.items.first)
        case .family:
            guard case .patent(let patent) = right else { return [] }
            return patent.details.family?.publications ?? []
        case .cited:
            return (citations(of: right)?.patents ?? []).compactMap { citation in
                let number = [citation.country, citation.number, citation.kind].compactMap(\.self).joined(
                    separator: " "
                )
                return number.isEmpty ? citation.text : number
            }
        }
    }

    private static func text(in language: String, _ texts: [LocalizedText]) -> LocalizedText? {
        texts.first { $0.lang?.hasPrefix(language) == true }
    }

    private static func claims(of right: Right) -> [ClaimSet] {
        switch right {
        case .patent(let patent): patent.details.claims
        case .design(let design): design.details.claims
        case .trademark, .gi, .layout: []
        }
    }

    private static func citations(of right: Right) -> Citations? {
        switch right {
        case .patent(let patent): patent.details.citations
        case .design(let design): design.details.citations
        case .trademark, .gi, .layout: nil
        }
    }

    /// Each value once, in order.
    private static func once(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}
