import Domain
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The text of a PDF (ISO 32000), read by `pdftotext` of Poppler in a process of its own.
///
/// What a stranger sends is parsed outside of this process, so that a crash or endless work ends there: the other process
/// has no shell, no environment, no open files but two temporary ones without names, and limits of time, memory and
/// output, set by `timeout` of coreutils and `prlimit` of util-linux. It is no sandbox: a document that takes the program
/// over can open files and connections as the user that runs Huizhi can.
struct PDFText {
    /// Most memory that the process may have, in bytes.
    static let memoryBytes = 512 << 20
    /// The beginning of every PDF.
    static let head = "%PDF"

    /// The program that bounds the time.
    var clock = "/usr/bin/timeout"
    /// The program that bounds memory, computing and output.
    var limits = "/usr/bin/prlimit"
    /// The program that reads; Debian has it in `poppler-utils`.
    var program = "/usr/bin/pdftotext"
    /// After so many seconds, of the clock or of computing, the process is killed.
    var seconds = 10
    /// Most bytes of text that are read.
    var limit = DocumentText.maximumBytes

    /// Reads a PDF; the lines of a paragraph become one.
    ///
    /// - Throws: `DocumentFault` when it gives no text, `FormatFailure.unreadable` when there is no room for a temporary
    ///   file or another process.
    func read(_ bytes: [UInt8]) throws -> String {
        for path in [clock, limits, program] where !FileManager.default.isExecutableFile(atPath: path) {
            throw DocumentFault.pdfUnsupported(program: Self.name(path))
        }
        let file = try OpenFile.temporary(holding: ByteList(bytes), limit: Int64(bytes.count))
        let output = try OpenFile.temporary(holding: ByteList([]), limit: 0)
        let reader = ChildProcess(
            path: clock,
            arguments: [
                "--signal=KILL", "\(seconds)", limits, "--as=\(Self.memoryBytes)", "--cpu=\(seconds)",
                "--fsize=\(limit)", "--core=0", program, "-q", "-nopgbrk", "-enc", "UTF-8", "-", "-",
            ]
        )
        switch try reader.run(reading: file, writing: output) {
        case .status(0): break
        // `timeout` ends by the signal that ended what it started.
        case .signal(SIGXFSZ): throw DocumentFault.tooLong
        case .signal(SIGKILL), .signal(SIGXCPU): throw DocumentFault.pdfSlow
        // `timeout` and `prlimit` end so when they, or what they are to start, cannot run; `pdftotext` never does.
        case .status(125...127):
            let names = "\(Self.name(clock)), \(Self.name(limits)) or \(Self.name(program))"
            throw DocumentFault.pdfUnsupported(program: names)
        // The dictionary that names the encryption is never compressed itself (ISO 32000-1 sections 7.5.5 and 7.5.8).
        case _ where bytes.firstRange(of: Array("/Encrypt".utf8)) != nil: throw DocumentFault.pdfLocked
        default: throw DocumentFault.pdfDamaged
        }
        let text = Self.joined(String(decoding: try output.read(at: 0, count: limit), as: UTF8.self))
        guard !text.isEmpty else { throw DocumentFault.pdfScanned }
        return text
    }

    /// A program's name without the folder, which tells strangers nothing of this machine.
    private static func name(_ path: String) -> String { URL(filePath: path).lastPathComponent }

    /// Joins the lines of each paragraph: Han text without a blank, so that no word is torn at the end of a line.
    static func joined(_ text: String) -> String {
        var result = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard let first = line.unicodeScalars.first else {
                if let last = result.last, last != "\n" { result += "\n" }
                continue
            }
            if let last = result.unicodeScalars.last, last != "\n", !(last.isHan && first.isHan) { result += " " }
            result += line
        }
        return result.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
