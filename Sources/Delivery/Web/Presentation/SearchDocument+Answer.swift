package import Discovery
import Domain
import EntryIndex
package import Links
package import Wire

/// An answer as programs read it.
extension SearchDocument {
    /// The document of an answer.
    ///
    /// - Parameters:
    ///   - answer: What was found.
    ///   - state: The search that was asked; its page and next page stand in the document.
    ///   - options: What an address may ask for.
    package init(_ answer: SearchAnswer, state: SearchState, options: SearchState.Options = .standard) {
        self.init(
            total: CountDocument(records: answer.records, samples: answer.samples),
            snapshot: answer.sequence,
            milliseconds: (answer.elapsed.milliseconds * 100).rounded() / 100,
            query: answer.parsed.text,
            expression: answer.parsed.printed()
        )
        families = answer.families.map { CountDocument(records: $0.records, samples: $0.samples) }
        exact = answer.isExact
        behind = answer.behind > 0 ? answer.behind : nil
        understood = answer.parsed.chips().map { chip in
            TermDocument(
                field: chip.label,
                text: chip.text,
                query: chip.query,
                excluded: chip.isExclusion,
                remainder: chip.remainder
            )
        }
        notes = answer.notes
        corrections = answer.corrections.map { correction in
            CorrectionDocument(
                word: correction.word,
                replacement: correction.replacement,
                query: correction.query,
                count: CountDocument(correction.count)
            )
        }
        register = state.register?.rawValue
        sort = state.sort.rawValue
        for selection in state.facets where !selection.isExcluded {
            filters[selection.field, default: []].append(selection.value)
        }
        let out = Dictionary(grouping: state.facets.filter(\.isExcluded), by: \.field).mapValues { $0.map(\.value) }
        excluded = out.isEmpty ? nil : out
        page = state.page
        pageSize = state.pageSize
        if let cursor = answer.next {
            next = Link.search(state.following(cursor.page(at: answer.sequence), options: options)).twin(.json)
        }
        registers = CountDocument.perRegister(answer.registers)
        facets = answer.facets.map(FacetDocument.init)
        hits = answer.hits.map { hit in
            var document = HitDocument(hit)
            if state.groupsFamilies { document.familyHits = hit.familyHits }
            return document
        }
    }
}

extension FacetDocument {
    init(_ count: FacetCount) {
        self.init(
            field: count.facet.rawValue,
            distinct: count.distinct,
            values: count.values.map { value in
                Value(
                    value.label,
                    label: count.facet.words(value.label),
                    count: CountDocument(records: value.records, samples: value.samples),
                    isChosen: value.isPicked,
                    isExcluded: value.isExcluded
                )
            }
        )
    }
}

extension HitDocument {
    init(_ hit: SearchHit) {
        self.init(
            id: hit.id,
            right: hit.right,
            title: hit.title.plain,
            changed: hit.time,
            url: RecordLink(entry: hit.id.description).map { Link.record($0).text } ?? ""
        )
        score = hit.score
        explanation = hit.explanation
        snippet = hit.snippet?.plain
    }
}
