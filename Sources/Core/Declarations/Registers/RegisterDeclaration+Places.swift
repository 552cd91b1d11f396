/// Registers whose entries are places that people go to.
extension RegisterDeclaration {
    /// The coordinates and the hours of a place.
    package struct PlaceFields: Sendable, Hashable {
        /// The field with its coordinates.
        package let location: FieldDeclaration
        /// The field with its hours.
        package let hours: FieldDeclaration
    }

    /// The fields that make its entries places: the first coordinates and the first hours that everybody reads; nil where one of
    /// them is missing.
    package var placeFields: PlaceFields? {
        func first(_ sort: FieldType.Sort) -> FieldDeclaration? {
            fields.first { $0.type.sort == sort && readers(of: $0) == .everyone && $0.personal == nil }
        }
        guard read == .everyone, let location = first(.location), let hours = first(.hours) else { return nil }
        return PlaceFields(location: location, hours: hours)
    }
}
