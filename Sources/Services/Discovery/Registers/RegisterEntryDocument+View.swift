import Declarations
import Foundation
package import Registers
package import Wire

extension RegisterEntryDocument {
    /// The document of an entry as its reader may see it.
    package init(_ view: EntryView) {
        self.init(
            register: view.register.name,
            id: view.id,
            version: view.version,
            changed: Date(timeIntervalSince1970: Double(view.time / 1_000_000)).formatted(.iso8601),
            state: view.content.state,
            sample: view.content.sample ?? false,
            fields: view.content.fields
        )
    }
}
