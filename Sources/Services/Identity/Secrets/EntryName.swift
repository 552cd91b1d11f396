/// Identifiers of entries that have no number of their own.
package enum EntryName {
    /// A new identifier: the register, a slash, and 128 random bits as 26 letters and digits of base32 in lower case.
    package static func new(in register: String) -> String { register + "/" + randomName() }
}
