package import Domain
package import Links

extension WebServer {
    /// Settings and limits of the site.
    package struct Options: Sendable {
        /// Whether sample records are welcome.
        package enum Mode: String, Sendable {
            case demonstration, production
        }

        /// The address to listen on.
        package var host = "127.0.0.1"
        /// The port; 0 takes any that is free.
        package var port = 8_080
        package var mode = Mode.demonstration
        /// The version that the site says it is.
        package var version = "0.1.0"
        /// The folder with scripts and icons; nil looks for `Public` beside and above the program and the working
        /// folder.
        package var publicFolder: String?
        /// The folder with templates; nil takes the one that was built with the program.
        package var siteFolder: String?
        /// Who runs the node; not shown where it is nil.
        package var operatorName: String?
        /// The operator's ICP number; not shown where it is nil.
        package var icpNumber: String?
        /// The operator's police filing number; not shown where it is nil.
        package var policeNumber: String?
        /// What the operator adds to the page of what is kept: contact, how long logs are kept, legal text; nil for nothing.
        package var privacyNote: String?
        /// Scheme and host under which readers know the node, without a slash at its end; empty where unknown.
        package var origin = ""
        /// What the address of a search may ask for.
        package var search = SearchState.Options.standard
        /// Connections at a time; further ones wait to be taken.
        package var connections = 4_096
        /// After so long without a word a connection is closed; seconds.
        package var idleSeconds = 60
        /// The longest address; bytes.
        package var longestAddress = 16_384
        /// The largest body that a request may bring where nobody reads it; bytes.
        package var largestBody = 65_536
        /// The largest form: a text to compare, numbers, queries; bytes.
        package var largestForm = 1_048_576
        /// The largest form with a document to compare; bytes.
        package var largestFile = 16_777_216
        /// Who may read metrics and copy the index.
        package var trusted = AddressBlock.loopback
        /// What everybody in one network may ask together, an IPv4 address or the first 64 bits of IPv6; nil for no limit.
        ///
        /// An office of 200 has one address: 200 people who search every 15 seconds ask for some 80 a second.
        package var networkQuota = Quota(calls: 6_000, seconds: 60)
        /// What somebody who is signed in may ask on the pages of the account; nil for no limit.
        package var accountQuota = Quota(calls: 600, seconds: 60)
        /// What a program with a key may ask; nil for no limit.
        package var keyQuota = Quota(calls: 12_000, seconds: 60)
        /// How long, after being told to end, requests are still taken while the node says that it is not ready; seconds.
        package var drainSeconds = 1
        /// How long health checks and metrics wait for the store; seconds.
        package var healthSeconds = 2
        /// Values that a facet lists before its long list is opened.
        package var facetValues = 20
        /// Values that an opened facet lists.
        package var openFacetValues = 200
        /// Records that a CSV holds at most.
        package var csvRows = 10_000
        /// Records that a request of SRU gets at most; no more than a page of the search may have.
        package var sruRecords = 100
        /// Records that a CSV reads at a time.
        package var csvBatch = 200

        package init() {}
    }
}
