import Index

extension Searcher {
    /// Shows every factor of a document's score.
    ///
    /// - Returns: Nil when the snapshot has no such document.
    /// - Throws: As ``search(_:control:)``.
    public func explain(_ request: SearchRequest, id: String) throws(SearchFailure) -> Explanation? {
        try explain(request, ids: [id])[id]
    }

    /// Shows every factor of the scores of some documents, whether they match or not.
    ///
    /// - Returns: By id, as far as the snapshot has the document and there was time.
    /// - Throws: As ``search(_:control:)``.
    public func explain(
        _ request: SearchRequest,
        ids: [String],
        control: SearchControl = SearchControl()
    ) throws(SearchFailure) -> [String: Explanation] {
        let plan = try QueryPlan(query: request.query, filter: request.filter, snapshot, options)
        let model = try reading { () throws(IndexFailure) in
            try ScoringModel(plan.words, request.scoring, snapshot, plan.catalogue, options)
        }
        var explanations: [String: Explanation] = [:]
        for id in ids {
            if control.isCancelled() { throw .cancelled }
            if control.isLate { break }
            explanations[id] = try reading { () throws(IndexFailure) in try explanation(of: id, model, plan.catalogue) }
        }
        return explanations
    }

    private func explanation(
        of id: String,
        _ model: ScoringModel,
        _ catalogue: TermCatalogue
    ) throws(IndexFailure) -> Explanation? {
        guard let place = try snapshot.document(forIdentifier: id) else { return nil }
        let explainer = DocumentExplainer(
            schema: snapshot.schema,
            model: model,
            catalogue: catalogue,
            segment: place.segment,
            document: place.document
        )
        var words: [Explanation.Word] = []
        for word in model.words { words.append(try explainer.explain(word)) }
        return Explanation(
            id: id,
            score: words.reduce(0) { $0 + $1.score },
            words: words,
            documentCount: model.documentCount,
            saturation: model.saturation,
            lengthNormalisation: model.lengthNormalisation
        )
    }
}

/// Works out the factors of the words of one document.
private struct DocumentExplainer {
    let schema: Schema
    let model: ScoringModel
    let catalogue: TermCatalogue
    /// The place of the document's segment, and its number there.
    let segment: Int
    let document: UInt32

    func explain(_ word: ScoringModel.Word) throws(IndexFailure) -> Explanation.Word {
        var fields: [Explanation.Field] = []
        var sum = 0.0
        for term in word.terms {
            let found = try explain(term, word.fields)
            // The same order of additions as in scoring: the sum of a form's fields first.
            sum += max(0, found.reduce(0) { $0 + $1.part })
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

    private func explain(_ term: [UInt8], _ mask: FieldMask) throws(IndexFailure) -> [Explanation.Field] {
        let reader = catalogue.segments[segment]
        guard let info = try catalogue.entry(of: term, in: segment) else { return [] }
        var stream = TermStream(try reader.postings(info))
        guard try stream.seek(document) else { return [] }
        var fields: [Explanation.Field] = []
        for (number, field) in schema.textFields.enumerated() {
            let id = FieldID(rawValue: UInt8(number))
            guard mask.contains(id), try stream.mask() & FieldMask(id).rawValue != 0 else { continue }
            let frequency = try stream.frequency(id)
            let length = Int(try reader.fieldLengths(id).length(document))
            fields.append(
                Explanation.Field(
                    term: term,
                    field: field.name,
                    frequency: frequency,
                    length: length,
                    averageLength: model.fields[number].average,
                    weight: model.fields[number].weight,
                    part: model.fields[number].part(UInt32(frequency), length: UInt32(length))
                )
            )
        }
        return fields
    }
}
