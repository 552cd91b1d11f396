package import Links

/// The page of a plan of public services, clause by clause.
package struct PlanPage: Sendable {
    package var link: PlanLink
    /// The plan; nil where none is published.
    package var plan: Plan?

    package init(link: PlanLink, plan: Plan? = nil) {
        self.link = link
        self.plan = plan
    }

    /// A title in the language of the page.
    package struct Title: Sendable, Hashable {
        package var text: String
        /// The Chinese title as printed, where the text is a translation.
        package var printed: String?

        package init(_ text: String, printed: String? = nil) {
            self.text = text
            self.printed = printed
        }
    }

    /// A plan; days as `YYYY-MM-DD`, cut where knowledge ends.
    package struct Plan: Sendable {
        package var title: Title
        package var number: String?
        package var issuer: String?
        package var published: String?
        package var from: String
        package var until: String
        package var parts: [Part]
        /// Other plans that are published.
        package var others: [Other]
        /// What turned up while it was carried out; nil where none is kept that who looks may read.
        package var issues: Issues?

        package init(
            title: Title,
            number: String? = nil,
            issuer: String? = nil,
            published: String? = nil,
            from: String,
            until: String,
            parts: [Part],
            others: [Other] = [],
            issues: Issues? = nil
        ) {
            self.title = title
            self.number = number
            self.issuer = issuer
            self.published = published
            self.from = from
            self.until = until
            self.parts = parts
            self.others = others
            self.issues = issues
        }
    }

    /// The ledger of issues, counted by state.
    package struct Issues: Sendable {
        package var title: String
        package var help: String?
        package var link: RegisterLink
        /// Whether everybody may read it.
        package var isPublic: Bool
        /// How many have which state, each with the way to them; nil while they cannot be counted.
        package var states: [(label: String, count: Int, link: RegisterLink)]?

        package init(
            title: String,
            help: String? = nil,
            link: RegisterLink,
            isPublic: Bool,
            states: [(label: String, count: Int, link: RegisterLink)]?
        ) {
            self.title = title
            self.help = help
            self.link = link
            self.isPublic = isPublic
            self.states = states
        }
    }

    /// Another plan by its title.
    package struct Other: Sendable, Hashable {
        package var title: String
        package var link: PlanLink

        package init(title: String, link: PlanLink) {
            self.title = title
            self.link = link
        }
    }

    /// A part with its clauses.
    package struct Part: Sendable {
        /// Its number as the page shows it: 二, 2.
        package var number: String
        package var title: Title
        package var clauses: [Clause]

        package init(number: String, title: Title, clauses: [Clause]) {
            self.number = number
            self.title = title
            self.clauses = clauses
        }
    }

    /// A clause.
    package struct Clause: Sendable {
        /// By what an address names it: `c07`.
        package var key: String
        /// Its number as the page shows it: 二十六, 26.
        package var number: String
        package var title: Title
        /// Who answers for it, in Chinese as printed.
        package var units: String?
        package var targets: [Target]
        package var registers: [Register]
        package var pages: [LivePage]
        /// The figures that tell how far it is.
        package var figures: [Figure]
        /// Nil where no measures are kept that everybody may read.
        package var measures: Measures?

        package init(
            key: String,
            number: String,
            title: Title,
            units: String? = nil,
            targets: [Target] = [],
            registers: [Register] = [],
            pages: [LivePage] = [],
            figures: [Figure] = [],
            measures: Measures? = nil
        ) {
            self.key = key
            self.number = number
            self.title = title
            self.units = units
            self.targets = targets
            self.registers = registers
            self.pages = pages
            self.figures = figures
            self.measures = measures
        }

        /// Whether anything here carries it out.
        package var isCarriedOut: Bool { !registers.isEmpty || !pages.isEmpty }
    }

    /// A figure that tells how far a clause is.
    package struct Figure: Sendable {
        package var title: String
        package var unit: String?
        package var value: IndicatorHead.Value
        package var link: IndicatorLink

        package init(title: String, unit: String? = nil, value: IndicatorHead.Value, link: IndicatorLink) {
            self.title = title
            self.unit = unit
            self.value = value
            self.link = link
        }
    }

    /// What a clause asks for.
    package struct Target: Sendable, Hashable {
        package var label: String
        /// The number, and whether more is as good; nil for what is done or not, and for a direction.
        package var value: Int?
        package var isLeast: Bool
        package var unit: String?
        /// By when; nil for a direction.
        package var by: String?
        /// The words of the plan in Chinese; nil for words of this node.
        package var printed: String?

        package init(
            label: String,
            value: Int? = nil,
            isLeast: Bool = false,
            unit: String? = nil,
            by: String? = nil,
            printed: String? = nil
        ) {
            self.label = label
            self.value = value
            self.isLeast = isLeast
            self.unit = unit
            self.by = by
            self.printed = printed
        }
    }

    /// A register that carries a clause out.
    package struct Register: Sendable, Hashable {
        package var title: String
        /// Where its entries are; nil where only staff read them.
        package var link: Link?

        package init(title: String, link: Link?) {
            self.title = title
            self.link = link
        }
    }

    /// The measures of a clause.
    package struct Measures: Sendable, Hashable {
        package var count: Tally
        /// Where they are listed.
        package var link: Link?
        package var newest: [Measure]

        package init(count: Tally, link: Link? = nil, newest: [Measure] = []) {
            self.count = count
            self.link = link
            self.newest = newest
        }
    }

    /// A measure in short.
    package struct Measure: Sendable, Hashable {
        package var title: String
        package var state: String?
        package var isSample: Bool
        package var link: Link

        package init(title: String, state: String?, isSample: Bool = false, link: Link) {
            self.title = title
            self.state = state
            self.isSample = isSample
            self.link = link
        }
    }
}
