import Links
import Pages

/// Pages of places as a reader could meet them; everything in them is invented.
enum NetworkSamples {
    private static func hours(_ standing: EntryHours.Standing) -> EntryHours {
        var hours = RegisterSamples.hours
        hours.standing = standing
        return hours
    }

    /// One with all that a place may say, one with nothing, and one of every way to be closed.
    static func rows(_ language: PageLanguage) -> [PlaceRow] {
        let link = RegisterLink(.entry("outlet", "a"), language: language)
        let standings: [EntryHours.Standing] = [
            .closed(days: 0, weekday: 0, date: "2026-11-30", at: "13:30"),
            .closed(days: 1, weekday: 1, date: "2026-12-01", at: "09:00"),
            .closed(days: 9, weekday: 2, date: "2026-12-09", at: "09:00"), .shut, .idle(StateChip(.open, "拟设")),
        ]
        let whole = PlaceRow(
            link: link,
            title: "示例 <网点>",
            isSample: true,
            hours: hours(.open(until: "17:30")),
            metres: 347,
            address: "示例路 <1> 号",
            phone: PlaceRow.Phone(text: "010-0000 0000", dial: "01000000000"),
            location: PlaceRow.Location(latitude: "34.265500", longitude: "108.954100"),
            offers: ["检索", "咨询 <&>"]
        )
        return [whole, PlaceRow(link: link, title: "二", isSample: false)]
            + standings.enumerated().map { number, standing in
                PlaceRow(
                    link: link,
                    title: "三",
                    isSample: false,
                    hours: hours(standing),
                    metres: [3_149, 99_960, 1_234_567, 0, 994][number]
                )
            }
    }

    /// The question alone, what was found in every way, what could not be read, and a node without places.
    static func all(_ language: PageLanguage) -> [NetworkPage] {
        let registers = [
            NetworkPage.Register(name: "outlet", label: "网点 <示例>"), .init(name: "museum", label: "场馆"),
        ]
        let needs = [
            NetworkPage.Need(
                field: "services",
                label: "能办什么",
                isAccess: false,
                values: [("search", "检索 <一>", 1_234), ("advice", "咨询", 0)]
            ), .init(field: "access", label: "无障碍", isAccess: true, values: [("ramp", "坡道", 3)]),
        ]
        var asked = NetworkLink(language: language)
        asked.list.choices = [.init(field: "services", code: "search"), .init(field: "access", code: "ramp")]
        asked.list.region = "610102"
        asked.list.text = "a <b>"
        asked.list.withoutSamples = true
        asked.isOpen = true
        let all = RegisterLink(.register("outlet"), language: language)
        func page(_ link: NetworkLink, _ found: NetworkPage.Found) -> NetworkPage {
            NetworkPage(link: link, registers: registers, needs: needs, found: found)
        }
        var wrong = NetworkLink(language: language)
        wrong.list.region = "火星 <一>"
        return [
            NetworkPage(link: NetworkLink(language: language)),
            page(asked, .init(records: 0, samples: 0, size: 20, widenedFrom: "陕西省西安市 610102", places: [], all: all)),
            page(
                asked,
                .init(
                    records: 1_233,
                    samples: 1,
                    size: 20,
                    area: "陕西省西安市",
                    widenedFrom: "陕西省西安市 610102",
                    middle: "陕西省西安市",
                    source: "示例 <来源>",
                    licence: "ODbL 1.0",
                    places: rows(language),
                    all: all
                )
            ),
            page(
                NetworkLink(language: language).from("34.26,108.94"),
                .init(records: 1, samples: 0, size: 20, source: nil, places: rows(language), all: all)
            ),
            NetworkPage(link: wrong, registers: Array(registers.prefix(1)), needs: needs, refusal: .place),
            NetworkPage(
                link: NetworkLink(language: language).from("here"),
                registers: registers,
                needs: [],
                refusal: .point
            ),
        ]
    }

    /// An entry that is a place.
    static func entry(_ link: RegisterLink) -> EntryPage {
        var page = RegisterSamples.entry(link, isStaff: false)
        page.visit = [
            VisitPart(.open, [EntryFact(label: "开放", values: [.hours(hours(.idle(StateChip(.open, "拟设"))))])]),
            VisitPart(.contact, [EntryFact(label: "电话", values: [.phone("010-0000 <0000>", dial: "01000000000")])]),
        ]
        page.near = rows(link.language)
        return page
    }

    static func poster(_ link: RegisterLink, isLong: Bool) -> PosterPage {
        PosterPage(
            link: link,
            register: RegisterSamples.head,
            title: "示例 <网点>",
            isSample: true,
            address: isLong
                ? "https://ip.example/" + String(repeating: "a", count: 3_000)
                : "https://ip.example/registers/outlet/a",
            parts: [
                VisitPart(.open, [EntryFact(label: "开放", values: [.hours(hours(.shut))])]),
                VisitPart(.offer, [EntryFact(label: "服务", values: [.text("检索 <一>"), .text("咨询")])]),
            ]
        )
    }
}
