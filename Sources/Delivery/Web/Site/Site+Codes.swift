import Domain
import HTTPTypes
import Links
import Pages
import Wire

/// Codes and what they mean.
extension Site {
    func codesPage(_ visit: Visit, _ link: CodesLink) async -> Answer {
        let lines = CodeTable.lines(link.words)
        let language = link.language.rawValue
        let lists = CodesPage.Name.allCases.compactMap { name -> CodesPage.List? in
            let codes = lines.filter { $0.list == name }.map { line in
                // The name of a country stands there in the other language too.
                let other = name == .country ? (link.language == .zh ? line.words.en : line.words.zh) : nil
                return CodesPage.Code(
                    line.shown,
                    line.words.text(in: language),
                    aside: other ?? line.effect?.text(in: language),
                    asideLanguage: other == nil ? nil : link.language == .zh ? "en" : "zh"
                )
            }
            return codes.isEmpty ? nil : CodesPage.List(name, codes)
        }
        return .page(pages.codes(CodesPage(link: link, lists: lists), frame(visit, await figures())), tagged: true)
    }

    /// The same for programs.
    func codesTwin(_ link: CodesLink) throws -> Answer {
        let codes = CodeTable.lines(link.words).map { line in
            CodesDocument.CodeDocument(
                list: line.list.rawValue,
                office: line.office,
                code: line.code,
                zh: line.words.zh,
                en: line.words.en,
                effect: line.effect?.text(in: link.language.rawValue)
            )
        }
        return .json(try WireJSON.encode(CodesDocument(codes: codes)), tagged: true)
    }

    /// The same as a table.
    func codesTable(_ link: CodesLink) -> Answer {
        let head = [
            Bilingual("代码表", "List"), Bilingual("局", "Office"), Bilingual("代码", "Code"), Bilingual("中文", "Chinese"),
            Bilingual("英文", "English"), Bilingual("说明", "Remark"),
        ].map { $0.text(in: link.language.rawValue) }
        let rows = CodeTable.lines(link.words).map { line in
            [
                line.list.rawValue, line.office ?? "", line.code, line.words.zh, line.words.en,
                line.effect?.text(in: link.language.rawValue) ?? "",
            ]
        }
        return .table([head] + rows, file: "huizhi-codes.csv")
    }
}
