import Foundation

/// Runs `body` with the path of a new folder and removes it afterwards.
func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
    let path = NSTemporaryDirectory() + "huizhi-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer {
        // A folder left behind in the temporary files harms nothing.
        try? FileManager.default.removeItem(atPath: path)
    }
    return try await body(path)
}
