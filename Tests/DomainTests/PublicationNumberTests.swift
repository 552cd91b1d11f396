import Testing

@testable import Domain

struct PublicationNumberTests {
    @Test(
        arguments: [
            ("CN106844774A", "CN106844774A"), ("CN111882462B", "CN111882462B"), ("CN1492355A", "CN1492355A"),
            ("CN 106844774 A", "CN106844774A"), ("106844774A", "CN106844774A"), ("cn106844774a", "CN106844774A"),
            ("ＣＮ１０６８４４７７４Ａ", "CN106844774A"), ("CN85100312A", "CN85100312A"), ("CN106844774", "CN106844774"),
            ("CN202644312U", "CN202644312U"), ("US08930553 B2", "US8930553B2"), ("US 8,930,553 B2", "US8930553B2"),
            ("USD0435854S1", "USD435854S1"), ("US2005/0004437 A1", "US20050004437A1"),
            ("US2005004437A1", "US20050004437A1"), ("WO2022/259205 A1", "WO2022259205A1"),
            ("WO 02/14184", "WO2002014184"), ("WO 98/12345 A1", "WO1998012345A1"), ("WO 2002014184", "WO2002014184"),
            ("EP 1 667 425 A1", "EP1667425A1"), ("JP2021-193879A", "JP2021193879A"), ("AT556755T", "AT556755T"),
            ("DE 20 2012 000 389 U1", "DE202012000389U1"), ("JPH05123456A", "JPH05123456A"), ("AP1206A", "AP1206A"),
            ("JPH5-123456A", "JPH05123456A"),
        ]
    )
    func `reads a printed number`(printed: String, id: String) throws {
        #expect(try PublicationNumber(reading: printed).id == id)
    }

    @Test(
        arguments: [
            ("CN", "103492414", "A", "CN103492414A"), ("US", "08936998", "B2", "US8936998B2"),
            ("US", "D0435854", "S", "USD435854S"), ("US", "3937375", nil, "US3937375"),
            ("US", "20010000044", "A1", "US20010000044A1"), ("AT", "A33585", "A", "ATA33585A"),
            ("AP", "1206", "A", "AP1206A"), ("EP", "0123456", "B1", "EP123456B1"),
            ("WO", "2002014184", nil, "WO2002014184"),
            ("US", "US6299918", nil, "US6299918"), ("XX", "123456", nil, "XX123456"),
            ("de", "1258188", "b", "DE1258188B"),
        ]
    )
    func `makes the identifier of parts`(country: String, number: String, kind: String?, id: String) {
        #expect(PublicationNumber(country: country, number: number, kind: kind)?.id == id)
        #expect(RightNumber.publicationID(country: country, number: number, kind: kind) == id)
    }

    @Test(arguments: ["", "CN", "CN12345A", "CN406844774A", "CN106844774Q", "abc", "CN1068447745555A", "发明", "A1"])
    func `refuses what is no publication number`(printed: String) {
        #expect(PublicationNumber.read(printed) == nil)
    }

    @Test func `asks for a country where none may be assumed`() {
        #expect(PublicationNumber.read("8930553B2", assuming: nil) == nil)
        #expect(PublicationNumber.read("8930553B2", assuming: "US")?.id == "US8930553B2")
        #expect(PublicationNumber(country: "USA", number: "1") == nil)
        #expect(PublicationNumber(country: "US", number: "none") == nil)
    }

    @Test func `shows numbers as their offices do`() throws {
        #expect(try PublicationNumber(reading: "WO2022259205A1").display == "WO2022/259205A1")
        #expect(try PublicationNumber(reading: "EP 0123456 B1").display == "EP0123456B1")
        #expect(try PublicationNumber(reading: "CN110083831A").display == "CN110083831A")
        #expect(try PublicationNumber(reading: "CN110083831A").lookupKeys == ["CN110083831A", "CN110083831"])
    }

    @Test func `knows the Chinese kind codes`() {
        #expect(KindCode.words(country: "CN", kind: "A")?.zh == "发明专利申请公布")
        #expect(KindCode.stage(country: "CN", kind: "A") == .published)
        #expect(KindCode.stage(country: "CN", kind: "U") == .granted)
        #expect(KindCode.stage(country: "CN", kind: "C3") == .partlyInvalidated)
        #expect(KindCode.stage(country: "CN", kind: "A8") == .corrected)
        #expect(KindCode.stage(country: "US", kind: "A") == .granted)
        #expect(KindCode.words(country: "CN", kind: "Q") == nil)
        #expect(KindCode.words(country: "XX", kind: "A") == nil)
    }
}
