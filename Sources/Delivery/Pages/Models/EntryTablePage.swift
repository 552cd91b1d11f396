package import Links

/// The form that takes a table of entries in, and what a table would change.
package struct EntryTablePage: Sendable {
    package var link: RegisterLink
    package var register: RegisterHead
    /// What tells the node that the form is one of its own, for this visitor.
    package var token: String
    /// Whether rows become proposals, for somebody else to approve.
    package var isTwofold: Bool
    /// The columns that a table may have; none where who looks may not write.
    package var columns: [Column]
    /// The most rows of a table.
    package var mostRows: Int
    /// What the table that was sent would change; nil where none was read.
    package var trial: Trial?
    /// Why nothing was read or stored; nil where nothing is wrong with what was sent.
    package var refusal: Refusal?

    package init(
        link: RegisterLink,
        register: RegisterHead,
        token: String,
        isTwofold: Bool,
        columns: [Column],
        mostRows: Int,
        trial: Trial? = nil,
        refusal: Refusal? = nil
    ) {
        self.link = link
        self.register = register
        self.token = token
        self.isTwofold = isTwofold
        self.columns = columns
        self.mostRows = mostRows
        self.trial = trial
        self.refusal = refusal
    }

    /// A column that a table may have.
    package struct Column: Sendable, Hashable {
        /// The name in the declaration, which is read in every language.
        package var name: String
        package var label: String
        /// The word that declares its type; nil for the identifier and the state.
        package var type: String?
        package var isRequired: Bool

        package init(name: String, label: String, type: String?, isRequired: Bool) {
            self.name = name
            self.label = label
            self.type = type
            self.isRequired = isRequired
        }
    }

    /// Why nothing was read or stored.
    package enum Refusal: Sendable, Hashable {
        /// The form was not sent from a page of this node, or from one of another session.
        case elsewhere
        /// Who looks may write nowhere in this register.
        case notAllowed
        /// No file was chosen.
        case noFile
        /// The file of the first step is not there any more.
        case gone
        /// The file is no table, with the reason in English.
        case unreadable(String)
        /// Entries were changed since the first step, so that the table would do something else now.
        case outdated
        /// Somebody changed an entry while the table was stored, with how many are stored, in English.
        case interrupted(String)
    }

    /// What a table would change.
    package struct Trial: Sendable {
        /// What the file is called.
        package var file: String
        package var rows: Int
        package var new: Int
        package var changed: Int
        package var unchanged: Int
        /// Rows of which a proposal waits already.
        package var waiting: Int
        /// Everything that is wrong.
        package var problemCount: Int
        /// The first of it.
        package var problems: [Problem]
        /// The first fields that would change, entry by entry.
        package var changes: [Change]
        /// The first entries that would be new.
        package var additions: [Addition]
        /// What the second step sends; nil where there is none, because something is wrong or nothing would change.
        package var confirmation: Confirmation?

        package init(
            file: String,
            rows: Int,
            new: Int,
            changed: Int,
            unchanged: Int,
            waiting: Int = 0,
            problemCount: Int = 0,
            problems: [Problem] = [],
            changes: [Change] = [],
            additions: [Addition] = [],
            confirmation: Confirmation? = nil
        ) {
            self.file = file
            self.rows = rows
            self.new = new
            self.changed = changed
            self.unchanged = unchanged
            self.waiting = waiting
            self.problemCount = problemCount
            self.problems = problems
            self.changes = changes
            self.additions = additions
            self.confirmation = confirmation
        }
    }

    /// Something that is wrong with a table.
    package struct Problem: Sendable, Hashable {
        /// The cell as spreadsheets name it, `C12`; nil where a row is meant.
        package var cell: String?
        /// The row from 1.
        package var row: Int
        /// The column, in the language of the page where it is a field.
        package var column: String
        package var text: String

        package init(cell: String?, row: Int, column: String, text: String) {
            self.cell = cell
            self.row = row
            self.column = column
            self.text = text
        }
    }

    /// What would change in an entry that is there.
    package struct Change: Sendable, Hashable {
        package var row: Int
        package var title: String
        /// The page of the entry.
        package var link: RegisterLink?
        package var fields: [ChangedField]

        package init(row: Int, title: String, link: RegisterLink?, fields: [ChangedField]) {
            self.row = row
            self.title = title
            self.link = link
            self.fields = fields
        }
    }

    /// An entry that would be new.
    package struct Addition: Sendable, Hashable {
        package var row: Int
        package var title: String

        package init(row: Int, title: String) {
            self.row = row
            self.title = title
        }
    }

    /// What names the table that was tried, so that the second step takes in that and nothing else.
    package struct Confirmation: Sendable, Hashable {
        /// The SHA-256 of the file in hexadecimal, and what tells that it was sent in this session.
        package var digest: String
        package var proof: String
        /// What it would be put on.
        package var basis: String

        package init(digest: String, proof: String, basis: String) {
            self.digest = digest
            self.proof = proof
            self.basis = basis
        }
    }
}
