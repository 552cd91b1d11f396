package import EntryIndex
package import Wire

extension TranslationDocument {
    /// A translation as programs read it.
    package init(_ translation: Translation) {
        self.init(
            query: translation.source,
            from: translation.syntax.rawValue,
            translation: translation.text(),
            remarks: translation.remarks.map { remark in
                RemarkDocument(
                    weight: remark.weight.rawValue,
                    message: remark.message,
                    position: remark.range.position,
                    length: remark.range.length
                )
            }
        )
    }
}
