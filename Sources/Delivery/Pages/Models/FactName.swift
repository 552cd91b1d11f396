/// The names of the facts of a record; the table of texts has each in both languages as `fact.NAME`.
package enum FactName: String, Sendable, Hashable, CaseIterable {
    // Numbers and dates.
    case applicationNumber, publicationNumber, registrationNumber, fileNumber, certificateNumber, grantNumber
    case applicationDate, publicationDate, registrationDate, grantDate, preliminaryDate
    case priorityDate, effectiveDate, expiryDate, renewalDate, decisionDate, completionDate, firstUseDate
    case internationalApplication, internationalPublication, nationalPhaseDate
    // People.
    case applicant, assignee, inventor, designer, owner, user, agency, agent, examiner
    // Contents.
    case kind, mainClass, keywords, countries, region, gazette, termOfProtection, citedBy, familyID
    // Marks.
    case markText, markCategory, markFeature, markDescription, disclaimer, colourClaim, translation
    // Geographical indications.
    case protection, productType, category, legalBasis
    // Layout-designs.
    case structure, technology, function
}
