import Foundation
import Mustache

/// What a template sees: names and values.
///
/// A name given as nil is known to be empty: the search for it stops here and does not climb to the surrounding
/// context, so that a hit without a date never shows the date of something else.
struct Context: MustacheParent, ExpressibleByDictionaryLiteral {
    private var values: [String: Any]

    init(dictionaryLiteral pairs: (String, Any?)...) {
        values = Dictionary(minimumCapacity: pairs.count)
        for (name, value) in pairs { values[name] = value ?? NSNull() }
    }

    init(_ values: [String: Any]) {
        self.values = values
    }

    func child(named name: String) -> Any? { values[name] }

    /// Adds what another context has.
    func adding(_ other: Context) -> Context {
        Context(values.merging(other.values) { _, new in new })
    }
}
