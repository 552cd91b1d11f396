/// The state of a right as its source words it.
package struct Status: Codable, Hashable, Sendable {
    package var code: String?
    package var text: String?
    package var date: PartialDate?

    package init(code: String? = nil, text: String? = nil, date: PartialDate? = nil) {
        self.code = code
        self.text = text
        self.date = date
    }
}

/// One line of a legal-status history or prosecution history.
package struct LegalEvent: Codable, Hashable, Sendable {
    package var date: PartialDate?
    package var code: String?
    package var text: String?

    package init(date: PartialDate? = nil, code: String? = nil, text: String? = nil) {
        self.date = date
        self.code = code
        self.text = text
    }
}

/// A recorded change of owner.
package struct Assignment: Codable, Hashable, Sendable {
    package var id: String?
    package var category: String?
    package var from: String?
    package var to: String?
    package var recorded: PartialDate?

    package init(
        id: String? = nil,
        category: String? = nil,
        from: String? = nil,
        to: String? = nil,
        recorded: PartialDate? = nil
    ) {
        self.id = id
        self.category = category
        self.from = from
        self.to = to
        self.recorded = recorded
    }
}

/// The gazette issue in which something was published.
package struct Gazette: Codable, Hashable, Sendable {
    package var number: String?
    package var date: PartialDate?

    package init(number: String? = nil, date: PartialDate? = nil) {
        self.number = number
        self.date = date
    }
}
