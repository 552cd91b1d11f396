/// The classification symbols of a record, each list in file order without repeats, in the normal forms of the field.
package struct Classes: Codable, Hashable, Sendable {
    /// `H02K 17/02`.
    @List package var ipc: [String]
    @List package var cpc: [String]
    /// `340/539.12`.
    @List package var uspc: [String]
    /// `14-02`.
    @List package var locarno: [String]
    package var locarnoEdition: String?
    @List package var nationalDesign: [String]
    /// `9`, without leading zero.
    @List package var nice: [String]
    /// US trademark classes as printed, such as `021`.
    @List package var usClass: [String]
    @List package var designSearch: [String]
    /// Vienna codes of figurative elements, `7.1.1`.
    @List package var vienna: [String]
    /// Similar groups of the Chinese goods table, `0901`.
    @List package var similarGroups: [String]
    @List package var fi: [String]
    @List package var fterm: [String]
    @List package var theme: [String]

    package init() {}

    package var isEmpty: Bool { self == Classes() }
}

extension KeyedDecodingContainer {
    /// Synthesised decoding calls this overload, so that a record without classes reads as one with none.
    package func decode(_ type: Classes.Type, forKey key: Key) throws -> Classes {
        try decodeIfPresent(Classes.self, forKey: key) ?? Classes()
    }
}

extension KeyedEncodingContainer {
    /// Synthesised encoding calls this overload, so that a record without classes leaves no trace of them.
    package mutating func encode(_ value: Classes, forKey key: Key) throws {
        guard !value.isEmpty else { return }
        try encodeIfPresent(value, forKey: key)
    }
}
