package import Foundation

/// An element of XML with what stands in it, written in code as it stands in a file.
///
/// **Source** XML 1.0, fifth edition (2008).
package struct XMLNode: Sendable, Hashable {
    /// The name, with the prefix of its namespace.
    package var name: String
    /// Names and values in the order in which they are written.
    package var attributes: [Attribute]
    package var content: [Content]

    /// What stands in an element.
    package enum Content: Sendable, Hashable {
        case text(String)
        case element(XMLNode)
    }

    /// A name with its value.
    package struct Attribute: Sendable, Hashable {
        package var name: String
        package var value: String
    }

    /// An element with others in it; those that are nil are left out.
    package init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLNode?] = []) {
        self.name = name
        self.attributes = attributes.compactMap { name, value in value.map { Attribute(name: name, value: $0) } }
        content = children.compactMap { $0.map(Content.element) }
    }

    /// An element with a text.
    package init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
        self.init(name, attributes)
        content = [.text(text)]
    }

    /// The bytes of a document in UTF-8 with this as its root.
    package var document: Data {
        var result = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        write(into: &result)
        return Data((result + "\n").utf8)
    }

    /// The element without a declaration before it.
    package var text: String {
        var result = ""
        write(into: &result)
        return result
    }

    private func write(into result: inout String) {
        result += "<" + name
        for attribute in attributes { result += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
        guard !content.isEmpty else {
            result += "/>"
            return
        }
        result += ">"
        for part in content {
            switch part {
            case .text(let text): result += Self.escaped(text)
            case .element(let element): element.write(into: &result)
            }
        }
        result += "</\(name)>"
    }

    /// A text as it may stand in an element or an attribute; characters that XML cannot have are left out.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n": result.append(scalar)
            // A carriage return would be read as a line feed.
            case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
            default:
                guard scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF else { continue }
                result.append(scalar)
            }
        }
        return String(result)
    }
}
