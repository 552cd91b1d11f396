import Discovery
import Domain
import Foundation
import HTTPTypes
import Links
import Pages
import Wire

/// Many numbers at once.
extension Site {
    /// The form, and below it every number with its records; what was not found stands first.
    func numbersPage(_ visit: Visit, _ link: PastedText) async throws -> Answer {
        var model = NumbersPage(link: link)
        var sequence: UInt64?
        if !link.text.allSatisfy(\.isWhitespace) {
            let found = try await services.search.numbers(link.text, knowing: visit.knownSequence)
            sequence = found.sequence
            model.unread = found.unread
            model.rows = found.matches.map { match in
                NumbersPage.Row(
                    typed: match.typed,
                    records: match.records.map { record in
                        NumbersPage.Record(
                            link: RecordLink(entry: record.id.description, language: link.language),
                            title: record.right.title(in: link.language.rawValue) ?? record.right.displayTitle,
                            kind: record.right.bibliography.right.words.text(in: link.language.rawValue),
                            state: LegalSummary(record.right.bibliography).words.text(in: link.language.rawValue),
                            numbers: Self.numbers(of: record.right.bibliography),
                            family: Self.family(of: record.right)?.count,
                            isSample: record.right.bibliography.sample == true
                        )
                    },
                    total: match.total,
                    expectedCheckDigit: match.expectedCheckDigit,
                    readings: NumberReading.readings(of: match.typed).map {
                        NumbersPage.Reading($0.words.text(in: link.language.rawValue), forms: $0.forms)
                    }
                )
            }
        }
        return .page(pages.numbers(model, frame(visit, await figures(), sequence: sequence)))
    }

    /// The same for programs.
    func numbersTwin(_ visit: Visit, _ link: PastedText) async throws -> Answer {
        let found = try await services.search.numbers(link.text, knowing: visit.knownSequence)
        let numbers = found.matches.map { match in
            NumbersDocument.NumberDocument(
                number: match.typed,
                total: match.total,
                records: match.records.map { record in
                    HitDocument(
                        id: record.id,
                        right: record.right,
                        title: record.right.displayTitle,
                        changed: record.time,
                        url: RecordLink(entry: record.id.description).map { Link.record($0).text } ?? ""
                    ).withNumbers(of: record.right)
                },
                expectedCheckDigit: match.expectedCheckDigit
            )
        }
        let document = NumbersDocument(
            snapshot: found.sequence,
            numbers: numbers,
            unread: found.unread > 0 ? found.unread : nil
        )
        return .json(try WireJSON.encode(document))
    }

    /// The same as a table: a row a record, and one for each number that was not found.
    func numbersTable(_ visit: Visit, _ link: PastedText) async throws -> Answer {
        let found = try await services.search.numbers(link.text, knowing: visit.knownSequence)
        let table = RecordTable(language: link.language, pages: pages)
        var bytes = table.head(before: [
            Bilingual("所查号码", "Number asked for"), Bilingual("结果", "Outcome"), Bilingual("读作", "Read as"),
            Bilingual("全部号码", "All numbers"), Bilingual("同族", "Family"),
        ])
        let missing = Bilingual("没有找到", "not found").text(in: link.language.rawValue)
        let present = Bilingual("找到", "found").text(in: link.language.rawValue)
        for match in found.matches {
            let reading = NumberReading.readings(of: match.typed).first?.words.text(in: link.language.rawValue) ?? ""
            if match.records.isEmpty {
                bytes += table.row([match.typed, match.total > 0 ? present : missing, reading, "", ""])
            }
            for record in match.records {
                let numbers = Self.numbers(of: record.right.bibliography).joined(separator: "; ")
                let family = Self.family(of: record.right)?.joined(separator: "; ") ?? ""
                bytes += table.row(record.id, record.right, before: [match.typed, present, reading, numbers, family])
            }
        }
        var answer = Answer(type: "text/csv; charset=utf-8", body: .bytes(bytes), caching: .none)
        answer.headers[.contentDisposition] = "attachment; filename=\"huizhi-numbers.csv\""
        return answer
    }

    /// The application, the publications and the registration of a record, each once.
    private static func numbers(of record: Bibliography) -> [String] {
        var seen: Set<String> = []
        let application = record.application.map {
            ApplicationNumber.read($0.id ?? $0.number)?.display ?? $0.id ?? $0.number
        }
        let others = (record.publications + [record.registration].compactMap(\.self)).map { $0.id ?? $0.number }
        return ([application].compactMap(\.self) + others).filter { seen.insert($0).inserted }
    }

    /// Ids of the publications of the record's family; nil where no source names any.
    private static func family(of right: Right) -> [String]? {
        guard case .patent(let patent) = right, let family = patent.details.family, !family.publications.isEmpty
        else { return nil }
        return family.publications
    }
}
