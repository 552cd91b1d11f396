/// The description of the interface in OpenAPI 3.1, served at `/openapi.json`.
///
/// **Source** OpenAPI Specification 3.1.1 (2024); JSON Schema draft 2020-12.
package enum OpenAPI {
    /// The whole description.
    ///
    /// - Parameters:
    ///   - version: The version of the program.
    ///   - csvRows: Records that a CSV holds at most.
    /// - Returns: An object that stands alone: every reference in it leads to another part of it.
    package static func document(version: String, csvRows: Int) -> JSONNode {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Huizhi 惠知",
                "version": .text(version),
                "summary": "Search patents, trade marks, designs, geographical indications and layout-designs.",
                "description": .text(introduction),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "security": [],
            "paths": paths(csvRows: csvRows),
            "components": [
                "schemas": schemas, "parameters": parameters, "responses": responses,
                "securitySchemes": securitySchemes,
            ],
        ]
    }

    private static let introduction = """
        Everything here is public, without key or sign-in, but for what lies under `/account`. Only GET and HEAD are \
        answered, and POST where a form may be longer than an address; nothing is changed by it, but for what is sent to \
        `/names/propose` and from the pages of an account. Members keep their names and \
        meanings; new ones may come. Samples (示例) are fictitious records: they carry `sample: true`, are counted \
        apart and are left out with `samples=no`. Addresses of private persons end at the city. Dates are ISO 8601, \
        cut where knowledge ends. The log sequence `snapshot` names the state of the data that an answer was read \
        from.
        """

    /// A schema by its name.
    static func ref(_ name: String) -> JSONNode { ["$ref": .text("#/components/schemas/" + name)] }

    /// An answer with one schema.
    static func answer(_ description: String, _ type: String, _ schema: JSONNode) -> JSONNode {
        ["description": .text(description), "content": [type: ["schema": schema]]]
    }

    private static let responses: JSONNode = [
        "Problem": answer("Why it could not be done.", "application/problem+json", ref("Problem")),
        "Busy": [
            "description": "Busy or starting; the header says when to ask again.",
            "headers": ["Retry-After": ["description": "Seconds to wait.", "schema": ["type": "integer"]]],
            "content": ["application/problem+json": ["schema": ref("Problem")]],
        ],
        "QueryError": answer(
            "The query is not understood (`QueryError`), or another value of the address cannot be used (`Problem`).",
            "application/json",
            ["anyOf": [ref("QueryError"), ref("Problem")]]
        ),
        "Page": answer("A page for people.", "text/html; charset=utf-8", ["type": "string"]),
    ]
}
