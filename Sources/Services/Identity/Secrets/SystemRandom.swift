/// Random bytes for secrets, from the operating system (getrandom on Linux).
func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...UInt8.max, using: &generator) }
}

/// What ends the id of a new entry: 128 random bits as 26 letters and digits of base32 in lower case.
func randomName() -> String { Base32.text(of: randomBytes(16)).lowercased() }
