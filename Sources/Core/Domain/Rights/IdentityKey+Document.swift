extension IdentityKey {
    /// The key of a published document that another record names, in the form of ``Right/identityKeys``; nil without a
    /// country.
    package static func publication(_ document: DocumentID) -> IdentityKey? {
        document.country.flatMap { country in
            RightNumber.publicationID(country: country, number: document.number, kind: document.kind)
        }
        .map { IdentityKey(field: .publication, value: $0) }
    }

    /// The key of an application that another record names, as of a priority.
    package static func application(_ document: DocumentID) -> IdentityKey? {
        RightNumber.applicationID(country: document.country, number: document.number)
            .map { IdentityKey(field: .application, value: $0) }
    }
}

extension Relation {
    /// The key of the document that is named: an earlier publication, else an application; nil without a number.
    package var key: IdentityKey? {
        number.flatMap { number in
            let document = DocumentID(country: country, number: number, kind: kind)
            return relation == "earlierPublication" ? .publication(document) : .application(document)
        }
    }
}
