import Testing

@testable import EntryIndex

/// Numbers as people paste them.
struct NumberListTests {
    @Test(arguments: [
        ("CN106844774A\nCN201710601862.3\r\nUS 7,654,321", ["CN106844774A", "CN201710601862.3", "US 7", "654", "321"]),
        ("CN 106844774 A; ZL 2017 1 0601862.3", ["CN 106844774 A", "ZL 2017 1 0601862.3"]),
        ("CN106844774A CN201710601862.3", ["CN106844774A", "CN201710601862.3"]),
        ("12345678 23456789", ["12345678", "23456789"]),
        ("US8930553 B2 US8930554 B2", ["US8930553 B2", "US8930554 B2"]),
        ("EP 1000000 EP 2000000", ["EP 1000000", "EP 2000000"]),
        ("，\n、\t ;", []), ("CN106844774A，CN1、X", ["CN106844774A", "CN1", "X"]),
    ])
    func `numbers are told apart`(text: String, numbers: [String]) {
        #expect(NumberList.read(text) == numbers)
    }

    @Test func `what is no number asks for nothing`() {
        #expect(NumberList.question("石墨烯") == nil && NumberList.question("ABC") == nil)
        #expect(NumberList.question("ＣＮ１０６８４４７７４Ａ")?.printed().contains("PN=CN106844774A") == true)
        #expect(
            NumberList.wrongCheckDigit("CN201710601862.5") == "3"
                && NumberList.wrongCheckDigit("CN201710601862.3") == nil
        )
    }
}
