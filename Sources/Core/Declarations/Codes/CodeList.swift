package import Domain

/// The codes among which a field chooses, declared in `Definitions/codes/NAME.yaml`.
package struct CodeList: Sendable, Hashable {
    /// Its name, that of its file.
    package let name: String
    /// What people read.
    package let label: Bilingual
    /// The official paper that it follows, by number or title; nil where there is none.
    package let source: String?
    /// Whether its content is an example that the operator is to edit (示例).
    package let isSample: Bool
    /// The codes in the order of the file.
    package let codes: [Code]

    private let places: [String: Int]

    /// Puts a list together; of codes that are the same the first counts.
    package init(name: String, label: Bilingual, source: String? = nil, isSample: Bool = false, codes: [Code]) {
        self.name = name
        self.label = label
        self.source = source
        self.isSample = isSample
        self.codes = codes
        places = Dictionary(codes.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    /// The code of this text, whether in force or not.
    package subscript(_ code: String) -> Code? { places[code].map { codes[$0] } }

    /// The code that a person means: by the code itself or its label in either language.
    package func find(_ text: String) -> Code? {
        self[text] ?? codes.first { $0.label.zh == text || $0.label.en.lowercased() == text.lowercased() }
    }
}
