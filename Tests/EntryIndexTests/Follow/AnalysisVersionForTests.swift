import Text

/// The analysis version in force.
enum AnalysisVersionForTests {
    static let current = AnalysisVersion.current
}
