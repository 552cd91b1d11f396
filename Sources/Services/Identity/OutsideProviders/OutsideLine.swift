/// A linked account of an outside provider as its owner sees it.
package struct OutsideLine: Sendable, Hashable {
    /// What a form names it by.
    package let id: String
    /// The provider by its id.
    package let provider: String
    /// When it was linked, in microseconds UTC.
    package let time: Int64
}
