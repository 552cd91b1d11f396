package import Domain
import Foundation

/// The classes that a file of a classification names.
///
/// **Shape** Tables of comma, tab or semicolon: a column `symbol` or `code`; titles in `title` or `name` (the language is
/// found out), or in columns of their language (`zh`, `en`, `title_zh`, `title_en`); a column `parent`, `ipc`. WIPO's
/// IPC-Technology Concordance by its columns `Field_number` and `IPC_code`. JSON trees of `id` or `code`, `name` and
/// `children`; the Nice Classification as `classes`, `goods` and `services`.
package struct ClassFile: Sendable {
    package var scheme: ClassScheme
    package var entries: [ClassEntry]
    /// The edition, where the file names it.
    package var edition: String?

    /// A file larger than this is no classification; 128 MiB.
    private static let largest = 128 << 20

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - scheme: The scheme, where it is known; else found out by the symbols.
    /// - Throws: `FormatFailure.unreadable`, `.limit`; `Failure.invalid` naming the file, and the place where there is one.
    package init(path: String, scheme: ClassScheme? = nil) throws {
        let stream = try FileStream(path: path)
        var bytes: [UInt8] = []
        while case let chunk = try stream.next(), !chunk.isEmpty {
            bytes += chunk
            guard bytes.count <= Self.largest else {
                throw FormatFailure.limit(setting: "largest", reason: "\(path) is larger than 128 MiB")
            }
        }
        do {
            guard let text = Self.text(bytes) else {
                throw Failure.invalid(field: "encoding", reason: "it is no text in UTF-8 or GB 18030")
            }
            let start = text.first { !$0.isWhitespace }
            let draft = start == "[" || start == "{" ? try ClassTree(text).draft : try ClassSheet(text).draft
            try self.init(draft, known: scheme)
        } catch Failure.invalid(let field, let reason) {
            throw Failure.invalid(field: "\(path), \(field)", reason: reason)
        }
    }

    /// A file as it was read: symbols as they stand there.
    struct Draft {
        var scheme: ClassScheme?
        var edition: String?
        var lines: [Line] = []

        /// A class as it stands in a file.
        struct Line {
            /// Where it stands, for messages.
            var place: String
            var symbol: String
            var parent: String?
            var zh: String?
            var en: String?
            var ipc: [String] = []
        }
    }

    private init(_ draft: Draft, known: ClassScheme?) throws {
        guard !draft.lines.isEmpty else { throw Failure.invalid(field: "content", reason: "it names no class") }
        guard let scheme = known ?? draft.scheme ?? Self.scheme(of: draft.lines) else {
            throw Failure.invalid(
                field: "symbols",
                reason: "they do not tell which scheme they are of; name it with --scheme, such as --scheme ipc"
            )
        }
        self.scheme = scheme
        edition = draft.edition
        // The letter of an industry stands only at the top of the file.
        var seen: Set<String> = []
        entries = try draft.lines.compactMap { line in
            guard let symbol = scheme.symbol(reading: line.symbol) else {
                throw Failure.invalid(field: line.place, reason: "\(line.symbol) is no symbol of \(scheme.rawValue)")
            }
            // A class listed at several places has the first.
            guard seen.insert(symbol).inserted else { return nil }
            let parent = line.parent.flatMap(scheme.symbol).flatMap { $0 == scheme.parent(of: symbol) ? nil : $0 }
            let ipc = line.ipc.compactMap(ClassScheme.ipc.symbol)
            return ClassEntry(symbol, parent: parent, zh: line.zh, en: line.en, ipc: ipc)
        }
    }

    private static func text(_ bytes: [UInt8]) -> String? {
        guard let head = TextHead(Array(bytes.prefix(Recognition.headLength))) else { return nil }
        let body = bytes.dropFirst(head.markLength)
        guard head.encoding == .utf16LittleEndian || head.encoding == .utf16BigEndian else {
            return head.encoding.text(body)
        }
        return String(
            data: Data(body),
            encoding: head.encoding == .utf16LittleEndian ? .utf16LittleEndian : .utf16BigEndian
        )
    }

    /// The scheme whose symbols these are; nil where several have such.
    private static func scheme(of lines: [Draft.Line]) -> ClassScheme? {
        let symbols = lines.prefix(2_000).map(\.symbol)
        func all(_ scheme: ClassScheme) -> Bool { symbols.allSatisfy { scheme.symbol(reading: $0) != nil } }
        let hasDigitsFirst = symbols.allSatisfy { $0.utf8.first.map { $0 <= 0x39 } ?? false }
        guard hasDigitsFirst else {
            // Only CPC puts what it adds to IPC in braces, and only it has a section Y.
            if all(.cpc), lines.contains(where: { $0.symbol.hasPrefix("Y") || $0.en?.contains("{") == true }) {
                return .cpc
            }
            return all(.industry) && !all(.ipc) ? .industry : nil
        }
        if symbols.contains(where: { $0.contains(".") }) { return all(.vienna) ? .vienna : nil }
        if symbols.contains(where: { $0.contains("-") }) { return all(.locarno) ? .locarno : nil }
        // Numbers alone: how many there are tells.
        let numbers = Set(symbols.compactMap { Int($0) })
        let greatest: [ClassScheme: Int] = [.vienna: 29, .locarno: 32, .nice: 45]
        return greatest.first { numbers == Set(1...$0.value) }?.key
    }
}
