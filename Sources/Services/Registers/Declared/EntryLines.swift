import Declarations
import Domain
import Formats
import Foundation

/// Entries as JSON Lines, as they are exported: one document a line, of which `id`, `state`, `sample` and `fields` are read.
///
/// A field that a line leaves out stays as it is, and one that is `null` is emptied; what files are is not taken in by lines.
enum EntryLines {
    /// What is read of a line; what else an exported document has says nothing of the entry.
    private struct Line: Decodable {
        var register: String?
        var id: String?
        var state: String?
        var sample: Bool?
        var fields: [String: FieldValue?]
    }

    /// Reads lines.
    ///
    /// - Parameters:
    ///   - lines: the file.
    ///   - register: the register that they go into.
    ///   - most: the most lines.
    /// - Returns: the rows, and what is wrong with lines that are none.
    /// - Throws: `Failure.invalid` where there are more lines; what the file throws.
    static func read(
        _ lines: PlainLines,
        into register: RegisterDeclaration,
        most: Int
    ) throws -> (rows: [TableRow], problems: [ImportProblem]) {
        var rows: [TableRow] = []
        var problems: [ImportProblem] = []
        let decoder = JSONDecoder()
        try lines.lines { number, text in
            guard rows.count < most else { throw ImportEntries.tooLong(most) }
            do {
                let line = try decoder.decode(Line.self, from: Data(text.utf8))
                if let other = line.register, other != register.name {
                    let said = TableCell.tabbed(other)
                    let message = Bilingual("这一行属于名录“\(said)”", "the line is of the register \(said)")
                    problems.append(ImportProblem(row: number, column: nil, name: "register", message: message))
                }
                // What is to be emptied is a list of nothing, which every field reads as no value.
                let fields = line.fields.mapValues { $0 ?? .list([]) }
                let sample = line.sample == true ? true : nil
                let content = EntryContent(fields: fields, state: line.state, sample: sample)
                rows.append(TableRow(number: number, id: line.id, content: content))
            } catch let error as DecodingError {
                problems.append(wrong(error, number))
            }
        }
        return (rows, problems)
    }

    private static func wrong(_ error: DecodingError, _ number: Int) -> ImportProblem {
        let path: [any CodingKey] =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: []
            }
        return ImportProblem(
            row: number,
            column: nil,
            name: path.map(\.stringValue).joined(separator: "."),
            message: Bilingual(
                "每行写 {\"fields\": {\"名称\": 值}}；值是文字、文字的列表或带各部分的对象，数字也加引号",
                "a line is {\"fields\": {\"NAME\": VALUE}}; a value is a text, a list of texts or an object with parts, "
                    + "and numbers stand in quotation marks"
            )
        )
    }
}
