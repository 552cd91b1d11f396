import Foundation

/// What comes with the program.
enum Shipped {
    /// The folder of declarations in the repository.
    static let path: String = {
        var root = URL(filePath: #filePath)
        for _ in 1...4 { root.deleteLastPathComponent() }
        return root.appending(path: "Definitions").path
    }()
}
