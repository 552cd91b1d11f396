import Testing

@testable import Domain

struct ResidentNumberTests {
    @Test(arguments: ["990000199001010017", " 990000 19850615 0029", "９９００００１９７２０２２９００３６", "99000020010704005x"])
    func `a number with its right check is one, however it is printed`(text: String) {
        #expect(ResidentNumber.read(text)?.count == 18)
    }

    @Test(arguments: [
        "990000199001010018", "99000019900101001", "9900001990010100170", "990000199002300016", "990000190002290013",
        "",
        "99000019900101001é", "99000O199001010017",
    ])
    func `a wrong check, length or day is none`(text: String) {
        #expect(ResidentNumber.read(text) == nil)
    }
}
