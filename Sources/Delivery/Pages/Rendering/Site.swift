import Foundation
import Links
import Mustache

/// Templates, styles, texts and examples as loaded once at start.
struct Site: Sendable {
    let texts: TextTable
    /// One library a language: texts are written into the templates when they are loaded.
    let libraries: [PageLanguage: MustacheLibrary]
    /// The one stylesheet of every page.
    let stylesheet: Stylesheet
    let components: [Component]
    let regions: [Region]

    /// One folder of a component: its name and the states its example shows.
    struct Component: Sendable {
        let name: String
        let example: Example?
    }

    /// The folder in the resource bundle of this module, read once however many renderers there are.
    static let bundled = Result { try Site(folder: Bundle.module.bundleURL.appendingPathComponent("Site")) }

    /// Reads the whole folder.
    ///
    /// - Throws: ``SiteFailure`` naming the file and what to do.
    init(folder: URL) throws {
        let reader = SiteReader(folder: folder)
        MustacheContentTypes.register(HTMLEscaping(), named: HTMLEscaping.name)
        var texts = TextTable()
        for file in try reader.files(in: "Strings", suffix: ".txt") {
            try texts.read(try reader.text(file), file: file)
        }
        let names = try reader.folders(in: "Components")
        let templates = try Self.templates(reader, names)
        self.texts = texts
        libraries = try Self.libraries(templates, texts)
        stylesheet = Stylesheet(try Self.stylesheet(reader, names))
        components = try names.map { name in
            let file = "Components/\(name)/example.json"
            let example = reader.has(file) ? try Example(try reader.text(file), file: file) : nil
            return Component(name: name, example: example)
        }
        regions = try Region.all(try reader.text("regions.json"), file: "regions.json")
    }

    /// A component's `template` goes by its folder's name, its parts by `FOLDER/FILE`, pages by `page/FILE`.
    private static func templates(_ reader: SiteReader, _ components: [String]) throws -> [String: String] {
        var templates: [String: String] = [:]
        for (folder, prefix) in components.map({ ("Components/" + $0, $0) }) + [("Templates", "page")] {
            for file in try reader.files(in: folder, suffix: ".mustache") {
                let name = file.dropFirst(folder.count + 1).dropLast(".mustache".count)
                templates[name == "template" ? prefix : "\(prefix)/\(name)"] = try reader.text(file)
            }
        }
        return templates
    }

    /// Tokens first, then the base, the components by name, then what overrides them: modes and paper.
    private static func stylesheet(_ reader: SiteReader, _ names: [String]) throws -> String {
        let files =
            ["Styles/tokens.css", "Styles/base.css", "Styles/layout.css"]
            + names.map { "Components/\($0)/style.css" }.filter(reader.has)
            + ["Styles/modes.css", "Styles/print.css"]
        return try files.map { try reader.text($0) }.joined(separator: "\n")
    }

    private static func libraries(
        _ templates: [String: String],
        _ texts: TextTable
    ) throws -> [PageLanguage: MustacheLibrary] {
        var result: [PageLanguage: MustacheLibrary] = [:]
        for language in PageLanguage.allCases {
            let words = texts.words(language)
            var library = MustacheLibrary()
            for (name, source) in templates {
                let prepared = try TemplateSource(name: name, text: source)
                    .prepared(words: words, components: Set(templates.keys))
                library.register(prepared, named: name)
            }
            result[language] = library
        }
        return result
    }
}
