import Domain
import Testing

@testable import EntryIndex

/// The pages on the query language say what the parser does.
struct QueryLanguagePageTests {
    /// One of the two pages with the language it is written in.
    enum Page: String, CaseIterable {
        case english = "Docs/Use/query-language.md"
        case chinese = "Docs/Use/query-language.zh-CN.md"

        func markdown() throws -> Markdown { Markdown(try Repository.text(rawValue)) }

        func words(_ bilingual: Bilingual) -> String { self == .english ? bilingual.en : bilingual.zh }

        var fields: String { self == .english ? "Fields" : "字段" }
    }

    // MARK: Examples

    @Test(arguments: Page.allCases)
    func `accepted examples print as the page says`(page: Page) throws {
        let examples = QueryExample.all(in: try page.markdown()).filter { $0.refusal == nil }
        #expect(examples.count > 80)
        let compiler = QueryCompiler()
        for example in examples {
            #expect(!example.queries.isEmpty, "\(example)")
            var notes: [String] = []
            for query in example.queries {
                let parsed = try QueryLanguage().parse(query)
                #expect(parsed.printed() == example.printed, "\(query)")
                #expect(try QueryLanguage().parse(parsed.printed()).expression == parsed.expression, "\(query)")
                let compiled = try compiler.compile(parsed.expression)
                let said = (parsed.notes.map(\.message) + compiled.notes.map(\.message)).map(page.words)
                for note in said where !notes.contains(note) { notes.append(note) }
            }
            #expect(notes == example.notes, "\(example)")
        }
    }

    @Test(arguments: Page.allCases)
    func `refused examples are refused at the place that the page says`(page: Page) throws {
        let examples = QueryExample.all(in: try page.markdown()).filter { $0.refusal != nil }
        #expect(examples.count > 20)
        for example in examples {
            #expect(example.queries.count == 1, "\(example)")
            do throws(QueryFailure) {
                _ = try QueryLanguage().parse(example.queries[0])
                Issue.record("not refused: \(example)")
            } catch {
                #expect(error.position == example.refusal?.position, "\(example)")
                #expect(error.length == example.refusal?.length, "\(example)")
                #expect(page.words(error.message) == example.refusal?.message, "\(example)")
                #expect(error.suggestion == example.printed, "\(example)")
            }
        }
    }

    @Test func `both languages have the same examples and parts`() throws {
        let english = try Page.english.markdown()
        let chinese = try Page.chinese.markdown()
        let (left, right) = (QueryExample.all(in: english), QueryExample.all(in: chinese))
        #expect(left.map(\.withoutWords) == right.map(\.withoutWords))
        #expect(english.sections.map(\.rows.count) == chinese.sections.map(\.rows.count))
        #expect(english.sections.count == chinese.sections.count)
    }

    @Test(arguments: Page.allCases)
    func `queries of other systems become what the page says`(page: Page) throws {
        let blocks = try page.markdown().blocks.filter { $0.tag == "translated" }
        let examples = blocks.flatMap { $0.lines.split(separator: "").map(Array.init) }
        #expect(examples.count >= 8)
        for lines in examples {
            let parts = lines[0].split(separator: ": ", maxSplits: 1)
            let syntax = try #require(ForeignSyntax(rawValue: String(parts[0])))
            let translation = try QueryTranslator().translate(String(parts[1]), from: syntax)
            #expect(
                ["→ " + translation.text()] + translation.remarks.map { "! " + page.words($0.message) }
                    == Array(lines.dropFirst())
            )
        }
    }

    // MARK: Fields

    @Test(arguments: Page.allCases)
    func `the table lists every field as the program knows it`(page: Page) throws {
        let section = try #require(try page.markdown().section(page.fields))
        let rows = section.rows.filter { $0.count == 6 }
        #expect(rows.count == Field.allCases.count)
        for (field, row) in zip(Field.allCases, rows) {
            #expect(row == (try Self.row(field, page)), "\(field)")
        }
    }

    @Test(arguments: Page.allCases)
    func `every name of a field stands in the part on fields`(page: Page) throws {
        let section = try #require(try page.markdown().section(page.fields))
        let text = FieldName.fold(section.text)
        for entry in FieldName.all {
            #expect(text.contains(entry.folded), "\(entry.text)")
        }
    }

    private static func row(_ field: Field, _ page: Page) throws -> [String] {
        let hasData = try QueryCompiler().compile(Expression(.has(field))).notes.isEmpty
        let data = Bilingual(hasData ? "有" : "无", hasData ? "yes" : "no")
        return [
            field.names.aliases.map { "`\($0)`" }.joined(separator: " "),
            field.label.zh,
            field.label.en,
            field.names.others.joined(separator: " · "),
            page.words(kind(field.kind)),
            page.words(data),
        ]
    }

    private static func kind(_ kind: FieldKind) -> Bilingual {
        switch kind {
        case .text: Bilingual("文本", "text")
        case .name: Bilingual("名称", "name")
        case .number: Bilingual("号码", "number")
        case .date: Bilingual("日期", "date")
        case .classification: Bilingual("分类号", "class")
        case .code: Bilingual("代码", "code")
        case .region: Bilingual("地区", "region")
        case .country: Bilingual("国家/地区", "country")
        }
    }

    // MARK: Values and limits

    @Test(arguments: Page.allCases)
    func `limits and states are those of the program`(page: Page) throws {
        let text = try page.markdown().prose
        let options = QueryLanguage.Options()
        for limit in [options.maximumLength, options.maximumDepth, options.maximumDistance] {
            #expect(text.contains(Self.grouped(limit)), "\(limit)")
        }
        #expect(text.contains("\(options.boxYears.lowerBound)") && text.contains("\(options.boxYears.upperBound)"))
        for state in LegalState.names {
            #expect(text.contains(state.words.zh) && text.contains(state.words.en), "\(state.name)")
        }
    }

    /// A number with commas between thousands.
    private static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.indices.map { index in
            index > 0 && (digits.count - index) % 3 == 0 ? ",\(digits[index])" : "\(digits[index])"
        }.joined()
    }
}

extension [Unicode.Scalar] {
    /// Whether other characters stand somewhere in these.
    fileprivate func contains(_ part: [Unicode.Scalar]) -> Bool {
        guard !part.isEmpty, part.count <= count else { return part.isEmpty }
        return (0...(count - part.count)).contains { self[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
