import Dispatch
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// One running program that reads pictures; it ends with this object.
final class ImageProgram {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    /// How many pictures it read.
    private(set) var pictures = 0

    /// Starts the program and waits until it is ready.
    ///
    /// - Throws: `ImageFailure.unavailable` when it is not there or does not get ready.
    init(_ path: String, patience: Duration) throws(ImageFailure) {
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw .unavailable(reason: "the program \(path) is not there")
        }
        // Writing to a program that died is an error to handle, not an end of this one.
        signal(SIGPIPE, SIG_IGN)
        process.executableURL = URL(filePath: path)
        // Addresses of databases and other secrets of the environment are none of its business.
        process.environment = [:]
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw .unavailable(reason: "the program \(path) cannot be started: \(error.localizedDescription)")
        }
        guard within(patience, { read(ImageFrame.greeting.count) == ImageFrame.greeting }) else {
            end()
            throw .unavailable(reason: "the program \(path) does not start; is libvips installed?")
        }
    }

    deinit { end() }

    /// Reads one picture.
    ///
    /// - Throws: `ImageFailure.refused`, after which it is not to be asked again.
    func read(_ file: [UInt8], _ bounds: ImageBounds, patience: Duration) throws(ImageFailure) -> ReadImage {
        var reason: String?
        let image = within(patience) { () -> ReadImage? in
            let question = ImageFrame.Question(length: file.count, bounds: bounds)
            guard write(question.head + file),
                let head = read(ImageFrame.answerHead).flatMap(ImageFrame.AnswerHead.init),
                let bytes = read(head.length)
            else { return nil }
            guard head.isPicture else {
                reason = ImageFrame.reason(bytes)
                return nil
            }
            // What it says is looked at like everything that comes from outside.
            guard let size = PNGFile.size(bytes), size == (head.width, head.height),
                max(size.width, size.height) <= Int(bounds.side), min(size.width, size.height) >= 1
            else { return nil }
            return ReadImage(png: bytes, width: size.width, height: size.height)
        }
        guard let image else { throw .refused(reason: reason ?? "reading it took too long or failed") }
        pictures += 1
        return image
    }

    /// Does something, ending the program when that takes too long.
    private func within<T>(_ patience: Duration, _ body: () -> T) -> T {
        let number = process.processIdentifier
        let end = DispatchWorkItem { kill(number, SIGKILL) }
        let seconds = patience / .seconds(1)
        // A thread of its own: the shared ones may all be busy when it matters.
        DispatchQueue(label: "image-deadline").asyncAfter(deadline: .now() + seconds, execute: end)
        defer { end.cancel() }
        return body()
    }

    private func end() {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    private func write(_ bytes: [UInt8]) -> Bool {
        // A program that died says nothing of why; that it did is the answer.
        (try? input.fileHandleForWriting.write(contentsOf: Data(bytes))) != nil
    }

    /// So many bytes; nil where the program ends before.
    private func read(_ count: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard let some = try? output.fileHandleForReading.read(upToCount: count - bytes.count), !some.isEmpty else {
                return nil
            }
            bytes += some
        }
        return bytes
    }
}
