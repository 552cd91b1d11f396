package import Links

/// The form for a text that records are to be like.
package struct LikePage: Sendable {
    package var link: LikeLink
    /// Whether no record has any word of the text.
    package var isStrange: Bool

    package init(link: LikeLink, isStrange: Bool = false) {
        self.link = link
        self.isStrange = isStrange
    }
}
