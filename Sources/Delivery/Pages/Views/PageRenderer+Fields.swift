import Links

extension PageRenderer {
    /// The form with a line for each field.
    package func fields(_ model: FieldsPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "action": Link.fieldsPath,
            "isEnglish": frame.language == .en,
            "lines": model.lines.map { line in
                let inputs =
                    line.isPeriod
                    ? [
                        Context.input(line.name + ".from", words["fields.from"], "2015-01"),
                        Context.input(line.name + ".to", words["fields.to"], "2020"),
                    ]
                    : [Context.input(line.name, line.label, words.optional("fields.example." + line.name) ?? "")]
                return ["label": line.label, "isPeriod": line.isPeriod, "inputs": inputs] as Context
            },
        ]
        let face = PageFace(
            title: words["fields.page"],
            find: SearchState(language: frame.language),
            door: .search,
            canonical: .fields(FieldsLink(language: frame.language))
        )
        return page("fields", context, face, frame)
    }
}

extension Context {
    /// A field of one line.
    static func input(_ name: String, _ label: String, _ example: String) -> Context {
        ["name": name, "label": label, "example": example]
    }
}
