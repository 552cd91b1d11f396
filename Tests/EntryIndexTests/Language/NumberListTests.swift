import Testing

@testable import EntryIndex

/// Numbers as people paste them.
struct NumberListTests {
    @Test(arguments: [
        ("CN106844774A\nCN201710601862.3\r\nUS 7,654,321", ["CN106844774A", "CN201710601862.3", "US 7", "654", "321"]),
        ("CN 106844774 A; ZL 2017 1 0601862.3", ["CN 106844774 A", "ZL 2017 1 0601862.3"]),
        ("CN106844774A CN201710601862.3", ["CN106844774A", "CN201710601862.3"]),
        ("12345678 23456789", ["12345678", "23456789"]),
        ("，\n、\t ;", []), ("CN106844774A，CN1、X", ["CN106844774A", "CN1", "X"]),
    ])
    func `numbers are told apart`(text: String, numbers: [String]) {
        #expect(NumberList.read(text) == numbers)
    }

    @Test func `what is no number asks for nothing`() {
        #expect(NumberList.question("石墨烯") == nil && NumberList.question("ABC") == nil)
        #expect(NumberList.question("ＣＮ１０６８４４７７４Ａ")?.printed() == "CN106844774A")
        #expect(
            NumberList.wrongCheckDigit("CN201710601862.5") == "3"
                && NumberList.wrongCheckDigit("CN201710601862.3") == nil
        )
    }
}
