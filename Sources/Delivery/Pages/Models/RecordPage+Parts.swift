/// The parts of a record's page.
extension RecordPage {
    /// A fact with one or more values.
    package struct Fact: Sendable, Hashable {
        package var name: FactName
        package var values: [Value]
        /// The source that says so: its place among ``RecordPage/sources``, from 1; nil where it goes without saying.
        package var source: Int?
        /// What other sources say instead.
        package var others: [Other] = []

        package init(_ name: FactName, _ values: [Value]) {
            self.name = name
            self.values = values
        }

        /// What another source says.
        package struct Other: Sendable, Hashable {
            package var values: [Value]
            /// Its place among ``RecordPage/sources``, from 1.
            package var source: Int

            package init(_ values: [Value], source: Int) {
                self.values = values
                self.source = source
            }
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

    /// How the claims changed between the published application and the grant.
    package struct Amendment: Sendable, Hashable {
        package var language: String?
        /// In the order of the grant, then what was given up.
        package var changes: [Change]

        package init(language: String?, changes: [Change]) {
            self.language = language
            self.changes = changes
        }

        /// One claim before and after.
        package struct Change: Sendable, Hashable {
            /// Its number before; nil for a new one.
            package var published: Int?
            /// Its number after; nil for one that was given up.
            package var granted: Int?
            package var pieces: [Piece]

            package init(published: Int?, granted: Int?, pieces: [Piece]) {
                self.published = published
                self.granted = granted
                self.pieces = pieces
            }
        }

        /// A stretch of text.
        package enum Piece: Sendable, Hashable {
            case same(String)
            case removed(String)
            case added(String)
        }
    }

    /// A part of the page that comes from one source.
    package enum Part: Sendable, Hashable, CaseIterable {
        case title, abstracts, classes, claims, description, goods, citations, priorities
    }

    /// The record as others cite it.
    package struct Reference: Sendable, Hashable {
        /// The standard that the text follows.
        package var style: String
        package var text: String

        package init(_ style: String, _ text: String) {
            self.style = style
            self.text = text
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

    /// A drawing, by the name of its file, and its picture where that is kept.
    package struct Drawing: Sendable, Hashable {
        /// What a drawing shows.
        package enum Kind: String, Sendable, Hashable {
            case abstract, figure, formula
        }

        package var file: String
        package var kind: Kind
        /// Which of its kind, from 1.
        package var number: Int
        package var picture: Picture?

        package init(_ file: String, kind: Kind = .figure, number: Int = 1, picture: Picture? = nil) {
            self.file = file
            self.kind = kind
            self.number = number
            self.picture = picture
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
