import Foundation

/// Folders that come with the program.
package enum ProgramFolder {
    /// Levels above the program and the working folder in which a folder is looked for.
    private static let levels = 8

    /// A folder at the program, above it, or above the working folder.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - item: a file or folder in it by which it is known.
    /// - Returns: its path; nil where there is none.
    package static func found(_ name: String, with item: String) -> String? {
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        let here = URL(filePath: FileManager.default.currentDirectoryPath)
        for start in [program, here].compactMap(\.self) {
            var folder = start
            for _ in 0..<levels {
                let candidate = folder.appending(path: name)
                if FileManager.default.fileExists(atPath: candidate.appending(path: item).path) {
                    return candidate.path
                }
                folder.deleteLastPathComponent()
            }
        }
        return nil
    }
}
