package import Links

/// The form with a line for each field.
package struct FieldsPage: Sendable {
    package var link: FieldsLink
    package var lines: [Line]

    package init(link: FieldsLink, lines: [Line]) {
        self.link = link
        self.lines = lines
    }

    /// A line of the form.
    package struct Line: Sendable, Hashable {
        /// The field's alias: the name of the input and of the key of its example.
        package var name: String
        /// The field in the language of the page.
        package var label: String
        /// Whether two days are asked for, from and to.
        package var isPeriod: Bool

        package init(name: String, label: String, isPeriod: Bool) {
            self.name = name
            self.label = label
            self.isPeriod = isPeriod
        }
    }
}
