/// Why a whole file could not be read to its end; single bad records are rejects instead.
package enum FormatFailure: Error, Hashable, Sendable {
    /// No reader recognises the content. `reason` says what it looks like.
    case unrecognised(reason: String)
    /// The file breaks off or is damaged at `position`; what stood before it has been handed over.
    case damaged(position: String, reason: String)
    /// A limit that guards memory or disk was passed; `setting` names the option that raises it.
    case limit(setting: String, reason: String)
    /// The operating system could not deliver the bytes.
    case unreadable(reason: String)
}
