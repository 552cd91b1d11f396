import Declarations
import Foundation
import Links
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
            fields: view.content.fields,
            files: Self.files(view)
        )
    }

    /// Where the files of an entry are; nil where it has none.
    private static func files(_ view: EntryView) -> [File]? {
        let files = view.content.files.compactMap { file in
            RegisterLink(file: file.digest, of: view.id).map {
                File(
                    name: file.name,
                    type: file.type,
                    bytes: file.bytes,
                    digest: file.digest,
                    url: Link.registers($0).text
                )
            }
        }
        return files.isEmpty ? nil : files
    }
}
