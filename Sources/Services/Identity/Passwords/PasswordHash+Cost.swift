extension PasswordHash {
    /// The parameters of scrypt.
    package struct Cost: Sendable, Hashable {
        /// The logarithm of N: memory and time double with each step.
        package var logN: Int
        /// The block size: memory and time grow with it.
        package var r: Int
        /// How often all is repeated: time grows with it, memory does not.
        package var p: Int

        /// The default takes 32 MiB and about 0.3 seconds of one core.
        package init(logN: Int = 15, r: Int = 8, p: Int = 3) {
            self.logN = logN
            self.r = r
            self.p = p
        }

        /// What a cost may be, for messages.
        package static let bounds =
            "ln 10 to 20, r 1 to 16, p 1 to 16, ln < 16 r, at most 256 MiB and 16 times the default work"

        /// The most memory that one computation may take, in bytes.
        static let mostMemory = 256 << 20
        /// The most work that one computation may take.
        static let mostWork = 16 * Cost().work

        /// Memory in bytes: 128 N r.
        package var memory: Int { 128 * r << logN }

        /// Work, as N r p.
        package var work: Int { r * p << logN }

        /// Whether a node computes such a hash: a damaged row must not make it compute for ever or take all its memory.
        ///
        /// swift-crypto 4 allows scrypt too little memory where r is above 16 and p is 1, hence that bound. N is below
        /// 2^(16 r) by RFC 7914 section 6.
        var isSound: Bool {
            (10...20).contains(logN) && (1...16).contains(r) && (1...16).contains(p) && logN < 16 * r
                && memory <= Self.mostMemory && work <= Self.mostWork
        }
    }
}

extension PasswordHash.Cost: CustomStringConvertible {
    /// As the text of a hash has it: `ln=15,r=8,p=3`.
    package var description: String { "ln=\(logN),r=\(r),p=\(p)" }
}
