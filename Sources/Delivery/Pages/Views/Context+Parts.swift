import Links

/// Contexts of the components that many pages use. Every name a component knows is given, if only as nil.
extension Context {
    /// A row of a list of links.
    static func link(_ href: String, _ text: String, aside: String? = nil, samples: String? = nil) -> Context {
        ["href": href, "text": text, "aside": aside, "samples": samples]
    }

    static func links(_ rows: [Context]) -> Context { ["links": rows] }

    static func state(_ chip: StateChip, isLarge: Bool = false) -> Context {
        ["shape": chip.shape.rawValue, "word": chip.word, "isLarge": isLarge]
    }

    static func notice(_ text: String, title: String? = nil, kind: String? = nil, link: Context? = nil) -> Context {
        ["text": text, "title": title, "kind": kind, "link": link]
    }

    static func tab(
        _ text: String,
        _ href: String,
        count: String? = nil,
        samples: String? = nil,
        isCurrent: Bool = false
    ) -> Context {
        ["text": text, "href": href, "count": count, "samples": samples, "isCurrent": isCurrent]
    }

    /// A choice in a toolbar.
    static func choice(_ text: String, _ href: String, isCurrent: Bool = false, isPushed: Bool = false) -> Context {
        ["text": text, "href": href, "isCurrent": isCurrent, "isPushed": isPushed]
    }

    static func textPart(
        _ paragraphs: [String],
        language: String?,
        label: String?,
        fold: Int,
        summary: (Int) -> String
    ) -> Context {
        let isLong = paragraphs.count > fold + 2
        let first = isLong ? Array(paragraphs.prefix(fold)) : paragraphs
        let rest = isLong ? Array(paragraphs.dropFirst(fold)) : []
        return [
            "language": language, "label": label, "first": first,
            "rest": isLong ? ["summary": summary(rest.count), "paragraphs": rest] as Context : nil,
        ]
    }
}
