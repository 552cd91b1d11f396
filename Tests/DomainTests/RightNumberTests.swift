import Testing

@testable import Domain

struct RightNumberTests {
    @Test(
        arguments: [
            ("CN", "201910302430.1", nil, "CN2019103024301"), ("CN", "85102475", nil, "CN85102475"),
            ("CN", "201910302430", "A", "CN2019103024301"), (nil, "CN201910302430.1", nil, "CN2019103024301"),
            (nil, "201910302430.1", nil, "CN2019103024301"), ("US", "13797521", nil, "US13797521"),
            ("US", "05518454", nil, "US05518454"), ("US", "13/797,521", nil, "US13797521"),
            ("EP", "05255002.7", nil, "EP052550027"), ("IB", "2022055385", "W", "IB2022055385W"),
            ("AP", "2000001988", "A", "AP2000001988A"), ("DE", "B0077613", "A", "DEB0077613A"),
            ("FR", "IG 18-002", nil, "FRIG18002"), ("JP", "2020100059", nil, "JP2020100059"),
            ("AT", "11153172", "T", "AT11153172T"), ("US", "PCT/NO98/00107", nil, "PCTNO1998000107"),
            ("WO", "PCT/JP2008/068544", nil, "PCTJP2008068544"), ("US", "US13797521", nil, "US13797521"),
        ] as [(String?, String, String?, String)]
    )
    func `makes the identifier of an application`(country: String?, number: String, kind: String?, id: String) {
        #expect(RightNumber.applicationID(country: country, number: number, kind: kind) == id)
    }

    @Test func `makes none of nothing`() {
        #expect(RightNumber.applicationID(country: "CN", number: "—") == nil)
        #expect(RightNumber.applicationID(country: nil, number: "") == nil)
        #expect(RightNumber.publicationID(country: "C", number: "1") == nil)
    }
}
