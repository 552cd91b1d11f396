import Domain

/// What browsers and library software need to know to search here.
///
/// **Source** OpenSearch 1.1 draft 6.
package enum OpenSearchDescription {
    /// Where it is served.
    package static let path = "/opensearch.xml"
    /// Its media type.
    package static let type = "application/opensearchdescription+xml"

    /// The media type of suggestions as browsers read them.
    ///
    /// **Source** OpenSearch Suggestions extension 1.0.
    package static let suggestionsType = "application/x-suggestions+json"

    /// The description.
    ///
    /// - Parameters:
    ///   - origin: Scheme and host under which the node is reached, without a slash at its end.
    ///   - language: `zh` or `en`.
    /// - Returns: The root of the document.
    package static func root(origin: String, language: String) -> XMLNode {
        let tag = language == "en" ? "&lang=en" : ""
        func url(_ type: String, _ path: String, _ relation: String? = nil) -> XMLNode {
            XMLNode("Url", ["type": type, "rel": relation, "template": origin + path])
        }
        return XMLNode(
            "OpenSearchDescription",
            ["xmlns": "http://a9.com/-/spec/opensearch/1.1/"],
            [
                XMLNode("ShortName", text: Bilingual("惠知", "Huizhi").text(in: language)),
                XMLNode(
                    "Description",
                    text: Bilingual(
                        "检索专利、商标、外观设计、地理标志和布图设计",
                        "Search patents, trade marks, designs, geographical indications and layout-designs"
                    ).text(in: language)
                ),
                XMLNode("InputEncoding", text: "UTF-8"),
                XMLNode(
                    "Image",
                    ["width": "16", "height": "16", "type": "image/svg+xml"],
                    text: origin + "/favicon.ico"
                ),
                url("text/html", "/search?q={searchTerms}&page={startPage?}" + tag),
                url("application/atom+xml", "/search.atom?q={searchTerms}&page={startPage?}" + tag),
                url("application/json", "/search.json?q={searchTerms}&page={startPage?}"),
                url(
                    suggestionsType,
                    "/suggest.json?q={searchTerms}&format=opensearch" + tag,
                    "suggestions"
                ),
                url(type, path, "self"),
                XMLNode("Language", text: "zh-CN"), XMLNode("Language", text: "en"),
            ]
        )
    }
}
