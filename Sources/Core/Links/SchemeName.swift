/// A classification as it stands in a URL.
package enum SchemeName: String, Sendable, Hashable, CaseIterable {
    case ipc, cpc, field, industry, locarno, nice, vienna, region
}
