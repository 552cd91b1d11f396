import Bytes
import Domain
import TestPicture

/// Invented records whose every number is written down here.
enum OwnRecords {
    /// Two records that are no samples, one of them hostile; numbers from unassigned ranges.
    static let all: [Right] = [battery, hostile, charger]

    /// The drawing of the battery.
    static let picture = TestPicture.png(width: 3, height: 2, colour: 0, rows: [0, 1, 2, 3, 0, 4, 5, 6])

    static let battery: Right = {
        var record = Bibliography(right: .patent)
        record.application = DocumentID(
            country: "CN",
            number: "202199000001.8",
            date: PartialDate(year: 2021, month: 3, day: 16)
        )
        record.publications = [
            DocumentID(country: "CN", number: "199900001", kind: "A", date: PartialDate(year: 2021, month: 9, day: 28))
        ]
        record.titles = [
            LocalizedText(lang: "zh", text: "惠知校验用固态电池"), LocalizedText(lang: "en", text: "Solid battery for checks"),
        ]
        record.abstracts = [LocalizedText(lang: "zh", text: "一种固态电池，用于校验。")]
        record.classes.ipc = ["H01M 10/05"]
        record.applicants = [
            Party(name: "示例电池有限公司", country: "CN", address: "广东省深圳市示例路 1 号")
        ]
        record.inventors = [
            Party(name: "张示例", country: "CN", postcode: "518000", address: "广东省深圳市隐私小区 88 栋 1203 室")
        ]
        var drawings = Drawings()
        drawings.files = ["1.TIF", "2.TIF"]
        drawings.images = [
            DrawingImage(
                kind: .figure,
                number: 1,
                file: "1.TIF",
                digest: sha256(picture).description,
                width: 3,
                height: 2
            )
        ]
        record.drawings = drawings
        record.events = [
            LegalEvent(date: PartialDate(year: 2021, month: 9, day: 28), code: "PB01", text: "公布")
        ]
        var details = Patent.Details()
        details.claims = [
            ClaimSet(lang: "zh", independent: [1], items: ["一种固态电池。", "根据权利要求1所述的固态电池，其特征在于厚。"])
        ]
        details.description = [LocalizedText(lang: "zh", text: "第一段。\n第二段。")]
        return .patent(Patent(bibliography: record, details: details))
    }()

    /// An application that cites the battery and belongs to its family.
    static let charger: Right = {
        var record = Bibliography(right: .patent)
        record.application = DocumentID(
            country: "CN",
            number: "202299000002.6",
            date: PartialDate(year: 2022, month: 5, day: 9)
        )
        record.publications = [
            DocumentID(country: "CN", number: "199900002", kind: "A", date: PartialDate(year: 2022, month: 11, day: 8))
        ]
        record.titles = [LocalizedText(lang: "zh", text: "惠知校验用充电器")]
        record.priorities = [
            Priority(country: "CN", number: "202199000001.8", date: PartialDate(year: 2021, month: 3, day: 16))
        ]
        var details = Patent.Details()
        details.citations = Citations(patents: [Citation(country: "CN", number: "199900001", kind: "A", category: "X")])
        var family = Family()
        family.publications = ["CN199900001A", "CN199900002A", "US20990900002A1"]
        details.family = family
        return .patent(Patent(bibliography: record, details: details))
    }()

    /// Markup in every field that a page shows.
    static let hostile: Right = {
        var record = Bibliography(right: .trademark)
        let attack = "\"><script>alert(1)</script><img src=x onerror=alert(2)>"
        record.application = DocumentID(country: "CN", number: "99000001", date: PartialDate(year: 2020))
        record.titles = [LocalizedText(lang: "zh", text: "攻击" + attack)]
        record.abstracts = [LocalizedText(lang: "zh", text: "攻击" + attack)]
        record.owners = [Party(name: "=HYPERLINK(\"http://evil.example\")" + attack, country: "CN")]
        record.classes.nice = ["9"]
        record.status = Status(text: attack)
        record.events = [LegalEvent(text: attack)]
        record.keywords = [attack]
        var details = Trademark.Details()
        var mark = Trademark.Mark()
        mark.text = "攻击商标" + attack
        mark.description = attack
        details.mark = mark
        details.goods = [Trademark.Goods(class: "9", text: attack)]
        return .trademark(Trademark(bibliography: record, details: details))
    }()
}
