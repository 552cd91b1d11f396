import Declarations
import Foundation
import Links
package import Registers
package import Wire

extension RegisterEntryDocument {
    /// The document of an entry as its reader may see it.
    ///
    /// - Parameters:
    ///   - view: the entry.
    ///   - referrers: those that refer to it, where they are wanted.
    ///   - isTakenAlong: whether it may be taken in again, so that values that are masked are left out.
    package init(_ view: EntryView, referrers: [Referrers.Group] = [], isTakenAlong: Bool = false) {
        self.init(
            register: view.register.name,
            id: view.id,
            version: view.version,
            changed: Date(timeIntervalSince1970: Double(view.time / 1_000_000)).formatted(.iso8601),
            state: view.content.state,
            sample: view.content.sample ?? false,
            fields: isTakenAlong
                ? view.content.fields.filter { !view.masked.contains($0.key) } : view.content.fields,
            masked: view.masked.isEmpty ? nil : view.masked,
            files: Self.files(view),
            referrers: referrers.isEmpty ? nil : referrers.map { Self.referrers($0, to: view.id) }
        )
    }

    private static func referrers(_ group: Referrers.Group, to id: String) -> ReferrersDocument {
        var link = RegisterLink(.register(group.register.name))
        link.list.choices = [RegisterList.Choice(field: group.field.name, code: id)]
        return ReferrersDocument(
            register: group.register.name,
            field: group.field.name,
            label: group.label,
            records: group.records,
            samples: group.samples,
            entries: group.entries.map { ReferrersDocument.Entry(id: $0.id, title: $0.title) },
            url: Link.registers(link).text
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
