import Foundation
import TestPicture
import Testing

@testable import Images

/// What the real program makes of good and hostile files; it lies beside the tests.
struct ImageReaderTests {
    private let read = ImageReader()

    /// The reason for which a file is refused; nil where it is not.
    private func refusal(of file: [UInt8], by reader: ImageReader? = nil) async throws -> String? {
        do {
            _ = try await (reader ?? read)(file)
            return nil
        } catch ImageFailure.refused(let reason) {
            return reason
        }
    }

    @Test func `a TIFF of two tones becomes a PNG of one bit a pixel`() async throws {
        let image = try await read(TestPicture.tiff(width: 40, height: 24))
        #expect(image.width == 40 && image.height == 24)
        // PNG, third edition, section 11.2.1: width, height, bit depth, colour type.
        #expect(image.png[16..<26].elementsEqual([0, 0, 0, 40, 0, 0, 0, 24, 1, 0]))
    }

    @Test func `a picture is made smaller until its longer side fits`() async throws {
        let image = try await read(TestPicture.tiff(width: 1_000, height: 4_000))
        #expect(image.width == 500 && image.height == 2_000)
        var bounds = ImageBounds()
        bounds.side = 10
        let tiny = try await ImageReader(bounds: bounds)(TestPicture.tiff(width: 40, height: 24))
        #expect(tiny.width == 10 && tiny.height == 6)
    }

    @Test func `the same file becomes the same bytes`() async throws {
        let file = TestPicture.tiff(width: 40, height: 24)
        #expect(try await read(file).png == ImageReader()(file).png)
    }

    @Test func `what is transparent becomes white`() async throws {
        // One pixel without colour and without cover.
        let clear = TestPicture.png(width: 1, height: 1, colour: 6, rows: [0, 255, 0, 0, 0])
        let white = TestPicture.png(width: 1, height: 1, colour: 2, rows: [0, 255, 255, 255])
        #expect(try await read(clear).png == read(white).png)
    }

    @Test func `what is no whole picture is refused with its reason`() async throws {
        let whole = TestPicture.png(width: 1, height: 1, colour: 0, rows: [0, 7])
        #expect(try await refusal(of: whole) == nil)
        #expect(try await refusal(of: Array(whole.dropLast(12))) == "a PNG file without its end")
        // Rows of nine pixels are announced, and one pixel is there.
        let short = TestPicture.png(width: 9, height: 9, colour: 0, rows: [0, 7])
        #expect(try await refusal(of: short)?.isEmpty == false)
        let none = "no whole TIFF, PNG, JPEG, GIF or WebP picture"
        #expect(try await refusal(of: []) == none)
        #expect(
            try await refusal(of: Array("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".utf8)) == none
        )
        #expect(try await refusal(of: Array("%PDF-1.4\n%%EOF".utf8)) == none)
        #expect(try await refusal(of: (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 151) }) == none)
        #expect(try await refusal(of: Array(TestPicture.tiff(width: 40, height: 24).prefix(60))) != nil)
        // After all that a good one is read still.
        #expect(try await refusal(of: whole) == nil)
    }

    @Test func `a header that promises too many pixels is refused before anything is read`() async throws {
        let bomb = TestPicture.png(width: 60_000, height: 60_000, colour: 0, rows: [0, 7])
        #expect(try await refusal(of: bomb) == "60000 x 60000 pixels are more than 100000000")
        let large = [UInt8](repeating: 0, count: ImageBounds.fileBytes + 1)
        #expect(try await refusal(of: large) == "larger than 33554432 bytes")
    }

    @Test func `where the program is not there, that is said`() async throws {
        await #expect(throws: ImageFailure.unavailable(reason: "the program /nowhere/huizhi-images is not there")) {
            try await ImageReader(program: "/nowhere/huizhi-images")(TestPicture.tiff(width: 8, height: 8))
        }
        await #expect(
            throws: ImageFailure.unavailable(reason: "the program /bin/true does not start; is libvips installed?")
        ) {
            try await ImageReader(program: "/bin/true")(TestPicture.tiff(width: 8, height: 8))
        }
    }

    @Test func `a program that hangs is ended, and the picture not tried again`() async throws {
        let folder = NSTemporaryDirectory() + "huizhi-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let program = folder + "/hanging"
        let script = "#!/bin/sh\necho start >> \(folder)/starts\nprintf 'huizhi-images 1\\n'\nexec /bin/sleep 600\n"
        try Data(script.utf8).write(to: URL(filePath: program))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
        let reader = ImageReader(program: program, patience: .milliseconds(400))
        let start = ContinuousClock.now
        let file = TestPicture.tiff(width: 8, height: 8)
        #expect(try await refusal(of: file, by: reader) == "reading it took too long or failed")
        // Other tests keep the machine busy meanwhile.
        #expect(ContinuousClock.now - start < .seconds(200))
        #expect(try String(contentsOfFile: folder + "/starts", encoding: .utf8) == "start\n")
    }

    @Test func `a reason is short and steers no terminal`() {
        #expect(ImageFrame.reason(Array("a\u{1B}[2J\n\u{202E}图".utf8)) == "a\u{FFFD}[2J\u{FFFD}\u{FFFD}图")
        #expect(ImageFrame.reason([UInt8](repeating: 97, count: 600)).utf8.count == 512)
        let long = ImageFrame.AnswerHead(isPicture: false, width: 0, height: 0, length: 513)
        #expect(ImageFrame.AnswerHead(long.bytes) == nil)
        let picture = ImageFrame.AnswerHead(isPicture: true, width: 1, height: 1, length: 513)
        #expect(ImageFrame.AnswerHead(picture.bytes) == picture)
    }

    private static let real = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../shared/data/patents/cn-patent-xml-published-4"
    )

    @Test(.enabled(if: FileManager.default.fileExists(atPath: real.path), "the real documents are not there"))
    func `scanned drawings of real documents keep their size and stay small`() async throws {
        for (name, width, height, bytes) in [
            ("CN102010000298420CN00001019453140BFULZH20190802CN00D/201010298420.TIF", 582, 406, 4_000),
            ("CN102009000190429CN00001020256780AFULZH20110420CN00R/B2009101904290D0000066.TIF", 70, 57, 400),
            ("CN102019000302430CN00001100838310AFULZH20190802CN00G/HDA0002028670190000011.TIF", 1186, 1016, 9_000),
            // 1,975 x 2,820 in the file.
            ("CN101985000000312CN00000851003120AFULZH19870204CN00Z/85100312_DRIMG1.TIF", 1401, 2000, 160_000),
        ] {
            let file = Array(try Data(contentsOf: Self.real.appending(path: name)))
            let image = try await read(file)
            #expect(image.width == width && image.height == height && image.png.count < bytes, "\(name)")
        }
    }
}
