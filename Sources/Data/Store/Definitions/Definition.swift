/// A definition in force: one version of a register, procedure, indicator, code list or calendar.
package struct Definition: Sendable, Hashable {
    /// What it defines, such as `register`.
    package let kind: String
    /// Its name.
    package let name: String
    /// Which version, from 1.
    package let version: Int64
    /// The hexadecimal SHA-256 of the text.
    package let digest: String
    /// The text of its file.
    package let text: String
    /// When it was published, in microseconds UTC.
    package let publishedAt: Int64
}
