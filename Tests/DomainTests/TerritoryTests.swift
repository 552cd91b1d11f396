import Testing

@testable import Domain

struct TerritoryTests {
    @Test func `has exactly 34 provincial units with distinct codes and names`() {
        #expect(Province.all.count == 34)
        #expect(Set(Province.all.map(\.code)).count == 34)
        #expect(Set(Province.all.map(\.words.en)).count == 34)
        #expect(Province.all.map(\.code) == Province.all.map(\.code).sorted())
        #expect(Province(code: "710000")?.name == "台湾省")
        #expect(Province(code: "81")?.words.zh == "香港")
        #expect(Province(code: "820000")?.words.en == "Macao")
    }

    @Test(
        arguments: [
            ("54", "Xizang"), ("15", "Inner Mongolia"), ("65", "Xinjiang"), ("61", "Shaanxi"), ("14", "Shanxi"),
            ("46", "Hainan"),
        ]
    )
    func `writes English names as the rules ask`(code: String, name: String) {
        #expect(Province(code: code)?.words.en == name)
    }

    @Test func `knows since when a unit exists`() throws {
        let chongqing = try #require(Province(code: "500000"))
        #expect(!chongqing.isValid(on: try #require(PartialDate(year: 1996, month: 5, day: 1))))
        #expect(chongqing.isValid(on: try #require(PartialDate(year: 2020, month: 5, day: 1))))
        #expect(Province(code: "990000") == nil)
        #expect(Province(code: "1") == nil)
    }

    @Test func `has 333 prefectures and 32 counties under provinces`() {
        #expect(Prefecture.all.count { $0.code.hasSuffix("00") } == 333)
        #expect(Prefecture.all.count { !$0.code.hasSuffix("00") } == 32)
        #expect(Set(Prefecture.all.map(\.code)).count == Prefecture.all.count)
        #expect(Prefecture.all.allSatisfy { $0.province != nil && $0.short.unicodeScalars.count >= 2 })
        #expect(Prefecture(code: "3201")?.name == "南京市")
        #expect(Prefecture(code: "422800")?.short == "恩施")
        #expect(Prefecture(code: "654000")?.short == "伊犁")
        #expect(Prefecture(code: "429004")?.name == "仙桃市")
        #expect(Province(code: "32").map { Prefecture.all(in: $0).count } == 13)
    }

    @Test(
        arguments: [
            ("226634 江苏省南通市海安县老坝港镇海港村16组", "江苏省南通市"), ("江苏省海安县老坝港镇", "江苏省"), ("广东深圳南山区", "广东省深圳市"),
            ("深圳市南山区科技园", "广东省深圳市"), ("深圳南山区科技园", "广东省深圳市"), ("中国北京市海淀区中关村", "北京市"), ("北京朝阳路100号", "北京市"),
            ("吉林市昌邑区", "吉林省吉林市"), ("吉林省吉林市昌邑区", "吉林省吉林市"), ("吉林长春市", "吉林省长春市"), ("吉林省吉林大路", "吉林省"),
            ("海南藏族自治州共和县", "青海省海南藏族自治州"), ("海南州共和县", "青海省海南藏族自治州"), ("海南省海口市", "海南省海口市"), ("海南海口", "海南省海口市"),
            ("新疆维吾尔自治区伊犁州", "新疆维吾尔自治区伊犁哈萨克自治州"), ("内蒙古包头市", "内蒙古自治区包头市"), ("湖北恩施市", "湖北省恩施土家族苗族自治州"),
            ("香港九龙", "香港特别行政区"), ("中国香港中环", "香港特别行政区"), ("台湾省台北市", "台湾省"), ("臺灣新北市", "台湾省"), ("澳门特别行政区", "澳门特别行政区"),
            ("湖北省襄樊市", "湖北省襄阳市"), ("陕西省西安市", "陕西省西安市"), ("山西省太原市", "山西省太原市"), ("南京市北京东路41号", "江苏省南京市"),
            ("朝阳市双塔区", "辽宁省朝阳市"), ("河南省济源市", "河南省济源市"), ("重庆市渝北区", "重庆市"), ("中华人民共和国 浙江省 杭州市", "浙江省杭州市"),
        ]
    )
    func `recognises the region of an address`(address: String, name: String) {
        #expect(RecognisedRegion.find(address: address)?.name == name)
    }

    @Test(arguments: ["南京东路100号", "中山路1号", "朝阳区建国路", "安康小区3号", "东方红大街", "东京都港区", "", "0", "未知"])
    func `takes no street for a region`(address: String) {
        #expect(RecognisedRegion.find(address: address) == nil)
    }

