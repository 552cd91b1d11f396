import Testing

@testable import Formats

struct ClaimTextTests {
    @Test(arguments: [
        ("1. A device", 1, "A device"),
        ("1.一种装置", 1, "一种装置"),
        ("2、如权利要求1所述", 2, "如权利要求1所述"),
        ("3．一种", 3, "一种"),
        ("12 . A device", 12, "A device"),
        ("1 A device", 1, "A device"),
        ("3 wheels", 1, "3 wheels"),
        ("1.5 mm of steel", 1, "1.5 mm of steel"),
        ("1-tert-butyl", 1, "1-tert-butyl"),
        ("A device", 1, "A device"),
        ("1.", 1, ""),
    ])
    func `only the claim's own number goes`(text: String, number: Int, rest: String) {
        #expect(ClaimText.withoutNumber(text, numbers: number...number) == rest)
    }

    @Test(arguments: [
        "The device of claim 1, wherein", "according to Claims 2 to 4", "of any of the preceding claims",
        "如权利要求1所述的装置", "根据权利要求 12 或13", "如权利要求１所述", "根据前述权利要求所述", "請求項１に記載", "请求项2",
        "A method of making the device of claim 1",
    ])
    func `references to other claims are seen`(text: String) {
        #expect(ClaimText.refersToClaim(text))
    }

    @Test(arguments: [
        "A device comprising a claim form", "What is claimed is 1 thing", "权利要求书的生成方法", "一种装置", "disclaimer 1",
    ])
    func `other words are no references`(text: String) {
        #expect(!ClaimText.refersToClaim(text))
    }

    @Test func `numbers of cancelled claims are read as a range`() {
        #expect(SourceClaim.numbers("01-24") == 1...24)
        #expect(SourceClaim.numbers("00025") == 25...25)
        #expect(SourceClaim.numbers("5-2") == nil)
        #expect(SourceClaim.numbers("1-2-3") == nil)
        #expect(SourceClaim.numbers("x") == nil)
        #expect(SourceClaim.numbers(nil) == nil)
    }
}
