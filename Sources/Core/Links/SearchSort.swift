/// The order of the hits.
package enum SearchSort: String, Sendable, Hashable, CaseIterable {
    /// Best match first; the order of a URL that says nothing.
    case relevance
    /// Latest date first: of the newest publication, else of the application or registration.
    case newest
    /// Earliest date first.
    case oldest
    /// Latest filing date first; records without one stand last.
    case filedLast
    /// Earliest filing date first; records without one stand last.
    case filedFirst
}
