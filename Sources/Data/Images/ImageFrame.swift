/// The bytes that go to the program that reads pictures, and come back from it.
///
/// **Shape** All numbers have 4 bytes, the most significant first, but for the pixels, which have 8. Once it is ready, the
/// program writes ``greeting``. A question is the length of the file, the longer side, the pixels, the file; an answer is
/// 0 or, where it failed, 1, the width, the height, the length of what follows: the PNG, or the reason in UTF-8.
package enum ImageFrame {
    /// What the program writes when it is ready to be asked, its limits set.
    package static let greeting = Array("huizhi-images 1\n".utf8)
    /// The length of what stands before the file in a question, in bytes.
    package static let questionHead = 16
    /// The length of what stands before the picture in an answer, in bytes.
    package static let answerHead = 16

    /// A question.
    package struct Question: Sendable, Hashable {
        package var length: Int
        package var bounds: ImageBounds

        /// Puts a question together.
        package init(length: Int, bounds: ImageBounds) {
            self.length = length
            self.bounds = bounds
        }

        /// Reads ``ImageFrame/questionHead`` bytes; nil where they ask for something too long.
        package init?(_ head: [UInt8]) {
            guard head.count == ImageFrame.questionHead else { return nil }
            length = Int(number(head[0..<4]))
            bounds = ImageBounds()
            bounds.side = UInt32(number(head[4..<8]))
            bounds.pixels = number(head[8..<16])
            guard length <= ImageBounds.fileBytes else { return nil }
        }

        /// The bytes before the file.
        package var head: [UInt8] {
            bytes(UInt64(length), 4) + bytes(UInt64(bounds.side), 4) + bytes(bounds.pixels, 8)
        }
    }

    /// What stands before the picture, or before the reason, in an answer.
    package struct AnswerHead: Sendable, Hashable {
        package var isPicture: Bool
        package var width: Int
        package var height: Int
        package var length: Int

        /// Describes an answer.
        package init(isPicture: Bool, width: Int, height: Int, length: Int) {
            self.isPicture = isPicture
            self.width = width
            self.height = height
            self.length = length
        }

        /// Reads ``ImageFrame/answerHead`` bytes; nil where they are no head or announce something too long.
        package init?(_ head: [UInt8]) {
            guard head.count == ImageFrame.answerHead, number(head[0..<4]) <= 1 else { return nil }
            isPicture = number(head[0..<4]) == 0
            width = Int(number(head[4..<8]))
            height = Int(number(head[8..<12]))
            length = Int(number(head[12..<16]))
            guard length <= (isPicture ? ImageBounds.answerBytes : ImageBounds.reasonBytes) else { return nil }
        }

        /// Its bytes.
        package var bytes: [UInt8] {
            [isPicture ? 0 : 1, width, height, length].flatMap { ImageFrame.bytes(UInt64($0), 4) }
        }
    }

    /// A reason in words that may stand in a line of a report or on a terminal: what steers either is replaced.
    static func reason(_ bytes: [UInt8]) -> String {
        var text = ""
        for scalar in String(decoding: bytes.prefix(ImageBounds.reasonBytes), as: UTF8.self).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: text.unicodeScalars.append("\u{FFFD}")
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func bytes(_ number: UInt64, _ count: UInt64) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
