import Links
import Pages

extension Samples {
    /// The form alone, words and a translation, and nothing.
    static func related(_ language: PageLanguage) -> [RelatedPage] {
        let link = RelatedLink("石墨烯 <b>", language: language)
        let word = RelatedPage.Word(
            text: "散热膜 <i>",
            both: Tally(3, samples: 2),
            all: Tally(1_284),
            score: 12.34,
            alternative: SearchState(query: "石墨烯 OR 散热膜", language: language),
            condition: SearchState(query: "石墨烯 AND 散热膜", language: language)
        )
        func page(_ words: [RelatedPage.Word]) -> RelatedPage {
            RelatedPage(
                link: link,
                result: .init(
                    total: Tally(9, samples: 5),
                    read: 14,
                    words: words,
                    translations: words,
                    isToEnglish: !words.isEmpty,
                    bilingual: 4
                )
            )
        }
        return [RelatedPage(link: RelatedLink(language: language)), page([word]), page([])]
    }

    /// The form alone, two spellings with another name, and nothing.
    static func names(_ language: PageLanguage) -> [NamesPage] {
        let link = NamesLink("示例 \" <b>", language: language)
        func spelling(_ name: String, _ likeness: String?, _ first: Int?, _ last: Int?) -> NamesPage.Spelling {
            NamesPage.Spelling(
                name: name,
                count: Tally(3, samples: 1),
                likeness: likeness,
                firstYear: first,
                lastYear: last,
                places: ["440000"],
                search: SearchState(language: language).adding("applicant", name)
            )
        }
        let proposed = [
            spelling("示例 \" <b>", "spelling", 2019, 2021), spelling("示例公司", "form", 2020, 2020),
            spelling("示例（深圳）", "place", nil, nil),
        ]
        return [
            NamesPage(link: NamesLink(language: language)),
            NamesPage(
                link: link,
                result: .init(proposed: proposed, others: [spelling("示例二", nil, nil, nil)], unread: 3)
            ),
            NamesPage(link: link, result: .init(proposed: [], others: [], unread: 0)),
        ]
    }
}
