import Domain

/// People and organisations in ST.96.
enum ST96Party {
    /// The party in an element that holds a `Contact` or `PublicationContact`; nil when no name is given.
    static func read(_ element: Element) -> Party? {
        let contact = element.first("Contact") ?? element.first("PublicationContact") ?? element
        guard let name = name(contact.first("Name")) else { return nil }
        var party = Party(name: name)
        party.legalEntity = element.value("LegalEntityName")
        guard let address = contact.first("PostalAddressBag", "PostalAddress") else { return party }
        if let parts = address.first("PostalStructuredAddress") {
            let lines = parts.children("AddressLineText").compactMap(\.collapsedText)
            party.street = lines.isEmpty ? nil : lines.joined(separator: ", ")
            party.city = parts.value("CityName")
            party.region = parts.value("GeographicRegionName")
            party.country = parts.country("CountryCode")
            party.postcode = parts.value("PostalCode")
        } else {
            let lines = address.children("PostalAddressText").compactMap(\.collapsedText)
            party.address = lines.isEmpty ? nil : lines.joined(separator: ", ")
        }
        return party
    }

    /// The name of an organisation or entity, else of a person as given name, family name, suffix.
    static func name(_ element: Element?) -> String? {
        guard let element else { return nil }
        if let entity = element.value("EntityName") { return entity }
        if let organisation = element.value("OrganizationName", "OrganizationStandardName") { return organisation }
        guard let person = element.first("PersonName") else { return nil }
        if let full = person.value("PersonFullName") { return full }
        guard let parts = person.first("PersonStructuredName") else { return nil }
        let names = ["FirstName", "MiddleName", "LastName", "NameSuffix"].compactMap { parts.value($0) }
        return names.isEmpty ? nil : names.joined(separator: " ")
    }
}
