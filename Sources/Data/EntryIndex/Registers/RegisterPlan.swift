package import Declarations
package import Domain
package import Index

/// Which fields of a declared register are indexed, and in which columns their values stand.
///
/// A snapshot carries the plans that it was made by, so that it can be asked while the index is built for other declarations.
package struct RegisterPlan: Sendable, Hashable, Codable {
    /// The fields of which anything is indexed.
    package private(set) var fields: Set<String> = []
    /// The columns of the fields that are counted, by their names.
    package private(set) var facets: [String: String] = [:]
    /// The columns of the fields that are sorted by, by their names.
    package private(set) var sorts: [String: String] = [:]
    /// The field whose divisions stand in ``RegisterSchema/region``; nil where there is none.
    package private(set) var region: String?
    /// The field whose coordinates stand in ``RegisterSchema/latitude`` and ``RegisterSchema/longitude``; nil where there is none.
    package private(set) var location: String?
    /// The field that stands in ``RegisterSchema/hours``; nil where there is none.
    package private(set) var hours: String?

    /// Plans the index of a register; nil for one that not everybody reads, of which nothing is indexed.
    package init?(_ register: RegisterDeclaration) {
        guard register.read == .everyone else { return nil }
        let open = register.openFields
        let regions = open.filter { if case .region = $0.type { true } else { false } }
        region = (regions.first { $0.name == register.place.region } ?? regions.first)?.name
        location = open.first { $0.type.sort == .location }?.name
        hours = open.first { $0.type.sort == .hours }?.name
        var (numbers, labels) = (0, 0)
        for field in open {
            if field.uses.contains(.facet) {
                facets[field.name] = field.name == region ? RegisterSchema.region : RegisterSchema.facet(facets.count)
            }
            if field.name == register.title {
                sorts[field.name] = RegisterSchema.title
            } else if field.uses.contains(.sort) {
                switch field.type {
                case .text, .organisation:
                    sorts[field.name] = RegisterSchema.label(labels)
                    labels += 1
                default:
                    sorts[field.name] = RegisterSchema.number(numbers)
                    numbers += 1
                }
            }
            if !field.uses.isDisjoint(with: [.facet, .sort, .search])
                || [register.title, region, location, hours].contains(field.name)
            {
                fields.insert(field.name)
            }
        }
    }

    /// The plans by which a snapshot was made, by register.
    ///
    /// - Throws: `Failure.unavailable` for a snapshot without plans.
    package static func plans(of snapshot: Snapshot) throws(Failure) -> [String: RegisterPlan] {
        guard let text = snapshot.payload[RegisterSource.plans],
            let plans = try? QuickJSON.decode([String: RegisterPlan].self, from: Array(text.utf8))
        else { throw .unavailable(reason: "the index does not say what it is of; `huizhi reindex` builds it again") }
        return plans
    }
}

extension RegisterDeclaration {
    /// The fields that everybody may read and that say nothing of a person, in the order of the declaration: those of which anything
    /// may be found or counted.
    package var openFields: [FieldDeclaration] {
        fields.filter { field in
            if case .person = field.type { return false }
            return readers(of: field) == .everyone && field.personal == nil
        }
    }
}
