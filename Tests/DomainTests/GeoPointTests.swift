import Domain
import Testing

/// Points on the Earth and how far they are apart.
struct GeoPointTests {
    @Test(
        arguments: [
            ("34.26,108.94", 34_260_000, 108_940_000), ("-0.0000004,0.0000006", 0, 1),
            ("90,-180", 90_000_000, -180_000_000),
        ] as [(String, Int64, Int64)]
    )
    func `degrees are read to a millionth`(text: String, latitude: Int64, longitude: Int64) throws {
        let point = try #require(GeoPoint(text))
        #expect(point.latitude == latitude && point.longitude == longitude)
    }

    @Test(arguments: [
        "", "34.26", "34.26,", "34.26;108.94", "91,0", "0,181", "1e1,2", "nan,0", "inf,0", "34,108,1", " 1,2", "0x1,2",
    ])
    func `what is no point is none`(text: String) {
        #expect(GeoPoint(text) == nil)
    }

    @Test func `a point is told in thousandths of a degree, never finer`() {
        #expect(GeoPoint("34.2656499,108.9541")?.rounded == "34.266,108.954")
        #expect(GeoPoint("-0.0344,-120.0006")?.rounded == "-0.034,-120.001")
        #expect(GeoPoint("0,-0.0001")?.rounded == "0.000,0.000")
    }

    /// Ways worked out by another formula, the spherical law of cosines, in another language.
    @Test(arguments: [
        ("34.26,108.94", "39.9042,116.4074", 911_868), ("34.26,108.94", "34.3416,108.9398", 9_074),
        ("0,0", "0,180", 20_015_114), ("89,0", "89,180", 222_390), ("10,179.9", "10,-179.9", 21_901),
    ])
    func `distances are those of a great circle`(first: String, second: String, metres: Int) throws {
        let (first, second) = (try #require(GeoPoint(first)), try #require(GeoPoint(second)))
        let distance = first.distance(to: second)
        #expect(abs(distance - metres) <= 1, "\(distance)")
        #expect(second.distance(to: first) == distance && first.distance(to: first) == 0)
    }

    @Test func `every point within a distance lies in the box, wherever the middle is`() throws {
        for middle in ["34.26,108.94", "0,0", "89.9,20", "-89,10", "10,179.99", "45,-179.99"] {
            let middle = try #require(GeoPoint(middle))
            for metres in [1, 1_000, 250_000, 9_000_000, GeoPoint.farthest] {
                let box = middle.box(within: metres)
                for latitude in stride(from: Int64(-90_000_000), through: 90_000_000, by: 1_500_000) {
                    for longitude in stride(from: Int64(-180_000_000), through: 180_000_000, by: 4_500_000) {
                        let point = try #require(GeoPoint(latitude: latitude, longitude: longitude))
                        guard middle.distance(to: point) < metres else { continue }
                        #expect(
                            box.latitude.contains(latitude) && box.longitude.contains(longitude),
                            "\(middle) \(point)"
                        )
                    }
                }
                #expect(box.latitude.contains(middle.latitude) && box.longitude.contains(middle.longitude))
            }
        }
        // 10 km are 0.0899 degrees, and east to west there as much more as parallels are shorter.
        let box = try #require(GeoPoint("34.26,108.94")).box(within: 10_000)
        #expect(abs(box.latitude.upperBound - 34_349_932) <= 2 && abs(box.longitude.upperBound - 109_048_812) <= 2)
    }
}