    @Test(
        arguments: [
            ("Shenzhen, Guangdong 518057 (CN)", "广东省"), ("Xi'an, Shaanxi, China", "陕西省"),
            ("Hohhot, Inner Mongolia", "内蒙古自治区"),
            ("No. 1 Beijing Road, Nanjing, Jiangsu", "江苏省"), ("Lhasa, Tibet", "西藏自治区"),
            ("Kowloon, HONG KONG", "香港特别行政区"),
        ]
    )
    func `recognises the province of a Latin address`(address: String, name: String) {
        #expect(RecognisedRegion.find(address: address)?.name == name)
    }

    @Test(
        arguments: [
            ("100084", "11"), ("226634", "32"), ("518057", "44"), ("400044", "50"), ("610065", "51"), ("710049", "61"),
            ("030024", "14"), ("010021", "15"), ("570228", "46"), ("999077", "81"), ("850000", "54"), ("830046", "65"),
        ]
    )
    func `knows provinces by postcode`(postcode: String, code: String) {
        #expect(Province(postcode: postcode)?.code.hasPrefix(code) == true)
        #expect(RecognisedRegion.find(address: nil, postcode: postcode)?.province == Province(code: code))
    }

    @Test func `refuses what is no postcode`() {
        for text in ["", "12345", "000000", "990000", "1000845", "ABCDEF"] { #expect(Province(postcode: text) == nil) }
    }

    @Test func `recognises the region of a party`() {
        let city = Party(name: "某公司", country: "CN", region: "江苏省", city: "南京市", street: "北京东路1号")
        #expect(RecognisedRegion.find(party: city)?.name == "江苏省南京市")
        #expect(RecognisedRegion.find(party: Party(name: "x", country: "HK"))?.province.code == "810000")
        #expect(RecognisedRegion.find(party: Party(name: "x", country: "US", city: "Beijing")) == nil)
        #expect(RecognisedRegion.find(party: Party(name: "x", address: "Jiangsu Street 1, Berlin")) == nil)
        #expect(RecognisedRegion.find(party: Party(name: "x", country: "CN", postcode: "100084"))?.name == "北京市")
        #expect(
            RecognisedRegion.find(party: Party(name: "x", country: "CN", city: "Shenzhen, Guangdong"))?.name == "广东省"
        )
    }

    @Test(
        arguments: [
            ("德国蒂申罗伊特", "DE"), ("澳大利亚昆士兰省阿润德区", "AU"), ("中国香港九龙湾", "HK"), ("中国台湾大安区", "TW"), ("江苏省南京市", "CN"),
            ("刚果民主共和国金沙萨", "CD"), ("几内亚比绍", "GW"), ("日本东京都", "JP"), ("226634 江苏省南通市", "CN"),
        ]
    )
    func `sees in which country an address lies`(address: String, code: String) {
        #expect(CountryCode(leadingAddress: address)?.code == code)
    }

    @Test func `names countries, regions and organisations`() throws {
        #expect(CountryCode(reading: "hk")?.words == Bilingual("中国香港", "Hong Kong, China"))
        #expect(CountryCode(reading: "TW")?.words == Bilingual("中国台湾", "Taiwan, China"))
        #expect(CountryCode(reading: "MO")?.words == Bilingual("中国澳门", "Macao, China"))
        #expect(CountryCode(reading: "JPX")?.code == "JP")
        #expect(CountryCode(reading: "EP")?.sort == .organisation)
        #expect(CountryCode(reading: "DD")?.sort == .past)
        #expect(CountryCode(reading: "QQ") == nil)
        #expect(CountryCode(named: "台湾省")?.code == "TW")
        #expect(CountryCode(named: "Germany")?.code == "DE")
        #expect(CountryCode(named: "日本")?.code == "JP")
        #expect(CountryCode(named: "nowhere") == nil)
        #expect(Set(CountryCode.all.map(\.code)).count == CountryCode.all.count)
        #expect(CountryCode.all.allSatisfy { $0.words.zh != $0.code })
    }

    @Test(
        arguments: [
            ("香港", "中国香港", "Hong Kong, China"), ("HONG KONG", "中国香港", "Hong Kong, China"),
            ("Macau", "中国澳门", "Macao, China"),
            ("Taiwan, Province of China", "中国台湾", "Taiwan, China"), ("TW", "中国台湾", "Taiwan, China"),
            ("台灣", "中国台湾", "Taiwan, China"), ("Japan", "Japan", "Japan"), ("香港大学", "香港大学", "香港大学"), ("US", "US", "US"),
        ]
    )
    func `shows names of Hong Kong, Macao and Taiwan as the rules ask`(text: String, zh: String, en: String) {
        #expect(TerritoryName.shown(text, language: "zh") == zh)
        #expect(TerritoryName.shown(text, language: "en") == en)
    }
}
