package import Declarations
import Domain
import Foundation

/// The folder of declarations that come with the program or that the operator wrote: `registers/`, `codes/` and `plans/`, one file
/// each.
package struct DefinitionFolder: Sendable {
    /// Where it is.
    package let path: String

    /// Names a folder; nothing is read yet.
    package init(path: String) {
        self.path = path
    }

    /// The most files of one kind.
    static let most = 1_000

    /// Its files in the order of their names.
    ///
    /// - Throws: `Failure.unavailable` where the folder or a file cannot be read; `Failure.invalid` for a file that is no UTF-8, and
    ///   for too many.
    package func files() throws -> [DeclarationFile] {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure.unavailable(reason: "there is no folder of definitions \(path); name one")
        }
        return try DeclarationFile.Kind.allCases.flatMap { kind in
            let folder = URL(filePath: path).appending(path: kind.folder)
            guard FileManager.default.fileExists(atPath: folder.path) else { return [DeclarationFile]() }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
                $0.hasSuffix(".yaml")
            }
            guard names.count <= Self.most else {
                throw Failure.invalid(field: folder.path, reason: "\(names.count) files, at most \(Self.most) are read")
            }
            return try names.sorted().map { name in
                let file = folder.appending(path: name)
                let bytes = try Data(contentsOf: file)
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    throw Failure.invalid(field: file.path, reason: "it is not UTF-8; save it in UTF-8")
                }
                return DeclarationFile(kind: kind, name: String(name.dropLast(5)), path: file.path, text: text)
            }
        }
    }
}
