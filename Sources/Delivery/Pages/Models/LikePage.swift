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
        /// The document holds more text than is read.
        case tooLong
        /// A PDF of pictures of pages only.
        case pdfScanned
        /// A PDF that opens with a password only.
        case pdfLocked
        /// A PDF that is damaged or too complex.
        case pdfDamaged
        /// A PDF that takes too long to read.
        case pdfSlow
        /// A PDF, where a program that is needed to read them is missing or cannot be run.
        case pdfUnsupported
    }
}
