import Foundation
import Glibc

/// What the system says of this program.
struct ProcessFigures: Sendable {
    /// Memory in RAM, mapped files among it, in bytes; nil where the system does not say.
    let residentBytes: Int?
    /// Files, sockets and the like that are open; nil where the system does not say.
    let openDescriptors: Int?
    /// Time that the processor has spent; seconds.
    let processorSeconds: Double

    /// Looks at the program now.
    ///
    /// **Source** proc(5): `/proc/self/statm` counts pages, the second number is what is resident.
    init() {
        let pages = FileManager.default.contents(atPath: "/proc/self/statm")
            .map { String(decoding: $0, as: UTF8.self) }?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        residentBytes = pages.map { $0 * Int(getpagesize()) }
        // A system without this folder has no such figure.
        openDescriptors = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        processorSeconds = Double(clock()) / 1_000_000
    }
}
