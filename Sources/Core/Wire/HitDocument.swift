package import Domain
import Foundation

/// One hit of a search.
package struct HitDocument: Codable, Hashable, Sendable {
    /// The permanent name: register, slash, number.
    package var id: String
    /// `patent`, `design`, `trademark`, `gi` or `layout`.
    package var register: String
    /// The kind of right; tells utility models from patents for invention.
    package var right: RightKind
    package var title: String
    /// Whether the record is a sample, fictitious and without effect.
    package var sample: Bool
    /// BM25F; only in the order of relevance.
    package var score: Double?
    /// The hits of its family, itself among them; only with `group=family`.
    package var familyHits: Int?
    /// Every factor of the score; only with `explain=score`.
    package var explanation: ExplanationDocument?
    package var state: StateDocument
    package var application: DocumentID?
    package var publication: DocumentID?
    package var registration: DocumentID?
    /// Every publication, oldest first; only where numbers are looked for.
    package var publications: [DocumentID]?
    /// Ids of the publications of its family; only where numbers are looked for.
    package var family: [String]?
    /// The date that the order by date uses: of the newest publication, else of the application or registration.
    package var date: PartialDate?
    /// When this version of the record was saved: RFC 3339, UTC.
    package var changed: String
    /// Names of applicants, assignees and owners as gazetted, each once.
    package var holders: [String]
    /// The main class, or the first one.
    package var mainClass: String?
    /// A stretch of text around what was found.
    package var snippet: String?
    /// The address of the record's page; with `.json` behind it that of its twin.
    package var url: String

    /// Describes a hit; `changed` counts microseconds since 1970, UTC.
    package init(id: EntryID, right: Right, title: String, changed: Int64, url: String) {
        let record = right.bibliography
        self.id = id.description
        register = id.register.rawValue
        self.right = record.right
        self.title = title
        sample = record.sample == true
        state = StateDocument(LegalSummary(record))
        application = record.application
        publication = record.publication
        registration = record.registration
        date = record.publication?.date ?? record.application?.date ?? record.registration?.date
        self.changed = Date(timeIntervalSince1970: Double(changed / 1_000_000)).formatted(.iso8601)
        var seen: Set<String> = []
        holders = (record.applicants + record.assignees + record.owners).map(\.name).filter { seen.insert($0).inserted }
        mainClass = record.leadingClass
        self.url = url
    }

    /// The same with every number that the record has.
    package func withNumbers(of right: Right) -> HitDocument {
        var hit = self
        hit.publications = right.bibliography.publications
        if case .patent(let patent) = right { hit.family = patent.details.family?.publications ?? [] }
        return hit
    }
}

/// The legal state of a right as far as its records tell.
package struct StateDocument: Codable, Hashable, Sendable {
    /// `pending`, `inForce`, `lapsed`, `restorable` or `unknown`.
    package var name: String
    package var zh: String
    package var en: String
    /// The day of the status or event that decided, where it is known.
    package var since: PartialDate?

    package init(_ summary: LegalSummary) {
        name = summary.state.name
        zh = summary.words.zh
        en = summary.words.en
        since = summary.since
    }
}
