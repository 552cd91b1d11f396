import Domain
import Foundation
import Links
import Pages

/// Stylesheet, scripts and icons, read once at start.
struct Assets: Sendable {
    private var files: [String: Answer] = [:]
    /// The names under which files are served, by those they have in the folder.
    private(set) var names: [String: AssetName] = [:]
    /// The icon at an address that is always the same; nil where the folder has none.
    private(set) var icon: Answer?

    /// Reads the folder of static files.
    ///
    /// - Throws: `Failure.unavailable` naming the folder when there is none or a file cannot be read.
    init(folder: String?) throws {
        guard let folder = folder ?? ProgramFolder.found("Public", with: "page.js") else {
            throw Failure.unavailable(
                reason: "the folder Public with scripts and icons was found neither beside the program nor above it; "
                    + "name it with HUIZHI_PUBLIC"
            )
        }
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                guard let type = Self.types[name.split(separator: ".").last.map(String.init) ?? ""] else { continue }
                let bytes = Array(try Data(contentsOf: URL(filePath: folder).appending(path: name)))
                let served = AssetName(name, content: bytes)
                names[name] = served
                files[served.text] = Answer(type: type, body: .bytes(bytes), caching: .immutable)
                guard name == "favicon.svg" else { continue }
                let caching = Answer.Caching.seconds(Self.keptSeconds, tag: EntityTag.of(bytes))
                icon = Answer(type: type, body: .bytes(bytes), caching: caching)
            }
        } catch {
            throw Failure.unavailable(reason: "\(folder) cannot be read: \(error.localizedDescription)")
        }
    }

    /// Takes in the stylesheet of the pages.
    mutating func add(_ stylesheet: Stylesheet) {
        let bytes = Array(stylesheet.text.utf8)
        files[stylesheet.name.text] = Answer(
            type: "text/css; charset=utf-8",
            body: .bytes(bytes),
            caching: .immutable
        )
    }

    /// The file of a name; nil where there is none.
    ///
    /// Names lead nowhere else: nothing is read after start.
    subscript(name: String) -> Answer? { files[name] }

    /// The icon, whose address does not change with its content, may be kept for an hour.
    private static let keptSeconds = 3_600

    private static let types = [
        "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
        "css": "text/css; charset=utf-8", "ico": "image/x-icon", "woff2": "font/woff2",
    ]
}
