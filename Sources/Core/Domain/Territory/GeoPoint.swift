internal import Foundation

/// A point on the Earth in degrees of WGS 84, kept in millionths of a degree, which are 11 cm.
package struct GeoPoint: Sendable, Hashable {
    /// Millionths of a degree, north of the equator from 0.
    package let latitude: Int64
    /// Millionths of a degree, east of Greenwich from 0.
    package let longitude: Int64

    /// The mean radius of the Earth in metres.
    ///
    /// **Source** GRS 80, R1 (Moritz, Geodetic Reference System 1980).
    private static let radius = 6_371_008.8
    /// Half of a great circle, in metres: nothing on the Earth is farther away.
    package static let farthest = Int(radius * Double.pi)

    /// Takes millionths of a degree; nil for what is no point.
    package init?(latitude: Int64, longitude: Int64) {
        guard (-90_000_000...90_000_000).contains(latitude), (-180_000_000...180_000_000).contains(longitude) else {
            return nil
        }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Takes degrees as they are written; nil for what is no point.
    package init?(latitude: String, longitude: String) {
        guard let latitude = Self.millionths(latitude), let longitude = Self.millionths(longitude) else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }

    /// Reads `34.26,108.94`: latitude, comma, longitude.
    package init?(_ text: String) {
        let halves = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2 else { return nil }
        self.init(latitude: halves[0], longitude: halves[1])
    }

    /// The point in thousandths of a degree, about 100 m: exact enough to find a place, and not where somebody lives.
    package var rounded: String { Self.thousandths(latitude) + "," + Self.thousandths(longitude) }

    /// The way along a great circle, in metres.
    ///
    /// **Source** the haversine formula (Sinnott, Virtues of the Haversine, 1984); the Earth is taken as a ball, which errs by
    /// 0.5 % at most.
    package func distance(to other: GeoPoint) -> Int {
        let (first, second) = (Self.radians(latitude), Self.radians(other.latitude))
        let north = sin((second - first) / 2)
        let east = sin(Self.radians(other.longitude - longitude) / 2)
        let square = north * north + cos(first) * cos(second) * east * east
        return Int((2 * Self.radius * asin(min(1, square.squareRoot()))).rounded())
    }

    /// Latitudes and longitudes between which every point lies that is no farther away than so many metres.
    ///
    /// **Source** Matuschek, Finding Points Within a Distance of a Latitude/Longitude Using Bounding Coordinates. Where the circle
    /// holds a pole or crosses the meridian of 180 degrees, all longitudes are in the box.
    package func box(within metres: Int) -> (latitude: ClosedRange<Int64>, longitude: ClosedRange<Int64>) {
        let angle = min(Double.pi, Double(metres) / Self.radius)
        let high = Self.radians(latitude) + angle
        let low = Self.radians(latitude) - angle
        let latitudes = Self.degrees(max(low, -.pi / 2), down: true)...Self.degrees(min(high, .pi / 2), down: false)
        let all: ClosedRange<Int64> = -180_000_000...180_000_000
        guard high < .pi / 2, low > -.pi / 2 else { return (latitudes, all) }
        let width = asin(min(1, sin(angle) / cos(Self.radians(latitude))))
        let west = Self.degrees(Self.radians(longitude) - width, down: true)
        let east = Self.degrees(Self.radians(longitude) + width, down: false)
        return (latitudes, all.contains(west) && all.contains(east) ? west...east : all)
    }

    private static func radians(_ millionths: Int64) -> Double { Double(millionths) * .pi / 180_000_000 }

    /// Millionths of a degree of an angle, with one more for what rounding lost.
    private static func degrees(_ radians: Double, down: Bool) -> Int64 {
        let exact = radians * 180_000_000 / .pi
        return Int64(exact.rounded(down ? .down : .up)) + (down ? -1 : 1)
    }

    private static func millionths(_ text: String) -> Int64? {
        guard text.utf8.count <= 24, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }),
            let degrees = Double(text), abs(degrees) <= 180
        else { return nil }
        return Int64((degrees * 1_000_000).rounded())
    }

    /// `-0.034` of millionths.
    private static func thousandths(_ millionths: Int64) -> String {
        let number = Int64((Double(millionths) / 1_000).rounded())
        let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 1_000)
        let digits = String(rest)
        return (number < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
