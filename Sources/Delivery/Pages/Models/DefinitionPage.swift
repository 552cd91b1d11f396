/// One declaration with its form, or the form for a new one.
package struct DefinitionPage: Sendable {
    /// A version that was published.
    package struct Version: Sendable, Hashable {
        package var number: Int
        /// Beijing time, as `YYYY-MM-DD HH:MM`.
        package var time: String
        /// Who published it: a masked name, an id, or `operator`; empty where that was not kept.
        package var by: String
        package var reason: String

        package init(number: Int, time: String, by: String, reason: String) {
            self.number = number
            self.time = time
            self.by = by
            self.reason = reason
        }
    }

    /// A line of a text, or of two that are compared.
    package enum Line: Sendable, Hashable {
        /// Its number and text, and what is wrong there.
        case same(Int, String, notes: [String])
        /// A line that only the version in force has, and one that only the text has.
        case removed(Int, String)
        case added(Int, String)
        /// So many lines that are left out.
        case skipped(Int)
    }

    /// What was found out about a text.
    package struct Checked: Sendable {
        package var problems: [Problem]
        /// The lines with problems and those around them.
        package var lines: [Line]
        /// By the name of its text: `new`, `same`, or the gravest effect; nil where something is wrong.
        package var verdict: String?
        package var changes: [Change]
        package var trials: [Trial]
        /// Compared with what is in force; empty for a new one.
        package var difference: [Line]

        package init(
            problems: [Problem],
            lines: [Line],
            verdict: String?,
            changes: [Change],
            trials: [Trial],
            difference: [Line]
        ) {
            self.problems = problems
            self.lines = lines
            self.verdict = verdict
            self.changes = changes
            self.trials = trials
            self.difference = difference
        }
    }

    /// Something that is wrong.
    package struct Problem: Sendable, Hashable {
        /// The file where it is another one that refers to this; nil for this one.
        package var file: String?
        /// From 1; 0 where the whole is meant.
        package var line: Int
        package var text: String

        package init(file: String?, line: Int, text: String) {
            self.file = file
            self.line = line
            self.text = text
        }
    }

    /// What changes, and what follows, by the name of its text.
    package struct Change: Sendable, Hashable {
        package var effect, text: String

        package init(effect: String, text: String) {
            self.effect = effect
            self.text = text
        }
    }

    /// How the entries of a register stand to it.
    package struct Trial: Sendable, Hashable {
        package var register: String
        package var entries, misfits: Int
        /// Whether all entries were tried.
        package var isWhole: Bool
        /// Fields with the number of entries in which they do not fit; empty for the entry as a whole.
        package var fields: [Field]

        package init(register: String, entries: Int, misfits: Int, isWhole: Bool, fields: [Field]) {
            self.register = register
            self.entries = entries
            self.misfits = misfits
            self.isWhole = isWhole
            self.fields = fields
        }

        /// A field with the number of entries in which it does not fit.
        package struct Field: Sendable, Hashable {
            package var name: String
            package var entries: Int

            package init(name: String, entries: Int) {
                self.name = name
                self.entries = entries
            }
        }
    }

    /// The kinds among which a new one chooses, by their folders; empty for one that is there.
    package var kinds: [String]
    /// Its kind and name; empty for a new one that has none yet.
    package var kind, name: String
    /// What people call it; empty where it is new or cannot be read.
    package var label: String
    /// The newest first; none for a new one.
    package var versions: [Version]
    /// The text of the form.
    package var text: String
    /// Which version the form was filled with, where it is not the one in force.
    package var filled: String?
    /// Whether the file in the folder of the node says something else.
    package var folderDiffers: Bool
    /// Whether who looks proved just now who they are.
    package var isConfirmed: Bool
    /// What was found out about the text; nil where nobody asked.
    package var checked: Checked?

    package init(
        kinds: [String] = [],
        kind: String,
        name: String,
        label: String,
        versions: [Version],
        text: String,
        filled: String? = nil,
        folderDiffers: Bool = false,
        isConfirmed: Bool,
        checked: Checked? = nil
    ) {
        self.kinds = kinds
        self.kind = kind
        self.name = name
        self.label = label
        self.versions = versions
        self.text = text
        self.filled = filled
        self.folderDiffers = folderDiffers
        self.isConfirmed = isConfirmed
        self.checked = checked
    }
}
