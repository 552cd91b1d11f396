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
        let segment = snapshot.segments[place.segment]
        var fields: [Explanation.Field] = []
        var sum = 0.0
        for term in word.terms {
            guard let info = try segment.term(term) else { continue }
            var stream = TermStream(try segment.postings(info))
            guard try stream.seek(place.document) else { continue }
            // The same order of additions as in scoring: the sum of a form's fields first.
            var formSum = 0.0
            for (number, field) in snapshot.schema.textFields.enumerated() {
                let id = FieldID(rawValue: UInt8(number))
                guard word.fields.contains(id), stream.mask & FieldMask(id).rawValue != 0 else { continue }
                let frequency = try stream.frequency(id)
                let length = Int(try segment.fieldLengths(id).length(place.document))
                let part = model.part(frequency, of: number, length: length)
                formSum += part
                fields.append(
                    Explanation.Field(
                        term: term,
                        field: field.name,
                        frequency: frequency,
                        length: length,
                        averageLength: model.fields[number].average,
                        weight: model.fields[number].weight,
                        part: part
                    )
                )
            }
            sum += formSum
        }
        let score = sum > 0 ? word.factor * model.saturated(sum) : 0
        return Explanation.Word(
            terms: word.terms,
            boost: word.boost,
            documentFrequency: word.documentFrequency,
            idf: word.idf,
            fields: fields,
            frequency: sum,
            score: score
        )
    }
}
