import Testing

@testable import Formats

struct NamedCharacterTests {
    @Test(arguments: [
        ("eacute", String?.some("é")), ("ccaron", "č"), ("Sacute", "Ś"), ("zcaron", "ž"), ("ndash", "–"),
        ("lsqb", "["), ("Omega", "Ω"), ("SACUTE", nil), ("nothing", nil), ("acute", "´"), ("", nil), ("qcaron", nil),
    ])
    func `names stand for their characters`(name: String, text: String?) {
        #expect(NamedCharacter.text(named: name) == text)
    }
}
