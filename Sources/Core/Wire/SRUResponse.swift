/// Answers of Search/Retrieve via URL, in the forms of versions 1.1, 1.2 and 2.0.
///
/// **Source** OASIS searchRetrieve version 1.0 part 3, SRU 2.0 (2013), and part 7, diagnostics; Library of Congress, SRU
/// 1.1 and 1.2; ZeeRex 2.0 for `explain`.
package struct SRUResponse: Sendable {
    /// A version of the protocol; the names of its elements differ.
    package enum Version: String, Sendable, Hashable, CaseIterable {
        case v11 = "1.1"
        case v12 = "1.2"
        case v20 = "2.0"

        var namespace: String {
            self == .v20 ? "http://docs.oasis-open.org/ns/search-ws/sruResponse" : "http://www.loc.gov/zing/srw/"
        }

        var diagnosticNamespace: String {
            self == .v20
                ? "http://docs.oasis-open.org/ns/search-ws/diagnostic" : "http://www.loc.gov/zing/srw/diagnostic/"
        }

        /// Says how records stand in the answer.
        var packing: String { self == .v20 ? "recordXMLEscaping" : "recordPacking" }
    }

    /// Why a request could not be answered, or what the answer leaves out.
    package struct Diagnostic: Sendable, Hashable {
        /// The number of the list `info:srw/diagnostic/1/`.
        package var number: Int
        /// What it is about: a parameter, an index, a place in the query.
        package var details: String
        package var message: String

        package init(_ number: Int, _ details: String, _ message: String) {
            self.number = number
            self.details = details
            self.message = message
        }
    }

    /// Records found.
    package struct Found: Sendable {
        package var total: Int
        /// False when a deadline cut the search short; there are then at least `total`.
        package var isExact: Bool
        /// The number of the first record, from 1.
        package var start: Int
        package var records: [DublinCore]
        /// The query and its parameters as they came.
        package var request: [(name: String, value: String)]
        /// The last number of a record that a request may begin with.
        package var lastStart: Int

        package init(
            total: Int,
            isExact: Bool,
            start: Int,
            records: [DublinCore],
            request: [(name: String, value: String)],
            lastStart: Int
        ) {
            self.total = total
            self.isExact = isExact
            self.start = start
            self.records = records
            self.request = request
            self.lastStart = lastStart
        }
    }

    package var version: Version
    /// Whether records stand as escaped text instead of as elements.
    package var isEscaped: Bool

    package init(version: Version, isEscaped: Bool = false) {
        self.version = version
        self.isEscaped = isEscaped
    }

    // MARK: searchRetrieve

    /// An answer with records; diagnostics beside them say what was left out.
    package func found(_ found: Found, _ diagnostics: [Diagnostic] = []) -> XMLNode {
        let next = found.start + found.records.count
        let records = found.records.enumerated().map { record($1.root, DublinCore.schema, at: found.start + $0) }
        return root(
            "searchRetrieveResponse",
            [
                versionElement,
                XMLNode("numberOfRecords", text: String(found.total)),
                records.isEmpty ? nil : XMLNode("records", [:], records),
                next <= min(found.total, found.lastStart) && !records.isEmpty
                    ? XMLNode("nextRecordPosition", text: String(next)) : nil,
                XMLNode(
                    "echoedSearchRetrieveRequest",
                    [:],
                    found.request.map { XMLNode($0.name, text: $0.value) }
                ),
                list(diagnostics),
                version == .v20
                    ? XMLNode(
                        "resultCountPrecision",
                        text: "info:srw/vocabulary/resultCountPrecision/1/" + (found.isExact ? "exact" : "minimum")
                    ) : nil,
            ]
        )
    }

    /// An answer that says why there are no records.
    package func refused(_ diagnostics: [Diagnostic], isExplain: Bool = false) -> XMLNode {
        if isExplain { return root("explainResponse", [versionElement, list(diagnostics)]) }
        return root(
            "searchRetrieveResponse",
            [versionElement, XMLNode("numberOfRecords", text: "0"), list(diagnostics)]
        )
    }

    private func list(_ diagnostics: [Diagnostic]) -> XMLNode? {
        guard !diagnostics.isEmpty else { return nil }
        let elements = diagnostics.map { diagnostic in
            XMLNode(
                "diagnostic",
                ["xmlns": version.diagnosticNamespace],
                [
                    XMLNode("uri", text: "info:srw/diagnostic/1/\(diagnostic.number)"),
                    XMLNode("details", text: diagnostic.details),
                    XMLNode("message", text: diagnostic.message),
                ]
            )
        }
        return XMLNode("diagnostics", [:], elements)
    }

    private func record(_ data: XMLNode, _ schema: String, at position: Int?) -> XMLNode {
        XMLNode(
            "record",
            [:],
            [
                XMLNode("recordSchema", text: schema),
                XMLNode(version.packing, text: isEscaped ? "string" : "xml"),
                isEscaped ? XMLNode("recordData", text: data.text) : XMLNode("recordData", [:], [data]),
                position.map { XMLNode("recordPosition", text: String($0)) },
            ]
        )
    }

    private func root(_ name: String, _ children: [XMLNode?]) -> XMLNode {
        XMLNode(name, ["xmlns": version.namespace], children)
    }

    private var versionElement: XMLNode { XMLNode("version", text: version.rawValue) }

    // MARK: explain

    /// What can be asked here.
    ///
    /// - Parameters:
    ///   - host: The host's name.
    ///   - port: The port.
    ///   - indexes: The names of indexes with their context sets, as `dc.title`, and their titles.
    ///   - pageSize: Records where a request does not say how many.
    ///   - maximum: Records that a request gets at most.
    /// - Returns: The root of the document.
    package func explain(
        host: String,
        port: Int,
        indexes: [(name: String, title: String)],
        pageSize: Int,
        maximum: Int
    ) -> XMLNode {
        let sets = [
            ("cql", "info:srw/cql-context-set/1/cql-v1.2"), ("dc", "info:srw/cql-context-set/1/dc-v1.1"),
            ("huizhi", "urn:huizhi:cql"),
        ]
        let zeerex = XMLNode(
            "explain",
            ["xmlns": "http://explain.z3950.org/dtd/2.0/"],
            [
                XMLNode(
                    "serverInfo",
                    ["protocol": "SRU", "version": version.rawValue, "transport": "http"],
                    [
                        XMLNode("host", text: host), XMLNode("port", text: String(port)),
                        XMLNode("database", text: "sru"),
                    ]
                ),
                XMLNode(
                    "databaseInfo",
                    [:],
                    [
                        XMLNode("title", ["lang": "zh", "primary": "true"], text: "惠知"),
                        XMLNode("title", ["lang": "en"], text: "Huizhi"),
                    ]
                ),
                XMLNode(
                    "indexInfo",
                    [:],
                    sets.map { XMLNode("set", ["name": $0.0, "identifier": $0.1]) } + indexes.map(index)
                ),
                XMLNode(
                    "schemaInfo",
                    [:],
                    [
                        XMLNode(
                            "schema",
                            ["name": "dc", "identifier": DublinCore.schema, "retrieve": "true", "sort": "false"],
                            [XMLNode("title", text: "Dublin Core")]
                        )
                    ]
                ),
                XMLNode(
                    "configInfo",
                    [:],
                    [
                        XMLNode("default", ["type": "numberOfRecords"], text: String(pageSize)),
                        XMLNode("default", ["type": "retrieveSchema"], text: "dc"),
                        XMLNode("setting", ["type": "maximumRecords"], text: String(maximum)),
                        XMLNode("supports", ["type": "proximity"]), XMLNode("supports", ["type": "maskedWord"]),
                        XMLNode("supports", ["type": "sort"], text: "date"),
                    ]
                ),
            ]
        )
        return root("explainResponse", [versionElement, record(zeerex, "http://explain.z3950.org/dtd/2.0/", at: nil)])
    }

    private func index(_ index: (name: String, title: String)) -> XMLNode {
        let parts = index.name.split(separator: ".", maxSplits: 1)
        let name = XMLNode("name", ["set": String(parts[0])], text: String(parts.last ?? ""))
        return XMLNode(
            "index",
            ["search": "true", "scan": "false", "sort": index.name.hasSuffix("date") ? "true" : "false"],
            [XMLNode("title", text: index.title), XMLNode("map", [:], [name])]
        )
    }
}
