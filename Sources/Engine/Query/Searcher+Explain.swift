import Index

extension Searcher {
    /// Shows every factor of a document's score.
    ///
    /// - Returns: Nil when the snapshot has no such document.
    /// - Throws: As ``search(_:control:)``.
    public func explain(_ request: SearchRequest, id: String) throws(SearchFailure) -> Explanation? {
        guard let place = try reading({ () throws(IndexFailure) in try snapshot.document(forIdentifier: id) })
        else { return nil }
        let plan = try QueryPlan(query: request.query, filter: request.filter, snapshot, options)
        let total = try count(.and([request.query, request.filter, .identifiers([id])])).total
        return try reading { () throws(IndexFailure) in
            let model = try ScoringModel(plan.words, request.scoring, snapshot, options)
            var words: [Explanation.Word] = []
            var score = 0.0
            for word in model.words {
                let explained = try explain(word, place, model)
                score += explained.score
                words.append(explained)
            }
            return Explanation(
                id: id,
                matches: total > 0,
                score: score,
                words: words,
                documentCount: model.documentCount,
                saturation: model.saturation,
                lengthNormalisation: model.lengthNormalisation
            )
        }
    }

    private func explain(
        _ word: ScoringModel.Word,
        _ place: (segment: Int, document: UInt32),
        _ model: ScoringModel
    ) throws(IndexFailure) -> Explanation.Word {
        var fields: [Explanation.Field] = []
        var sum = 0.0
        for term in word.terms {
            let found = try explain(term, word.fields, place, model)
            // The same order of additions as in scoring: the sum of a form's fields first.
            sum += found.reduce(0) { $0 + $1.part }
            fields += found
        }
        return Explanation.Word(
            terms: word.terms,
            boost: word.boost,
            documentFrequency: word.documentFrequency,
            idf: word.idf,
            fields: fields,
            frequency: sum,
            score: sum > 0 ? word.factor * model.saturated(sum) : 0
        )
    }

    private func explain(
        _ term: [UInt8],
        _ mask: FieldMask,
        _ place: (segment: Int, document: UInt32),
        _ model: ScoringModel
    ) throws(IndexFailure) -> [Explanation.Field] {
        let segment = snapshot.segments[place.segment]
        guard let info = try segment.term(term) else { return [] }
        var stream = TermStream(try segment.postings(info))
        guard try stream.seek(place.document) else { return [] }
        var fields: [Explanation.Field] = []
        for (number, field) in snapshot.schema.textFields.enumerated() {
            let id = FieldID(rawValue: UInt8(number))
            guard mask.contains(id), stream.mask & FieldMask(id).rawValue != 0 else { continue }
            let frequency = try stream.frequency(id)
            let length = Int(try segment.fieldLengths(id).length(place.document))
            fields.append(
                Explanation.Field(
                    term: term,
                    field: field.name,
                    frequency: frequency,
                    length: length,
                    averageLength: model.fields[number].average,
                    weight: model.fields[number].weight,
                    part: model.part(frequency, of: number, length: length)
                )
            )
        }
        return fields
    }
}
