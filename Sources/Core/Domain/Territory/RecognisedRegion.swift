/// The province, and the prefecture where it is named, in which an address lies.
package struct RecognisedRegion: Hashable, Sendable {
    /// The provincial unit.
    package let province: Province
    /// The prefecture-level unit, nil when the address does not name one.
    package let prefecture: Prefecture?

    /// The narrower unit's code.
    package var code: String { prefecture?.code ?? province.code }

    /// 江苏省南京市; a municipality or an unnamed prefecture leaves the province alone.
    package var name: String { province.name + (prefecture?.name ?? "") }

    /// Pairs a province with one of its prefectures.
    package init(province: Province, prefecture: Prefecture? = nil) {
        self.province = province
        self.prefecture = prefecture
    }

    /// The region an address begins with, else the one its postcode belongs to.
    ///
    /// Chinese addresses are read from their beginning, after a postcode and 中国: 江苏省南京市, 江苏南京, 南京市. Latin
    /// addresses name the province anywhere: `Shenzhen, Guangdong 518057 (CN)`. Names of streets do not count
    /// (南京东路).
    /// - Parameters:
    ///   - address: one line, from the widest unit to the narrowest where it is Chinese.
    ///   - postcode: six digits, where they stand apart.
    /// - Returns: nil when neither names a region.
    package static func find(address: String?, postcode: String? = nil) -> RecognisedRegion? {
        let text = AddressText(address ?? "")
        if let found = text.hasHan ? RegionNames.leading(text.scalars) : RegionNames.latin(text.words) {
            return found
        }
        return (postcode ?? text.postcode).flatMap(Province.init(postcode:)).map { RecognisedRegion(province: $0) }
    }

    /// The region of a party by country, region, city and address; nil outside China.
    package static func find(party: Party) -> RecognisedRegion? {
        if let country = party.country, country != "CN" {
            let code = ["HK": "81", "MO": "82", "TW": "71"][country]
            return code.flatMap(Province.init(code:)).map { RecognisedRegion(province: $0) }
        }
        let parts = [party.region, party.city, party.district, party.street].compactMap { $0 }
        let joined = parts.joined(separator: parts.contains { AddressText($0).hasHan } ? "" : ", ")
        let isSurelyChinese = party.country == "CN"
        for address in [joined, party.address ?? ""] where !address.isEmpty {
            guard isSurelyChinese || AddressText(address).hasHan || AddressText(address).namesChina else { continue }
            if let found = find(address: address, postcode: party.postcode) { return found }
        }
        return isSurelyChinese ? find(address: nil, postcode: party.postcode) : nil
    }
}
