import Foundation
import Mustache

/// The text of one template, made ready to parse.
struct TemplateSource {
    let name: String
    let text: String

    /// Writes the texts of one language in, asks for our escaping and parses.
    ///
    /// - Throws: ``SiteFailure`` for a text or component that is not there, or a template that does not parse.
    func prepared(words: Words, components: Set<String>) throws -> MustacheTemplate {
        let localised = try withTexts(words, components)
        // Line ends stay, so that the parser's line numbers are those of the file; indents only make pages longer.
        let lines = localised.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.drop { $0 == " " }
        }
        let source = "{{%CONTENT_TYPE:\(HTMLEscaping.name)}}" + lines.joined(separator: "\n")
        do {
            return try MustacheTemplate(string: source)
        } catch let error as MustacheTemplate.ParserError {
            throw SiteFailure.template(file: name, line: error.context.lineNumber, reason: "\(error.error)")
        } catch {
            throw SiteFailure.template(file: name, line: 1, reason: "\(error)")
        }
    }

    /// Replaces every `{{say.KEY}}` by the escaped text and checks the name of every `{{> component}}`.
    private func withTexts(_ words: Words, _ components: Set<String>) throws -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.range(of: "{{") {
            result += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].range(of: "}}") else { break }
            let tag = rest[open.upperBound..<close.lowerBound]
            if tag.hasPrefix("say.") {
                let key = String(tag.dropFirst("say.".count))
                guard let said = words.optional(key) else { throw SiteFailure.unknownText(key: key, file: name) }
                result += HTMLEscaping.escaped(said)
            } else {
                let component = tag.first == ">" ? String(tag.dropFirst().drop { $0 == " " }) : nil
                if let component, !components.contains(component) {
                    throw SiteFailure.unknownComponent(name: component, file: name)
                }
                result += rest[open.lowerBound..<close.upperBound]
            }
            rest = rest[close.upperBound...]
        }
        return result + rest
    }
}
