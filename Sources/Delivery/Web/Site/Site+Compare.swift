import Discovery
import Domain
import Foundation
import HTTPTypes
import Links
import Pages
import Wire

/// Records side by side.
extension Site {
    /// The records field by field, and the form that adds one.
    func comparePage(_ visit: Visit, _ link: CompareLink) async throws -> Answer {
        let side = try await sideBySide(link)
        let words = RightWords(language: link.language)
        var model = ComparePage(link: link, missing: side.records.missing, commonWords: side.commonWords)
        model.columns = side.records.found.compactMap { record in
            RecordLink(entry: record.id.description, language: link.language).map { address in
                let bibliography = record.right.bibliography
                let number = bibliography.publication ?? bibliography.registration ?? bibliography.application
                return ComparePage.Column(
                    link: address,
                    typed: record.typed,
                    number: number.map(words.number) ?? bibliography.fileNumber ?? address.number,
                    isSample: bibliography.sample == true
                )
            }
        }
        if let comparison = side.comparison {
            model.commonClasses = comparison.commonClasses
            model.lines = comparison.lines.map { line in
                let common = Set(line.common)
                return ComparePage.Line(
                    line.field.rawValue,
                    isSame: line.isSame,
                    cells: line.cells.enumerated().map { index, values in
                        ComparePage.Cell(
                            values.map { ComparePage.Value($0, isCommon: common.contains($0)) },
                            isDifferent: line.isDifferent(index)
                        )
                    }
                )
            }
        }
        return .page(pages.compare(model, frame(visit, await figures())), tagged: true)
    }

    /// The same for programs.
    func compareTwin(_ link: CompareLink) async throws -> Answer {
        let side = try await sideBySide(link)
        let document = CompareDocument(
            records: side.records.found.map { record in
                HitDocument(
                    id: record.id,
                    right: record.right,
                    title: record.right.displayTitle,
                    changed: record.time,
                    url: RecordLink(entry: record.id.description).map { Link.record($0).text } ?? ""
                )
            },
            missing: side.records.missing,
            unread: link.unread > 0 ? link.unread : nil,
            comparison: side.comparison,
            commonWords: side.commonWords
        )
        return .json(try WireJSON.encode(document), tagged: true)
    }

    /// The same as a table: a row a field, a column a record.
    func compareTable(_ link: CompareLink) async throws -> Answer {
        let side = try await sideBySide(link)
        func text(_ key: String) -> String { pages.text(key, link.language) ?? key }
        var rows = [[text("compare.field")] + side.records.found.map(\.id.description) + [text("compare.same")]]
        let answers = (same: Bilingual("是", "yes"), other: Bilingual("否", "no"))
        for line in side.comparison?.lines ?? [] {
            let answer = line.isSame ? answers.same : answers.other
            rows.append(
                [text("compare.row." + line.field.rawValue)] + line.cells.map { $0.joined(separator: "; ") }
                    + [answer.text(in: link.language.rawValue)]
            )
        }
        let bytes = [0xEF, 0xBB, 0xBF] + rows.flatMap(RecordTable.line)
        var answer = Answer(type: "text/csv; charset=utf-8", body: .bytes(bytes), caching: .none)
        answer.headers[.contentDisposition] = "attachment; filename=\"huizhi-compare.csv\""
        return answer
    }

    private struct SideBySide {
        var records: SeveralRecords
        var comparison: Comparison?
        /// Nil where the index could not be asked.
        var commonWords: [String]?
    }

    private func sideBySide(_ link: CompareLink) async throws -> SideBySide {
        let records = try await services.findRecord.several(link.records)
        let rights = records.found.map(\.right)
        let texts = rights.map { right in
            (right.bibliography.titles.map(\.text) + right.summaries).joined(separator: "\n")
        }
        // Records can be compared while there is no index, or while it is busy; only the words need it.
        let words = try? await services.search.commonWords(of: texts)
        return SideBySide(
            records: records,
            comparison: rights.isEmpty ? nil : Comparison(rights, language: link.language.rawValue),
            commonWords: words
        )
    }
}
