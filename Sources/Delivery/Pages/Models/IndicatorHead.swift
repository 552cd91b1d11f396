package import Links

/// An indicator with its figure in one place, in the language of the page.
package struct IndicatorHead: Sendable {
    /// What it counts in one place at one time.
    package struct Value: Sendable, Hashable {
        package var count: Int
        /// By each denominator; none for a count.
        package var shares: [Share]

        package init(count: Int, shares: [Share] = []) {
            self.count = count
            self.shares = shares
        }
    }

    /// What a figure says of a place.
    package enum Standing: Sendable, Hashable {
        case known
        /// No entry of the register lies there, which is not nought.
        case unknown
        /// It does not apply there, because what it is divided by is not there.
        case unfit
    }

    /// A share; nil for its numbers where it does not apply.
    package struct Share: Sendable, Hashable {
        /// What it is divided by.
        package var label: String
        package var count: Int?
        package var all: Int?
        /// Tenths of a percent.
        package var tenths: Int?

        package init(label: String, count: Int? = nil, all: Int? = nil, tenths: Int? = nil) {
            self.label = label
            self.count = count
            self.all = all
            self.tenths = tenths
        }
    }

    /// How many have a code by which the count is told apart.
    package struct Part: Sendable, Hashable {
        package var label: String
        package var count: Int

        package init(label: String, count: Int) {
            self.label = label
            self.count = count
        }
    }

    /// What an entry must say to count.
    package struct Condition: Sendable, Hashable {
        /// What its field must say.
        package enum Match: Sendable, Hashable {
            /// One of these.
            case anyOf([String])
            case given
            case missing
            /// Days; open where nil.
            case within(from: String?, until: String?)
        }

        /// The field.
        package var label: String
        package var match: Match

        package init(label: String, match: Match) {
            self.label = label
            self.match = match
        }
    }

    /// What is to be reached in the nation.
    package struct Target: Sendable, Hashable {
        /// A count, or percent.
        package var least: Int
        package var by: String
        /// How many are missing, by each denominator, of a count one number; none below the nation.
        package var missing: [Int?]

        package init(least: Int, by: String, missing: [Int?] = []) {
            self.least = least
            self.by = by
            self.missing = missing
        }
    }

    /// The clause that it tells of.
    package struct Clause: Sendable, Hashable {
        package var key: String
        /// Its number as the page shows it: 二十六, 26.
        package var number: String
        package var title: String
        /// Who answers for it, in Chinese as printed.
        package var units: String?
        package var link: PlanLink

        package init(key: String, number: String, title: String, units: String?, link: PlanLink) {
            self.key = key
            self.number = number
            self.title = title
            self.units = units
            self.link = link
        }
    }

    package var name: String
    package var title: String
    package var help: String?
    /// What one that is counted is called, 家; nil where it has no word of its own.
    package var unit: String?
    package var value: Value
    package var standing: Standing
    package var parts: [Part]
    package var target: Target?
    package var clause: Clause?
    /// Who answers for the figure; nil where the definition names nobody.
    package var owner: String?
    /// The register whose entries count, and where it is; nil where only staff read it.
    package var register: String
    package var registerLink: RegisterLink?
    package var conditions: [Condition]
    /// The level of divisions that count in the place of entries: `province`, `prefecture`, `county`.
    package var distinct: String?
    /// The field with the day from which an entry counts in months; nil where months follow the log alone.
    package var date: String?
    /// Whether what counts lies in divisions, so that it has a map and figures of each.
    package var hasPlaces: Bool
    package var version: Int
    /// When it was counted, as `2026-11-30 21:05` in China, and from how long a log.
    package var counted: String
    package var sequence: Int
    /// The month at whose end it counted, as `2025-06`; nil for now.
    package var month: String?

    package init(
        name: String,
        title: String,
        help: String? = nil,
        unit: String? = nil,
        value: Value,
        standing: Standing = .known,
        parts: [Part] = [],
        target: Target? = nil,
        clause: Clause? = nil,
        owner: String? = nil,
        register: String,
        registerLink: RegisterLink? = nil,
        conditions: [Condition] = [],
        distinct: String? = nil,
        date: String? = nil,
        hasPlaces: Bool = true,
        version: Int = 1,
        counted: String,
        sequence: Int,
        month: String? = nil
    ) {
        self.name = name
        self.title = title
        self.help = help
        self.unit = unit
        self.value = value
        self.standing = standing
        self.parts = parts
        self.target = target
        self.clause = clause
        self.owner = owner
        self.register = register
        self.registerLink = registerLink
        self.conditions = conditions
        self.distinct = distinct
        self.date = date
        self.hasPlaces = hasPlaces
        self.version = version
        self.counted = counted
        self.sequence = sequence
        self.month = month
    }
}

extension IndicatorHead.Value {
    /// The units whose prefectures are not in the table of divisions, so that nothing is known of their shares.
    private static let unlisted = ["710000", "810000", "820000"]

    /// What the figure says of a place, the same in boxes, tiles and tables.
    ///
    /// - Parameters:
    ///   - code: the six digits of the place; nil for the nation.
    ///   - isKnown: whether an entry of the register lies there.
    /// - Returns: whether it is known, unknown or does not apply.
    package func standing(in code: String?, isKnown: Bool) -> IndicatorHead.Standing {
        if let first = shares.first, first.tenths == nil {
            return code.map(Self.unlisted.contains) ?? false ? .unknown : .unfit
        }
        return isKnown ? .known : .unknown
    }
}
