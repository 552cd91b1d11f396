package import Domain

extension GeoPoint {
    /// The point of a value of a field of the type `location`; nil for another value.
    package init?(_ value: FieldValue) {
        guard let latitude = value["latitude"], let longitude = value["longitude"] else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }
}
