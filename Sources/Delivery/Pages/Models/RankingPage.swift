package import Links

/// The page with the provincial units in the order of an indicator, for officers.
package struct RankingPage: Sendable {
    /// A unit.
    package struct Unit: Sendable, Hashable {
        /// Its place from 1; alike ones share one.
        package var place: Int
        package var name: String
        package var value: IndicatorHead.Value
        package var link: IndicatorLink

        package init(place: Int, name: String, value: IndicatorHead.Value, link: IndicatorLink) {
            self.place = place
            self.name = name
            self.value = value
            self.link = link
        }
    }

    package var link: IndicatorLink
    package var head: IndicatorHead
    package var units: [Unit]
    /// Those to which it does not apply, and those that have entered nothing.
    package var unfit: [String]
    package var unknown: [String]

    package init(link: IndicatorLink, head: IndicatorHead, units: [Unit], unfit: [String], unknown: [String]) {
        self.link = link
        self.head = head
        self.units = units
        self.unfit = unfit
        self.unknown = unknown
    }
}
