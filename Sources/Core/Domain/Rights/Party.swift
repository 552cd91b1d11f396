/// A person or organisation named in a record, as gazetted.
package struct Party: Codable, Hashable, Sendable {
    /// As printed, trimmed, white space collapsed; structured names as given name, family name, suffix.
    package var name: String
    /// Two letters of WIPO ST.3.
    package var country: String?
    /// State or province as printed.
    package var region: String?
    package var city: String?
    package var district: String?
    package var street: String?
    package var postcode: String?
    /// The address in one line where the source has it so.
    package var address: String?
    /// Number of the party at its office, such as an agency code.
    package var code: String?
    package var role: String?
    package var legalEntity: String?

    package init(
        name: String,
        country: String? = nil,
        region: String? = nil,
        city: String? = nil,
        district: String? = nil,
        street: String? = nil,
        postcode: String? = nil,
        address: String? = nil,
        code: String? = nil,
        role: String? = nil,
        legalEntity: String? = nil
    ) {
        self.name = name
        self.country = country
        self.region = region
        self.city = city
        self.district = district
        self.street = street
        self.postcode = postcode
        self.address = address
        self.code = code
        self.role = role
        self.legalEntity = legalEntity
    }
}
