import Testing

@testable import Domain

struct PartyTests {
    @Test(
        arguments: [
            ("Siemens AG", "SIEMENS  A.G."), ("Foo Co., Ltd.", "FOO CO LTD"), ("华为技术有限公司", "华为技术 有限公司"),
            ("ＡＢＣ株式会社", "abc株式会社"), ("O'Brien & Sons", "obrien sons"), ("Smith, John", "SMITH JOHN"),
        ]
    )
    func `lets prints of one name meet`(left: String, right: String) {
        #expect(PartyName.key(left) == PartyName.key(right))
    }

    @Test func `keeps different names apart`() {
        #expect(PartyName.key("Foo Bar") != PartyName.key("FooBar"))
        #expect(PartyName.key("华为技术有限公司") != PartyName.key("华为有限公司"))
        #expect(PartyName.key("—") == "")
    }

    @Test(
        arguments: [
            "华为技术有限公司", "清华大学", "山东省矿业学院", "中国科学院物理研究所", "上海第一钢铁厂", "某某个体工商户", "Siemens AG", "FOO CO., LTD.",
            "Samsung Electronics Co", "University of Oxford", "株式会社日立製作所", "S.p.A. Rossi SpA", "The Regents of X",
            "Nokia Oyj",
        ]
    )
    func `sees organisations`(name: String) {
        #expect(PartyName.isOrganisation(name))
    }

    @Test(
        arguments: [
            "李玉泉", "欧阳修", "约翰·史密斯", "Smith, John", "DE SA, Maria", "阿不都热合曼·买买提", "Co", "山本五十六", "Jean-Claude Van Damme",
            "王所", "",
        ]
    )
    func `takes everyone else for a person`(name: String) {
        #expect(!PartyName.isOrganisation(name))
    }

    @Test func `shortens a person's address to the city`() {
        let person = Party(
            name: "李玉泉",
            country: "CN",
            region: "江苏省",
            city: "南京市",
            district: "玄武区",
            street: "某路1号",
            postcode: "210000",
            address: "210000 江苏省南京市玄武区某路1号"
        )
        let masked = person.masked
        #expect(masked.address == "江苏省南京市")
        #expect([masked.street, masked.district, masked.postcode] == [nil, nil, nil])
        #expect(masked.city == "南京市")
        #expect(Party(name: "John Smith", address: "1 Main Street, Springfield").masked.address == nil)
    }

    @Test func `leaves an organisation's address`() {
        let company = Party(name: "某有限公司", street: "某路1号", address: "江苏省南京市玄武区某路1号")
        #expect(company.masked == company)
        #expect(!Party(name: "Blue Centre", address: "x", legalEntity: "Individual").isOrganisation)
        #expect(Party(name: "李玉泉", legalEntity: "Limited liability company").isOrganisation)
    }
}
