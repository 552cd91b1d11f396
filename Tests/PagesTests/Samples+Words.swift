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
        var proposed = [
            spelling("示例 \" <b>", "spelling", 2019, 2021), spelling("示例公司", "form", 2020, 2020),
            spelling("示例（深圳）", "place", nil, nil),
        ]
        let plain = NamesPage(
            link: link,
            result: .init(proposed: proposed, others: [spelling("示例二", nil, nil, nil)], unread: 3)
        )
        let line = NamesPage.Line(spelling: "示例三 <i>", holder: "示例", source: "示例公告 <u>", from: "2019-08-02")
        proposed[0].standing = .holder
        proposed[1].standing = .spelling(line)
        proposed[1].proposals = NamesPage.Proposals(
            same: 2,
            different: 1,
            decisions: [
                .init(isAccepted: true, verdict: "same", day: "2026-11-30", answer: nil),
                .init(isAccepted: false, verdict: "different", day: "2026-11-29", answer: "示例 <b>"),
            ]
        )
        var other = spelling("示例三 <i>", nil, nil, nil)
        other.standing = .different(line)
        other.proposals = NamesPage.Proposals(
            decisions: [
                .init(isAccepted: true, verdict: "different", day: "2026-11-30", answer: nil),
                .init(isAccepted: false, verdict: "same", day: "2026-11-29", answer: "示例"),
            ]
        )
        let edition = NamesPage.Edition(version: 3, name: "示例 2026 <b>", published: "2026-11-30")
        return [
            NamesPage(link: NamesLink(language: language)), plain,
            NamesPage(link: link, result: .init(proposed: [], others: [], unread: 0)),
            NamesPage(
                link: NamesLink(link.name, isSent: true, language: language),
                result: .init(
                    proposed: proposed,
                    others: [other],
                    unread: 0,
                    edition: edition,
                    reference: "示例 \" <b>"
                )
            ),
            NamesPage(
                link: link,
                result: .init(
                    proposed: [],
                    others: [],
                    unread: 0,
                    edition: .init(version: 1, name: nil, published: "2026-11-30")
                )
            ),
        ]
    }

    /// The explanation alone, the form, every refusal, and where none is taken.
    static func proposals(_ language: PageLanguage) -> [ProposalPage] {
        let link = ProposalLink("示例 <b>", of: "示例 \"公司\"", from: "示例 \" <b>", language: language)
        var sent = link
        sent.verdict = "different"
        sent.reason = "<script>"
        return [
            ProposalPage(link: ProposalLink(language: language)), ProposalPage(link: link),
            ProposalPage(link: link, isOpen: false),
        ]
            + ProposalPage.Refusal.Kind.allCases.map { kind in
                ProposalPage(link: sent, refusal: .init(kind, count: 7))
            }
    }
}
