import CVips
import Foundation
import Images

/// Reads foreign pictures, one after the other, for the program that started it.
///
/// It takes no arguments; `Images.ImageFrame` says what goes in and out. It gives up all that it does not need before it
/// reads the first byte, and ends when its input does.
@main
struct HuizhiImages {
    /// 1 GiB of address space, ten minutes of processor time for all its pictures together, and the standard streams.
    private static let limits = cvips_limits(memory: 1 << 30, seconds: 600, files: 8)

    static func main() throws {
        let output = FileHandle.standardOutput
        guard unsafe cvips_start(ImageReader.programName, limits) == 0 else { exit(1) }
        try output.write(contentsOf: ImageFrame.greeting)
        while let head = try bytes(ImageFrame.questionHead), let question = ImageFrame.Question(head),
            let file = try bytes(question.length)
        {
            try output.write(contentsOf: answer(question, file))
        }
    }

    private static func answer(_ question: ImageFrame.Question, _ file: [UInt8]) -> Data {
        var picture = unsafe cvips_picture()
        defer { unsafe cvips_free(&picture) }
        // The bytes stay where they are during the call.
        let status = unsafe file.withUnsafeBytes { bytes in
            unsafe cvips_png(bytes.baseAddress, bytes.count, question.bounds.pixels, question.bounds.side, &picture)
        }
        guard status == 0 else {
            let reason = Array((unsafe String(cString: cvips_reason())).utf8)
            let head = ImageFrame.AnswerHead(isPicture: false, width: 0, height: 0, length: reason.count)
            return Data(head.bytes + reason)
        }
        let head = unsafe ImageFrame.AnswerHead(
            isPicture: true,
            width: Int(picture.width),
            height: Int(picture.height),
            length: picture.length
        )
        // The library gave `length` bytes at `bytes`.
        return unsafe Data(head.bytes) + Data(bytes: picture.bytes, count: picture.length)
    }

    /// So many bytes of the input; nil where it ends before.
    private static func bytes(_ count: Int) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard let some = try FileHandle.standardInput.read(upToCount: count - bytes.count), !some.isEmpty else {
                return nil
            }
            bytes += some
        }
        return bytes
    }
}
