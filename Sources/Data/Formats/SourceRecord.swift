package import Domain

/// Where in a source file something stands, for messages and for going on after an interruption.
package struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
    /// Path of the member when the file is an archive or a workbook.
    package var member: String?
    /// What `index` counts: `row`, `line`, `record`.
    package var unit: String
    /// From 1, as a person counts.
    package var index: Int

    package init(member: String? = nil, unit: String, index: Int) {
        self.member = member
        self.unit = unit
        self.index = index
    }

    package var description: String {
        (member.map { $0 + ", " } ?? "") + unit + " \(index)"
    }
}

/// One record as one file tells it.
package struct SourceRecord: Hashable, Sendable {
    package var right: Right
    package var position: SourcePosition

    package init(right: Right, position: SourcePosition) {
        self.right = right
        self.position = position
    }
}

/// A record that could not be taken, with the place and the reason.
package struct Reject: Hashable, Sendable {
    package var position: SourcePosition
    /// What is wrong and what would mend it, in one sentence.
    package var reason: String
    /// The beginning of the offending data, at most 200 characters.
    package var excerpt: String

    package init(position: SourcePosition, reason: String, excerpt: String) {
        self.position = position
        self.reason = reason
        self.excerpt = excerpt
    }
}

/// What a reader finds, in file order.
///
/// Both kinds count as one record read.
package enum SourceItem: Hashable, Sendable {
    case record(SourceRecord)
    case reject(Reject)
}
