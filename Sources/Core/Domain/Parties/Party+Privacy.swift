extension Party {
    /// Whether the party is an organisation, by what its source says or else by its name.
    package var isOrganisation: Bool {
        if let legalEntity, !legalEntity.isEmpty {
            let stated = legalEntity.lowercased()
            return !["individual", "natural", "个人", "自然人"].contains { stated.contains($0) }
        }
        return PartyName.isOrganisation(name)
    }

    /// The party as it may be published: a private person's address goes no further than the city.
    ///
    /// Street, district and postcode go; of an address in one line stays the province and city that begin it, or
    /// nothing where none is recognised. Organisations stay as they are.
    package var masked: Party {
        guard !isOrganisation else { return self }
        var masked = self
        masked.street = nil
        masked.district = nil
        masked.postcode = nil
        masked.address = address.flatMap { RecognisedRegion.find(address: $0)?.name }
        return masked
    }
}
