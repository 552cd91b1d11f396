/// The order of the hits.
package enum SearchSort: String, Sendable, Hashable, CaseIterable {
    /// Best match first; the order of a URL that says nothing.
    case relevance
    /// Latest date first.
    case newest
    /// Earliest date first.
    case oldest
}
