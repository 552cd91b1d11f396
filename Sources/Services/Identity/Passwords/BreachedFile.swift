internal import Bytes
internal import Crypto
internal import Domain
internal import Foundation

/// An operator's file of breached passwords: lines of an SHA-1 in 40 hexadecimal digits, a colon and a count, in order.
///
/// This is the shape of the list "ordered by hash" that Have I Been Pwned offers. The file is mapped and halved, so its
/// size costs neither memory nor time at start. Replace it by renaming another over it and starting again; one that is
/// made shorter in its place stops the process.
struct BreachedFile: Sendable {
    /// No line is longer, in bytes: digits, colon, a count, CR and LF.
    private static let longestLine = 64
    private static let digits = 40
    /// At start every line is checked in so many bytes at the head, and one line at so many places of the rest.
    private static let checkedHead = 1 << 20
    private static let checkedPlaces = 1000

    private let file: MappedFile

    /// Maps and checks the file.
    ///
    /// - Throws: `FileFailure` when it cannot be mapped; `Failure.invalid` with line and remedy when it has another shape.
    init(_ path: String) throws {
        file = try MappedFile(path)
        guard file.count > 0 else { throw Self.failure(path, "the file is empty") }
        var last: [UInt8]?
        func check(_ start: Int, _ name: String) throws -> Int {
            let line = line(at: start)
            guard let hash = Self.hash(of: line.bytes) else {
                throw Self.failure(
                    path,
                    "\(name) is no SHA-1 with a count: \(String(decoding: line.bytes.prefix(60), as: UTF8.self))"
                )
            }
            if let last, !last.lexicographicallyPrecedes(hash) {
                throw Self.failure(path, "\(name) is not behind the line before it")
            }
            last = hash
            return line.end
        }
        var start = 0
        var number = 0
        while start < min(file.count, Self.checkedHead) {
            number += 1
            start = try check(start, "line \(number)")
        }
        guard start < file.count else { return }
        let step = max(1, (file.count - start) / Self.checkedPlaces)
        var place = start + step
        while place < file.count {
            let begin = lineStart(place)
            if begin >= start { start = try check(begin, "the line at byte \(begin)") }
            place += step
        }
        let begin = lineStart(file.count - 1)
        if begin >= start { _ = try check(begin, "the last line") }
    }

    /// Whether the SHA-1 of some bytes is in the file.
    func contains(_ password: [UInt8]) -> Bool {
        let sought = Array(Insecure.SHA1.hash(data: password))
        // Every line that begins before `low` has a smaller hash; none that begins at `high` or later has this one.
        var low = 0
        var high = file.count
        while low < high {
            let start = lineStart(low + (high - low) / 2)
            let line = line(at: start)
            // Only a file that was changed since it was checked has such a line.
            guard let hash = Self.hash(of: line.bytes) else { return false }
            if hash == sought { return true }
            if hash.lexicographicallyPrecedes(sought) { low = line.end } else { high = start }
        }
        return false
    }

    /// Where the line begins that a byte belongs to.
    private func lineStart(_ place: Int) -> Int {
        var start = place
        while start > 0, place - start < Self.longestLine, file.byte(at: start - 1) != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    /// The bytes of the line that begins at a place, without its end, and where the next one begins.
    private func line(at start: Int) -> (bytes: [UInt8], end: Int) {
        let bytes = file.bytes(start..<min(file.count, start + Self.longestLine))
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return (bytes, start + bytes.count) }
        let line = bytes[..<end]
        return (Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line), start + end + 1)
    }

    /// The hash of a line; nil where the line has another shape.
    private static func hash(of line: [UInt8]) -> [UInt8]? {
        guard line.count > digits + 1, line[digits] == UInt8(ascii: ":"),
            line[(digits + 1)...].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        var hash: [UInt8] = []
        for place in stride(from: 0, to: digits, by: 2) {
            guard let high = value(line[place]), let low = value(line[place + 1]) else { return nil }
            hash.append(high << 4 | low)
        }
        return hash
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func failure(_ path: String, _ reason: String) -> Failure {
        .invalid(
            field: path,
            reason:
                "\(reason); it takes lines SHA1:count in ascending order, as Have I Been Pwned offers ordered by hash"
        )
    }
}
