package import Links

/// The parts of a record's page.
extension RecordPage {
    /// A fact with one or more values.
    package struct Fact: Sendable, Hashable {
        package var name: FactName
        package var values: [Value]

        package init(_ name: FactName, _ values: [Value]) {
            self.name = name
            self.values = values
        }

        /// What a fact says.
        package enum Value: Sendable, Hashable {
            case text(String)
            /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
            case date(String)
            /// A number as the field writes it.
            case number(String)
            case party(PartyName)
            case symbol(ClassSymbol)
        }
    }

    /// A text in one language.
    package struct TextPart: Sendable, Hashable {
        /// ISO 639-1, or nil where the source does not say.
        package var language: String?
        /// Paragraphs in order.
        package var paragraphs: [String]
        /// Whether a machine translated it.
        package var isMachineTranslation: Bool

        package init(_ paragraphs: [String], language: String? = nil, isMachineTranslation: Bool = false) {
            self.paragraphs = paragraphs
            self.language = language
            self.isMachineTranslation = isMachineTranslation
        }
    }

    /// The claims in one language.
    package struct ClaimSet: Sendable, Hashable {
        package var language: String?
        package var claims: [Claim]
        /// False where the source gives only some of them.
        package var isComplete: Bool

        package init(_ claims: [Claim], language: String? = nil, isComplete: Bool = true) {
            self.claims = claims
            self.language = language
            self.isComplete = isComplete
        }
    }

    /// One claim.
    package struct Claim: Sendable, Hashable {
        /// From 1.
        package var number: Int
        package var text: String
        /// The claims it refers to; empty for an independent one.
        package var parents: [Int]

        package init(_ number: Int, _ text: String, parents: [Int] = []) {
            self.number = number
            self.text = text
            self.parents = parents
        }
    }

    /// The symbols of one classification.
    package struct ClassGroup: Sendable, Hashable {
        /// IPC, CPC, Locarno, Nice, ...: a name that is the same in every language, or one of the page's.
        package var scheme: String
        package var symbols: [ClassSymbol]

        package init(_ scheme: String, _ symbols: [ClassSymbol]) {
            self.scheme = scheme
            self.symbols = symbols
        }
    }

    /// Goods or services of one class of a mark, or of an indication.
    package struct Goods: Sendable, Hashable {
        package var symbol: ClassSymbol?
        package var text: String

        package init(_ symbol: ClassSymbol?, _ text: String) {
            self.symbol = symbol
            self.text = text
        }
    }

    /// Another document: a priority, a citation, a member of the family.
    package struct Document: Sendable, Hashable {
        package var number: String
        /// Country, region or organisation, in the language of the page.
        package var country: String?
        package var date: String?
        /// How near it is, who cited it, how it is related: as the source words it.
        package var note: String?
        package var state: StateChip?
        /// Its record, where the store has it.
        package var link: RecordLink?
        /// A search for its number, where it has no record here.
        package var search: SearchState?

        package init(
            _ number: String,
            country: String? = nil,
            date: String? = nil,
            note: String? = nil,
            state: StateChip? = nil,
            link: RecordLink? = nil,
            search: SearchState? = nil
        ) {
            self.number = number
            self.country = country
            self.date = date
            self.note = note
            self.state = state
            self.link = link
            self.search = search
        }
    }

    /// A line of the legal history.
    package struct Event: Sendable, Hashable {
        package var date: String?
        /// What happened, in plain words.
        package var title: String
        package var details: String?
        /// Who says so.
        package var source: String?

        package init(date: String?, title: String, details: String? = nil, source: String? = nil) {
            self.date = date
            self.title = title
            self.details = details
            self.source = source
        }
    }

    /// A drawing, by the name of its file.
    package struct Drawing: Sendable, Hashable {
        package var file: String
        package var label: String?

        package init(_ file: String, label: String? = nil) {
            self.file = file
            self.label = label
        }
    }

    /// A file that said something about this record.
    package struct Source: Sendable, Hashable {
        package var file: String
        package var format: String
        /// The day it was imported.
        package var date: String?
        /// What it contributed, in the language of the page.
        package var says: String?

        package init(file: String, format: String, date: String? = nil, says: String? = nil) {
            self.file = file
            self.format = format
            self.date = date
            self.says = says
        }
    }

    /// A version of the entry in the log.
    package struct Version: Sendable, Hashable {
        /// From 1.
        package var number: Int
        package var sequence: UInt64
        package var date: String
        package var digest: String

        package init(number: Int, sequence: UInt64, date: String, digest: String) {
            self.number = number
            self.sequence = sequence
            self.date = date
            self.digest = digest
        }
    }
}
