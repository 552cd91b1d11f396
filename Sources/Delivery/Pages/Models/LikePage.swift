package import Links

/// The form for a text that records are to be like.
package struct LikePage: Sendable {
    package var link: LikeLink
    /// Why there is no search; nil for the form alone.
    package var remark: Remark?

    package init(link: LikeLink, remark: Remark? = nil) {
        self.link = link
        self.remark = remark
    }

    /// Why a text leads to no search.
    package enum Remark: String, Sendable, Hashable, CaseIterable {
        /// No record has any word of it.
        case strange
        /// The document holds no text that can be read.
        case unreadable
    }
}
