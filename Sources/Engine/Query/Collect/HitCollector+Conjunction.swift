import Index

extension HitCollector {
    /// With the rarest term in more documents than one in so many, going from one of them to the next takes longer than
    /// matching whole windows.
    private static let rareShare = 32
    /// Documents looked at between two looks at the clock.
    private static let step = 1_024

    /// Whether the rarest of the terms is so rare that its documents are best looked into one by one.
    func isRare(_ terms: TermConjunction) throws(IndexFailure) -> Bool {
        var documents = 0
        for place in catalogue.segments.indices {
            var least = Int.max
            for (term, _) in terms.terms {
                least = min(least, try catalogue.entry(of: term, in: place)?.documentFrequency ?? 0)
            }
            documents += least
        }
        return documents * Self.rareShare <= model.documentCount
    }

    /// Offers the hits of a conjunction that may be among the first, one after another.
    ///
    /// Only for the order of relevance. A stop leaves the rest out.
    mutating func lookInto(
        _ terms: TermConjunction,
        _ options: SearchOptions,
        _ control: SearchControl,
        to top: inout TopHits
    ) throws(SearchFailure) {
        for place in catalogue.segments.indices {
            do throws(IndexFailure) {
                guard var conjunction = try Conjunction(terms, model, place, catalogue, options) else { continue }
                try offer(&conjunction, place, control, to: &top)
                if conjunction.isCut { isCut = true }
            } catch {
                throw .index(error)
            }
            if control.isCancelled() { throw .cancelled }
        }
    }

    private mutating func offer(
        _ conjunction: inout Conjunction,
        _ place: Int,
        _ control: SearchControl,
        to top: inout TopHits
    ) throws(IndexFailure) {
        let segment = catalogue.segments[place]
        var floor = floor(top)
        var steps = 0
        while let document = try conjunction.next(floor: floor) {
            steps += 1
            if steps % Self.step == 0, control.isStopped { return }
            guard segment.isLive(document) else { continue }
            // Few documents have words at certain places; where no score is too low yet, that is found out first.
            if floor == nil, try !conjunction.passes(document) { continue }
            guard try conjunction.reaches(floor, document) else { continue }
            if floor != nil, try !conjunction.passes(document) { continue }
            let score = try conjunction.score(document)
            if let floor, score < floor { continue }
            try offer(score, place, document, to: &top)
            floor = self.floor(top)
        }
    }
}
