import Foundation

/// Compares a document with its schema in the description of the interface: the part of JSON Schema that it uses.
struct SchemaCheck {
    let description: [String: Any]

    /// What is wrong; empty for a document that is as described.
    ///
    /// Members that no schema names are wrong too, unless the schema allows them.
    func faults(_ value: Any, schema name: String) -> [String] {
        faults(value, ["$ref": "#/components/schemas/" + name], name)
    }

    private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        if let reference = schema["$ref"] as? String { return faults(value, resolved(reference), place) }
        if let all = schema["allOf"] as? [[String: Any]] {
            return all.flatMap { part in
                var part = part
                part["additionalProperties"] = true
                return faults(value, part, place)
            }
        }
        var found: [String] = []
        if let allowed = schema["enum"] as? [String], let text = value as? String, !allowed.contains(text) {
            found.append("\(place): \(text) is none of \(allowed)")
        }
        if !fits(value, schema["type"]) { found.append("\(place): \(value) is no \(schema["type"] ?? "?")") }
        if let members = value as? [String: Any] { found += faults(members: members, schema, place) }
        if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
            found += list.enumerated().flatMap { faults($0.element, items, "\(place)[\($0.offset)]") }
        }
        return found
    }

    private func faults(members: [String: Any], _ schema: [String: Any], _ place: String) -> [String] {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        var found: [String] = []
        for name in schema["required"] as? [String] ?? [] where members[name] == nil {
            found.append("\(place).\(name) is missing")
        }
        for (name, value) in members {
            if let property = properties[name] {
                found += faults(value, property, "\(place).\(name)")
            } else if let others = schema["additionalProperties"] as? [String: Any] {
                found += faults(value, others, "\(place).\(name)")
            } else if schema["additionalProperties"] as? Bool != true {
                found.append("\(place).\(name) is not described")
            }
        }
        return found
    }

    private func resolved(_ reference: String) -> [String: Any] {
        reference.dropFirst(2).split(separator: "/").reduce(description) { $0[String($1)] as? [String: Any] ?? [:] }
    }

    private func fits(_ value: Any, _ type: Any?) -> Bool {
        guard let type else { return true }
        if let types = type as? [String] { return types.contains { fits(value, $0) } }
        switch type as? String {
        case "object": return value is [String: Any]
        case "array": return value is [Any]
        case "string": return value is String
        case "null": return value is NSNull
        case "boolean": return value is Bool
        case "integer": return (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        case "number": return value is NSNumber
        default: return false
        }
    }
}
