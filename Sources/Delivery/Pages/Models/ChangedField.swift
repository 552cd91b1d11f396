/// A field that is not as it was, in the language of the page; nil where nothing stands.
package struct ChangedField: Sendable, Hashable {
    package var label: String
    package var before: String?
    package var after: String?

    package init(label: String, before: String?, after: String?) {
        self.label = label
        self.before = before
        self.after = after
    }
}
