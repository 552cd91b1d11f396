package import Links

/// A picture that is kept, with its size, so that a page keeps its place while it comes.
package struct Picture: Sendable, Hashable {
    package var link: DrawingLink
    /// Pixels.
    package var width: Int
    package var height: Int

    package init(_ link: DrawingLink, width: Int, height: Int) {
        self.link = link
        self.width = width
        self.height = height
    }
}
