/// The drawings of a record: what its source says of them, and the pictures that are kept.
package struct Drawings: Codable, Hashable, Sendable {
    /// Number of figures.
    package var count: Int?
    package var sheets: Int?
    /// Number of figures that the file states.
    package var figures: Int?
    /// Names of the picture files of the figures, in the order of the source.
    @List package var files: [String]
    package var abstractFile: String?
    /// Names of the picture files of formulas, structures and tables that stand in the text as pictures.
    @List package var formulaFiles: [String]
    /// The pictures that are kept: that of the abstract, then the figures, then the formulas.
    @List package var images: [DrawingImage]

    package init() {}

    package var isEmpty: Bool { self == Drawings() }

    /// Every picture file that the source names, once in its kind, in the order of ``images``.
    package var named: [(kind: DrawingImage.Kind, number: Int, file: String)] {
        let abstract: [(kind: DrawingImage.Kind, number: Int, file: String)] =
            abstractFile.map { [(kind: .abstract, number: 1, file: $0)] } ?? []
        return abstract + Self.numbered(files, .figure) + Self.numbered(formulaFiles, .formula)
    }

    // A name that comes again is counted, and nothing else.
    private static func numbered(
        _ files: [String],
        _ kind: DrawingImage.Kind
    ) -> [(kind: DrawingImage.Kind, number: Int, file: String)] {
        var seen: Set<String> = []
        var named: [(kind: DrawingImage.Kind, number: Int, file: String)] = []
        for (place, file) in files.enumerated() where seen.insert(file).inserted {
            named.append((kind: kind, number: place + 1, file: file))
        }
        return named
    }

    /// The picture that stands for the record: that of the abstract, else the first figure.
    package var leading: (place: Int, image: DrawingImage)? {
        images.first.flatMap { $0.kind == .formula ? nil : (1, $0) }
    }
}

/// One picture of a record, kept as a PNG file under its digest.
package struct DrawingImage: Codable, Hashable, Sendable {
    /// What a picture shows.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// The figure chosen for the abstract (Implementing Regulations of the Patent Law, rule 26; PCT rule 8.2).
        case abstract
        case figure
        /// A formula, a structure or a table that stands in the text as a picture.
        case formula
    }

    package var kind: Kind
    /// Which of its kind, from 1, in the order of the source; one that is missing is counted.
    package var number: Int
    /// Name of the file it was made of.
    package var file: String
    /// SHA-256 of the PNG file, 64 hexadecimal digits.
    package var digest: String
    /// Pixels.
    package var width: Int
    package var height: Int

    package init(kind: Kind, number: Int, file: String, digest: String, width: Int, height: Int) {
        self.kind = kind
        self.number = number
        self.file = file
        self.digest = digest
        self.width = width
        self.height = height
    }
}
