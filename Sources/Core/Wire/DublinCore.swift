package import Domain

/// A record in the fifteen elements of Dublin Core, as libraries exchange it.
///
/// **Source** Dublin Core Metadata Element Set 1.1 (ISO 15836-1:2017); `info:srw/schema/1/dc-v1.1` of SRU.
package struct DublinCore: Sendable {
    /// The name of the schema in SRU.
    package static let schema = "info:srw/schema/1/dc-v1.1"

    private let id: EntryID
    private let right: Right
    private let title: String
    private let address: String

    /// Describes a record; its title is the one of the reader's language, its address has scheme and host.
    package init(_ id: EntryID, _ right: Right, title: String, address: String) {
        self.id = id
        self.right = right
        self.title = title
        self.address = address
    }

    /// The record as XML.
    package var root: XMLNode {
        let record = right.bibliography
        let classes = record.classes
        var children = [element("title", (record.sample == true ? "示例 " : "") + title)]
        children += elements("creator", (record.inventors + record.designers).map(\.name))
        children += elements("publisher", (record.applicants + record.assignees + record.owners).map(\.name))
        children += elements("contributor", (record.agents + record.agencies).map(\.name))
        children += elements("subject", classes.ipc + classes.cpc + classes.locarno + classes.nice + record.keywords)
        children += elements("description", right.summaries)
        children += elements(
            "date",
            [(record.publication?.date ?? record.application?.date ?? record.registration?.date)?.description]
                .compactMap(\.self)
        )
        children += elements("type", [record.right.words.en])
        children += elements(
            "identifier",
            [
                address, id.description, record.application?.number, record.publication.map { $0.id ?? $0.number },
                record.registration?.number,
            ].compactMap(\.self)
        )
        children += elements("language", record.titles.compactMap(\.lang))
        children += elements("rights", [LegalSummary(record).words.en])
        return XMLNode(
            "srw_dc:dc",
            ["xmlns:srw_dc": "info:srw/schema/1/dc-schema", "xmlns:dc": "http://purl.org/dc/elements/1.1/"],
            children
        )
    }

    private func element(_ name: String, _ text: String) -> XMLNode { XMLNode("dc:" + name, text: text) }

    /// An element for each value, once.
    private func elements(_ name: String, _ values: [String]) -> [XMLNode] {
        var seen: Set<String> = []
        return values.filter { !$0.isEmpty && seen.insert($0).inserted }.map { element(name, $0) }
    }
}
