import Foundation
package import Links

/// One of the 34 provincial units, with its place among equal tiles.
package struct Region: Sendable, Equatable, Decodable {
    /// Code of GB/T 2260.
    package let code: String
    package let letters: String
    package let zh: String
    package let zhFull: String
    package let en: String
    /// From 0, left to right.
    package let column: Int
    /// From 0, top to bottom.
    package let row: Int

    /// The full name.
    package func name(_ language: PageLanguage) -> String {
        switch language {
        case .zh: zhFull
        case .en: en
        }
    }

    /// The table in code order.
    static func all(_ json: String, file: String) throws -> [Region] {
        do {
            return try JSONDecoder().decode([Region].self, from: Data(json.utf8)).sorted { $0.code < $1.code }
        } catch {
            throw SiteFailure.example(file: file, reason: "\(error)")
        }
    }
}
