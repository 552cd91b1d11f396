/// A record of one of the five registers.
///
/// Its JSON is flat: the bibliography's fields and those of the kind stand side by side, told apart by `right`.
package enum Right: Hashable, Sendable {
    case patent(Patent)
    case design(Design)
    case trademark(Trademark)
    case gi(GeographicalIndication)
    case layout(LayoutDesign)

    package var bibliography: Bibliography {
        get {
            switch self {
            case .patent(let value): value.bibliography
            case .design(let value): value.bibliography
            case .trademark(let value): value.bibliography
            case .gi(let value): value.bibliography
            case .layout(let value): value.bibliography
            }
        }
        set {
            switch self {
            case .patent(var value):
                value.bibliography = newValue
                self = .patent(value)
            case .design(var value):
                value.bibliography = newValue
                self = .design(value)
            case .trademark(var value):
                value.bibliography = newValue
                self = .trademark(value)
            case .gi(var value):
                value.bibliography = newValue
                self = .gi(value)
            case .layout(var value):
                value.bibliography = newValue
                self = .layout(value)
            }
        }
    }

    package var register: Register { bibliography.right.register }
}

extension Right: Codable {
    private enum Key: String, CodingKey { case right, publication }

    package init(from decoder: any Decoder) throws {
        var bibliography = try Bibliography(from: decoder)
        if bibliography.publications.isEmpty {
            // The export shape names the newest publication alone; it reads back as the only one.
            let container = try decoder.container(keyedBy: Key.self)
            if let publication = try container.decodeIfPresent(DocumentID.self, forKey: .publication) {
                bibliography.publications = [publication]
            }
        }
        switch bibliography.right {
        case .patent, .utilityModel:
            self = .patent(Patent(bibliography: bibliography, details: try Patent.Details(from: decoder)))
        case .design:
            self = .design(Design(bibliography: bibliography, details: try Design.Details(from: decoder)))
        case .trademark:
            self = .trademark(Trademark(bibliography: bibliography, details: try Trademark.Details(from: decoder)))
        case .gi:
            self = .gi(
                GeographicalIndication(
                    bibliography: bibliography,
                    details: try GeographicalIndication.Details(from: decoder)
                )
            )
        case .layout:
            self = .layout(LayoutDesign(bibliography: bibliography, details: try LayoutDesign.Details(from: decoder)))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        try bibliography.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeIfPresent(bibliography.publication, forKey: .publication)
        switch self {
        case .patent(let value): try value.details.encode(to: encoder)
        case .design(let value): try value.details.encode(to: encoder)
        case .trademark(let value): try value.details.encode(to: encoder)
        case .gi(let value): try value.details.encode(to: encoder)
        case .layout(let value): try value.details.encode(to: encoder)
        }
    }
}
