/// The keys with which programs act for who is signed in, and the form that makes one.
package struct KeysPage: Sendable {
    package var keys: [Key]
    /// How many keys may be in force at a time.
    package var most: Int
    /// How far ahead the last day of a key may be.
    package var days: Int
    /// What the calls with one key may cost in a day.
    package var dayQuota: Int
    /// The scopes that a key may have.
    package var scopes: [Scope]
    /// What was typed, or what is proposed: the name, the last day as `2027-11-30`, and the addresses.
    package var name, lastDay, addresses: String
    /// Whether the form may be sent: it was proved lately who asks.
    package var isCertain: Bool
    /// The key that was just made, shown this once; nil where none was.
    package var made: String?
    /// An address of the node for programs, such as `https://ip.example.cn/search.json?q=%E7%94%B5%E6%B1%A0`.
    package var example: String

    package init(
        keys: [Key],
        most: Int,
        days: Int,
        dayQuota: Int,
        scopes: [Scope],
        name: String = "",
        lastDay: String,
        addresses: String = "",
        isCertain: Bool,
        made: String? = nil,
        example: String
    ) {
        self.keys = keys
        self.most = most
        self.days = days
        self.dayQuota = dayQuota
        self.scopes = scopes
        self.name = name
        self.lastDay = lastDay
        self.addresses = addresses
        self.isCertain = isCertain
        self.made = made
        self.example = example
    }

    /// Something that a key can be good for.
    package struct Scope: Sendable, Hashable {
        /// As the form sends it.
        package var id: String
        /// In the language of the page.
        package var text: String
        package var isChosen: Bool

        package init(id: String, text: String, isChosen: Bool) {
            self.id = id
            self.text = text
            self.isChosen = isChosen
        }
    }

    /// A key; days are those of China.
    package struct Key: Sendable, Hashable {
        package var id: String
        package var name: String
        /// The scopes in the language of the page.
        package var scopes: [String]
        package var addresses: [String]
        package var created: String
        /// The last day.
        package var ends: String
        package var isInForce: Bool
        package var isRevoked: Bool
        /// The day of the last use; nil where it never was used.
        package var used: String?
        /// The network address of the last use, cut; empty where it is not known.
        package var address: String
        /// What its calls cost today.
        package var today: Int

        package init(
            id: String,
            name: String,
            scopes: [String],
            addresses: [String] = [],
            created: String,
            ends: String,
            isInForce: Bool = true,
            isRevoked: Bool = false,
            used: String? = nil,
            address: String = "",
            today: Int = 0
        ) {
            self.id = id
            self.name = name
            self.scopes = scopes
            self.addresses = addresses
            self.created = created
            self.ends = ends
            self.isInForce = isInForce
            self.isRevoked = isRevoked
            self.used = used
            self.address = address
            self.today = today
        }
    }
}
