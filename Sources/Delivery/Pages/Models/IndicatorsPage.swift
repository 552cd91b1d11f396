package import Links

/// The page of all indicators.
package struct IndicatorsPage: Sendable {
    package var link: IndicatorLink
    package var indicators: [IndicatorHead]

    package init(link: IndicatorLink, indicators: [IndicatorHead]) {
        self.link = link
        self.indicators = indicators
    }
}
