import Testing

@testable import Domain

struct FuzzTests {
    private static let alphabet = Array(
        "0123456789ABCDGHKNOPUWXZaxgz./-,:;()[]+ 　年月日号第类国際国际注册CNZLPCTWOUSEPJPLOCCl江苏省南京市路區区０９Ａ．－\u{200B}\u{FEFF}\u{0}é😀"
    )

    @Test func `answers any text without breaking`() {
        var random = SeededRandom(seed: 99)
        for _ in 0..<3_000 {
            let text = String(
                (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in
                    Self.alphabet.randomElement(using: &random)
                }
            )
            if let number = ApplicationNumber.read(text) { #expect(ApplicationNumber.read(number.id)?.id == number.id) }
            if let number = PublicationNumber.read(text) {
                #expect(PublicationNumber.read(number.id)?.id == number.id, "\(text)")
            }
            if let number = TrademarkNumber.read(text) { #expect(TrademarkNumber.read(number.text) == number) }
            if let symbol = IPCSymbol.read(text) { #expect(IPCSymbol.read(symbol.text) == symbol) }
            if let symbol = CPCSymbol.read(text) { #expect(CPCSymbol.read(symbol.text) == symbol) }
            if let symbol = LocarnoSymbol.read(text) { #expect(LocarnoSymbol.read(symbol.text)?.text == symbol.text) }
            if let code = ViennaCode.read(text) { #expect(ViennaCode.read(code.text)?.text == code.text) }
            if let date = FieldDate.read(text) { #expect(FieldDate.read(date.description) == date) }
            if let symbol = USPCSymbol.read(text) {
                #expect(USPCSymbol.read(symbol.text)?.text == symbol.text, "\(text)")
            }
            _ = RightNumber.applicationID(country: nil, number: text)
            _ = NiceClass.read(text)
            _ = UnifiedSocialCreditCode.read(text)
            _ = ResidentNumber.isContained(in: text)
            _ = RecognisedRegion.find(address: text)
            _ = PartyName.isOrganisation(text)
            #expect(PartyName.key(PartyName.key(text)) == PartyName.key(text))
            _ = LegalWording.state(of: text)
            _ = TerritoryName.shown(text, language: "zh")
        }
    }

    @Test func `reads normal forms again as themselves`() {
        var random = SeededRandom(seed: 100)
        let digits = Array("0123456789")
        for _ in 0..<500 {
            let body = String(
                (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in digits.randomElement(using: &random) }
            )
            for country in ["CN", "US", "WO", "EP", "JP", "KR", "DE"] {
                for kind in ["A", "A1", "B2", "U", nil] {
                    guard let number = PublicationNumber(country: country, number: body, kind: kind) else { continue }
                    let again = PublicationNumber(country: number.country, number: number.number, kind: number.kind)
                    #expect(again?.id == number.id, "\(country) \(body)")
                }
            }
        }
    }
}
