/// How sure the name of who is signed in is, and by whom it can be verified.
package struct IdentityPage: Sendable {
    package var name: String
    /// Who said that the name is the real one; nil while nobody did.
    package var verification: Verification?
    package var ways: [Way]

    package init(name: String, verification: Verification?, ways: [Way]) {
        self.name = name
        self.verification = verification
        self.ways = ways
    }

    /// Who said so, and when: a time of Beijing, `YYYY-MM-DD HH:MM`.
    package struct Verification: Sendable, Hashable {
        /// `sharing-gateway` or `network-identity`.
        package var provider: String
        package var serial, time: String
        package var isSimulated: Bool

        package init(provider: String, serial: String, time: String, isSimulated: Bool) {
            self.provider = provider
            self.serial = serial
            self.time = time
            self.isSimulated = isSimulated
        }
    }

    /// A provider, and whether this node asks it.
    package struct Way: Sendable, Hashable {
        package var id: String
        package var isOffered: Bool

        package init(id: String, isOffered: Bool) {
            self.id = id
            self.isOffered = isOffered
        }
    }
}
