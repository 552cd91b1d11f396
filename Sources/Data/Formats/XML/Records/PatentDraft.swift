import Domain

/// Collects what patents and designs have in common until the kind of right is known.
struct PatentDraft {
    var bibliography: Bibliography
    var claims: [ClaimSet] = []
    var description: [LocalizedText] = []
    var citations = Citations()
    var pct = InternationalFiling()
    var family = Family()
    var drawings = Drawings()
    var designatedStates: [String] = []
    var designNumber: String?
    var termYears: Int?
    var termExtensionDays: Int?

    init(_ kind: RightKind) {
        bibliography = Bibliography(right: kind)
    }

    /// The right, of the kind the bibliography names.
    ///
    /// - Throws: `MappingFailure` when it has no number by which it could be known.
    func right() throws(MappingFailure) -> Right {
        var bibliography = bibliography
        guard bibliography.application != nil || !bibliography.publications.isEmpty else {
            throw MappingFailure("it has neither an application number nor a publication number; add one of them")
        }
        bibliography.drawings = drawings.isEmpty ? nil : drawings
        if bibliography.right == .design {
            var details = Design.Details()
            details.designNumber = designNumber
            details.claims = claims
            details.description = description
            details.citations = citations.isEmpty ? nil : citations
            details.termYears = termYears
            return .design(Design(bibliography: bibliography, details: details))
        }
        var details = Patent.Details()
        details.pct = pct.isEmpty ? nil : pct
        details.claims = claims
        details.description = description
        details.citations = citations.isEmpty ? nil : citations
        details.family = family.isEmpty ? nil : family
        details.designatedStates = designatedStates
        details.termYears = termYears
        details.termExtensionDays = termExtensionDays
        return .patent(Patent(bibliography: bibliography, details: details))
    }
}
