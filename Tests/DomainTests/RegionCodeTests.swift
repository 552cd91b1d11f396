import Domain
import Testing

/// Divisions as people and files name them.
struct RegionCodeTests {
    @Test(arguments: [
        ("610100", "610100"), ("6101", "610100"), ("61", "610000"), ("陕西省西安市", "610100"), ("陕西西安", "610100"),
        ("西安", "610100"),
        ("Shaanxi", "610000"), ("shaanxi", "610000"), ("吉林", "220000"), ("吉林市", "220200"), ("吉林吉林", "220200"),
        ("香港", "810000"),
        ("台湾省", "710000"), ("110105", "110105"), ("恩施", "422800"),
    ])
    func `a division is read by code or name`(text: String, digits: String) {
        #expect(RegionCode(text)?.digits == digits)
    }

    @Test(arguments: ["", "990000", "99", "1", "61010", "6101001", "119900", "火星", "西安大学", "陕西火星"])
    func `what is no division is none`(text: String) {
        #expect(RegionCode(text) == nil)
    }

    @Test func `it knows what lies above it`() {
        #expect(RegionCode("610113")?.levels == ["610113", "610100", "610000"])
        #expect(RegionCode("西安")?.levels == ["610100", "610000"])
        // Counties of municipalities, and those directly under a province, have no prefecture.
        #expect(RegionCode("110105")?.levels == ["110105", "110000"])
        #expect(RegionCode("429004")?.levels == ["429004", "420000"])
        #expect(RegionCode("香港")?.above == nil)
    }

    @Test func `it knows its level and names`() {
        #expect(RegionCode("陕西")?.level == .province)
        #expect(RegionCode("西安")?.level == .prefecture)
        #expect(RegionCode("110105")?.level == .county)
        #expect(RegionCode("西安")?.words == Bilingual("陕西省西安市", "西安市, Shaanxi"))
        #expect(RegionCode("610113")?.words == Bilingual("陕西省西安市 610113", "西安市 610113, Shaanxi"))
        #expect(RegionCode("110105")?.words == Bilingual("北京市 110105", "110105, Beijing"))
        #expect(RegionCode("81")?.words == Bilingual("香港特别行政区", "Hong Kong, China"))
        #expect(RegionCode("610113")?.prefecture?.name == "西安市")
        #expect(RegionCode("610000")?.prefecture == nil)
    }
}
