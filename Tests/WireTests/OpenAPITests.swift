import Foundation
import Testing
import Wire

/// The description of the interface as a document of its own.
struct OpenAPITests {
    private let document = OpenAPI.document(version: "1.2.3", csvRows: 10)

    @Test func `is JSON that says what it is`() throws {
        let value = try JSONSerialization.jsonObject(with: WireJSON.encode(document)) as? [String: Any]
        let whole = try #require(value)
        #expect(whole["openapi"] as? String == "3.1.0")
        #expect((whole["info"] as? [String: Any])?["version"] as? String == "1.2.3")
        #expect(whole["jsonSchemaDialect"] == nil)
    }

    @Test func `every reference leads to something in the document`() {
        let references = Self.references(document)
        #expect(references.count > 50)
        for reference in references {
            #expect(reference.hasPrefix("#/"), "\(reference)")
            var place: JSONNode? = document
            for step in reference.dropFirst(2).split(separator: "/") { place = place?[String(step)] }
            #expect(place != nil, "\(reference) leads nowhere")
        }
    }

    @Test func `every part that is described is also used`() throws {
        let used = Set(Self.references(document))
        for group in ["schemas", "parameters", "responses"] {
            guard case .object(let parts)? = document["components"]?[group] else {
                Issue.record("\(group) is missing")
                continue
            }
            for name in parts.keys { #expect(used.contains("#/components/\(group)/\(name)"), "\(group)/\(name)") }
        }
    }

    @Test func `every operation says what it does and what it answers, and names the parameters of its path`() throws {
        guard case .object(let paths)? = document["paths"] else {
            Issue.record("no paths")
            return
        }
        for (path, item) in paths {
            guard case .object(let operations) = item,
                case .object(let get)? = operations["get"] ?? operations["post"]
            else {
                Issue.record("\(path) has neither GET nor POST")
                continue
            }
            #expect(Set(operations.keys).isSubset(of: ["get", "post", "put"]), "\(path) offers more than reading")
            #expect(get["summary"] != nil, "\(path)")
            guard case .object(let answers)? = get["responses"] else {
                Issue.record("\(path) answers nothing")
                continue
            }
            #expect(answers["200"] != nil, "\(path)")
            let named = path.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first }.map(
                String.init
            )
            var described: Set<String> = []
            if case .list(let parameters)? = get["parameters"] {
                for parameter in parameters {
                    if case .text(let name)? = resolved(parameter)["name"] { described.insert(name) }
                }
            }
            for name in named { #expect(described.contains(name), "\(path) does not describe \(name)") }
        }
    }

    @Test func `a form with a document has the parameters of the address beside it`() {
        for path in ["/like", "/like.json"] {
            let body = document["paths"]?[path]?["post"]?["requestBody"]
            let form = body?["content"]?["multipart/form-data"]?["schema"]?["properties"]
            for name in ["q", "record", "lang", "file"] { #expect(form?[name] != nil, "\(path) \(name)") }
        }
        let body = document["paths"]?["/numbers"]?["post"]?["requestBody"]
        #expect(body != nil && body?["content"]?["multipart/form-data"] == nil)
    }

    @Test(arguments: [
        ("/names", "pick"), ("/fields", "line"), ("/concordance.csv", "lang"), ("/codes.csv", "lang"),
    ])
    func `what an address takes is described`(path: String, name: String) {
        guard case .list(let parameters)? = document["paths"]?[path]?["get"]?["parameters"] else {
            Issue.record("\(path) describes no parameters")
            return
        }
        #expect(parameters.contains { resolved($0)["name"] == JSONNode.text(name) })
    }

    private func resolved(_ node: JSONNode) -> JSONNode {
        guard case .text(let reference)? = node["$ref"] else { return node }
        return reference.dropFirst(2).split(separator: "/").reduce(document) { $0[String($1)] ?? [:] }
    }

    private static func references(_ node: JSONNode) -> [String] {
        switch node {
        case .object(let members):
            members.flatMap { name, value -> [String] in
                if name == "$ref", case .text(let reference) = value { return [reference] }
                return references(value)
            }
        case .list(let list): list.flatMap(references)
        case .text, .number, .claim: []
        }
    }
}
