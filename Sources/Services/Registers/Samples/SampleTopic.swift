/// A field of technology from which sample patents are composed: its IPC subclass and its words in both languages.
struct SampleTopic: Sendable {
    /// What an invention is; it decides which sentences fit.
    enum Nature: Character, Sendable {
        case software = "s"
        case device = "d"
        case process = "p"
        case material = "m"
    }

    /// What an invention of the field may be.
    struct Subject: Sendable {
        let nature: Nature
        let name: SampleTerm
    }

    /// IPC subclass with main groups that exist in it, the most frequent first.
    let subclass: String
    let groups: [String]
    /// The word for the field in names of firms.
    let trade: SampleTerm
    let subjects: [Subject]
    /// What inventions of the field are made of or work with.
    let parts: [SampleTerm]
    /// Whether the parts are substances, which English does not count.
    let arePartsSubstances: Bool

    /// GB/T 4754 code of an industry that uses the field.
    let industry: String

    /// Reads a block of the table in `SampleTopic+Table.swift`.
    ///
    /// **Shape** `subclass groups... | trade | industry`, then lines of subjects beginning with their nature, and last a
    /// line of parts beginning with `-`, or `~` for substances.
    init(_ block: Substring) {
        let lines = block.split(separator: "\n")
        let head = (lines.first ?? "").split(separator: "|")
        let symbols = head[0].split(separator: " ")
        subclass = String(symbols[0])
        groups = symbols.dropFirst().map(String.init)
        trade = SampleTerm(head[1])
        industry = String(head[2].filter { $0 != " " })
        var subjects: [Subject] = []
        for line in lines {
            guard let nature = line.first.flatMap({ Nature(rawValue: $0) }) else { continue }
            subjects += SampleTerm.list(String(line.dropFirst(2))).map { Subject(nature: nature, name: $0) }
        }
        self.subjects = subjects
        let last = lines.last ?? ""
        arePartsSubstances = last.first == "~"
        parts = SampleTerm.list(String(last.dropFirst(2)))
    }

    /// The fields, most frequent first: the maker draws them by Zipf's law.
    static let all: [SampleTopic] = table.split(separator: "\n\n").map { SampleTopic($0) }

    /// The fields in which there are devices, for which alone utility models are granted.
    static let ofDevices: [Int] = all.indices.filter { all[$0].subjects.contains { $0.nature == .device } }
}

extension SampleTopic.Nature {
    /// Words before the subject.
    var qualities: [SampleTerm] {
        switch self {
        case .software: SampleWords.softwareQualities
        case .device: SampleWords.deviceQualities
        case .process: SampleWords.processQualities
        case .material: SampleWords.materialQualities
        }
    }

    /// What a title says besides its subject; the first one is the most frequent.
    var additions: [SampleTerm] {
        switch self {
        case .software: SampleWords.softwareAdditions
        case .device: SampleWords.deviceAdditions
        case .process: SampleWords.processAdditions
        case .material: SampleWords.materialAdditions
        }
    }

    /// What the invention achieves, as a sentence of its own.
    var effects: [SampleTerm] {
        switch self {
        case .software: SampleWords.softwareEffects
        case .device: SampleWords.deviceEffects
        case .process: SampleWords.processEffects
        case .material: SampleWords.materialEffects
        }
    }
}
