import Dispatch
import Foundation
import Synchronization

/// Reads pictures of foreign files by a program of its own, which may crash or hang without harm here.
///
/// One picture is read at a time. The program is started with the first picture, ended with the reader, and replaced after
/// every failure and every ``picturesPerProgram`` pictures. A picture that fails is tried once more by a new one, but for
/// one that took too long.
package final class ImageReader: Sendable {
    /// How many pictures one program reads at most: what leaks or was taken over ends with it.
    static let picturesPerProgram = 500
    /// The name of the program, which lies beside the one that runs.
    package static let programName = "huizhi-images"

    private struct State {
        var running: ImageProgram?
        /// Why nothing can be read; found out once.
        var missing: String?
    }

    private let program: String
    private let bounds: ImageBounds
    /// How long one picture may take.
    private let patience: Duration
    private let state = Mutex(State())
    // Pipes block whoever waits for them; no cooperative thread may.
    private let queue = DispatchQueue(label: "image-reading")

    /// A reader that asks the program at a path.
    ///
    /// - Parameters:
    ///   - program: its path; nil for the one beside the program that runs.
    ///   - bounds: what a picture may be.
    ///   - patience: how long one may take; 20 seconds are two hundred times what a scanned page needs.
    package init(program: String? = nil, bounds: ImageBounds = ImageBounds(), patience: Duration = .seconds(20)) {
        self.program = program ?? Self.neighbour
        self.bounds = bounds
        self.patience = patience
    }

    /// Reads a TIFF, PNG, JPEG, GIF or WebP file; of several pages the first.
    ///
    /// - Throws: `ImageFailure`.
    package func callAsFunction(_ file: [UInt8]) async throws -> ReadImage {
        var time = Duration.zero
        return try await callAsFunction(file, time: &time)
    }

    /// Reads one, and adds how long that took, without the time it waited for others.
    ///
    /// - Throws: `ImageFailure`.
    package func callAsFunction(_ file: [UInt8], time: inout Duration) async throws -> ReadImage {
        guard file.count <= ImageBounds.fileBytes else {
            throw ImageFailure.refused(reason: "larger than \(ImageBounds.fileBytes) bytes")
        }
        guard !PNGFile.isCut(file) else { throw ImageFailure.refused(reason: "a PNG file without its end") }
        typealias Outcome = (result: Result<ReadImage, ImageFailure>, time: Duration)
        let outcome = await withCheckedContinuation { (continuation: CheckedContinuation<Outcome, Never>) in
            queue.async {
                let begun = ContinuousClock.now
                let result = self.read(file)
                continuation.resume(returning: (result: result, time: begun.duration(to: .now)))
            }
        }
        time += outcome.time
        return try outcome.result.get()
    }

    private static var neighbour: String {
        let running = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (running as NSString).deletingLastPathComponent + "/" + programName
    }

    private func start() throws(ImageFailure) -> ImageProgram {
        try ImageProgram(program, patience: patience)
    }

    // On the queue alone.
    private func read(_ file: [UInt8]) -> Result<ReadImage, ImageFailure> {
        state.withLock { state in
            var failure = ImageFailure.refused(reason: "")
            for _ in 0..<2 {
                let begun = ContinuousClock.now
                do throws(ImageFailure) {
                    if let missing = state.missing { throw .unavailable(reason: missing) }
                    let program = if let running = state.running { running } else { try start() }
                    state.running = nil
                    let image = try program.read(file, bounds, patience: patience)
                    if program.pictures < Self.picturesPerProgram { state.running = program }
                    return .success(image)
                } catch {
                    failure = error
                    if case .unavailable(let reason) = error {
                        state.missing = reason
                        return .failure(error)
                    }
                    // What took too long once does so again.
                    if begun.duration(to: .now) >= patience { break }
                }
            }
            return .failure(failure)
        }
    }
}
