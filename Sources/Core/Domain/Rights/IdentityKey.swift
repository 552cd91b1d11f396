/// A number under which a right is known; one right has several, and no two rights of a register share one.
package struct IdentityKey: Hashable, Sendable {
    /// What kind of number it is.
    package enum Field: String, Hashable, Sendable, CaseIterable {
        // In the order in which they identify: an application is one, its publications may be several.
        case application, registration, publication, fileNumber
    }

    package let field: Field
    /// Normalised, so that prints of one number meet: `CN2019103024301`.
    package let value: String

    package init(field: Field, value: String) {
        self.field = field
        self.value = value
    }
}

extension Right {
    /// All known numbers of the right, the most identifying first, each once.
    package var identityKeys: [IdentityKey] {
        let record = bibliography
        var keys: [IdentityKey] = []
        func add(_ field: IdentityKey.Field, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            let key = IdentityKey(field: field, value: value)
            if !keys.contains(key) { keys.append(key) }
        }
        if let application = record.application {
            let chinese = application.country == "CN" ? ApplicationNumber.read(application.number) : nil
            add(.application, chinese?.id)
            // Until 1988 check digits were printed or not: both prints have to meet.
            for key in chinese?.lookupKeys ?? [] { add(.application, key) }
            if chinese == nil {
                add(
                    .application,
                    RightNumber.applicationID(
                        country: application.country,
                        number: application.number,
                        kind: Self.distinguishing(application.kind)
                    )
                )
            }
        }
        if let registration = record.registration {
            add(.registration, Self.plainID(registration))
        }
        // Geographical indications are published in issues of a bulletin, which many of them share.
        for publication in record.publications where record.right != .gi {
            add(
                .publication,
                publication.country.flatMap {
                    RightNumber.publicationID(country: $0, number: publication.number, kind: publication.kind)
                } ?? Self.plainID(publication)
            )
        }
        if let file = record.fileNumber {
            add(.fileNumber, Self.bare(file))
        }
        return keys
    }

    /// The identity that the right's own numbers give it; nil when it has none.
    ///
    /// Architecture, "Identity": the application number, else the registration, the publication, the file number.
    package var entryID: EntryID? {
        identityKeys.first.map { EntryID(register: register, local: $0.value) }
    }

    /// An `A` after an application number says nothing (ST.13); a `U` tells a utility model of the same number apart.
    private static func distinguishing(_ kind: String?) -> String? {
        kind == "A" || kind == "W" ? nil : kind
    }

    private static func plainID(_ document: DocumentID) -> String? {
        let bare = Self.bare(document.number)
        guard !bare.isEmpty else { return nil }
        guard let country = document.country, !bare.hasPrefix(country) else { return bare }
        return country + bare
    }

    /// ASCII letters, digits and hyphens, upper case.
    private static func bare(_ text: String) -> String {
        String(
            decoding: text.uppercased().utf8.filter {
                (48...57).contains($0) || (65...90).contains($0) || $0 == 45
            },
            as: UTF8.self
        )
    }
}
