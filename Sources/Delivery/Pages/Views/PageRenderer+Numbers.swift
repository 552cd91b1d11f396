import Links

extension PageRenderer {
    /// The form for many numbers, and every number with its records; what was not found stands first.
    package func numbers(_ model: NumbersPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let missing = model.rows.filter { $0.total == 0 }
        let context: Context = [
            "action": Link.numbers(PastedText(language: frame.language)).text + "#result",
            "table": Link.numbersPath + ".csv" + (frame.language == .en ? "?lang=en" : ""),
            "text": Context.area("numbers", "n", words["numbers.text"], model.link.text, rows: 8),
            "hasResult": !model.rows.isEmpty,
            "summary": words(
                "numbers.summary",
                [
                    "all": words.number(model.rows.count), "found": words.number(model.rows.count - missing.count),
                    "missing": words.number(missing.count),
                ]
            ),
            "unread": model.unread > 0 ? words.counted("numbers.unread", model.unread) : nil,
            "missing": missing.isEmpty
                ? nil : Context.area("missing", "missing", words["numbers.missing"], list(missing), rows: 5),
            "found": found(model, words),
            "forms": forms(model, words),
            "rest": model.rows.count > options.numberRows
                ? words("numbers.rest", ["count": words.number(options.numberRows)]) : nil,
        ]
        let face = PageFace(
            title: words["numbers.page"],
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !model.link.text.isEmpty,
            canonical: .numbers(PastedText(language: frame.language))
        )
        return page("numbers", context, face, frame)
    }

    private func list(_ rows: [NumbersPage.Row]) -> String { rows.map(\.typed).joined(separator: "\n") }

    private func found(_ model: NumbersPage, _ words: Words) -> Context? {
        var table = TableView([
            (words["numbers.number"], false), (words["numbers.record"], false), (words["numbers.kind"], false),
            (words["numbers.state"], false), (words["numbers.all-numbers"], false), (words["numbers.note"], false),
        ])
        for row in model.rows.prefix(options.numberRows) {
            for record in row.records {
                let badge = record.isSample ? words["sample"] + " " : ""
                table.add([
                    .init(row.typed), .init(badge + record.title, href: record.link.map { Link.record($0).text }),
                    .init(record.kind), .init(record.state), .init(record.numbers.joined(separator: words.semicolon)),
                    .init(note(row, record, words)),
                ])
            }
        }
        return table.isEmpty ? nil : table.context
    }

    /// What each number may be and how it is written, where there are few.
    private func forms(_ model: NumbersPage, _ words: Words) -> Context? {
        guard model.rows.count <= Self.mostWithForms else { return nil }
        var table = TableView([
            (words["numbers.number"], false), (words["numbers.reading"], false), (words["numbers.forms"], false),
            (words["numbers.note"], false),
        ])
        for row in model.rows {
            for reading in row.readings {
                let digit = row.expectedCheckDigit.map { words("numbers.checkdigit", ["digit": $0]) }
                table.add([
                    .init(row.typed), .init(reading.words), .init(reading.forms.joined(separator: words.semicolon)),
                    .init(digit ?? ""),
                ])
            }
        }
        return table.isEmpty ? nil : table.context
    }

    /// A longer list is looked up for its records, not for how numbers are written.
    private static let mostWithForms = 20

    private func note(_ row: NumbersPage.Row, _ record: NumbersPage.Record, _ words: Words) -> String {
        var notes: [String] = []
        if let family = record.family { notes.append(words.counted("numbers.family", family)) }
        if let digit = row.expectedCheckDigit { notes.append(words("numbers.checkdigit", ["digit": digit])) }
        if row.total > 1 { notes.append(words("numbers.several", ["count": words.number(row.total)])) }
        return notes.joined(separator: words.semicolon)
    }
}
