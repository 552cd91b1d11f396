import Foundation

/// The natural logarithm, kept apart so that only this file needs the C mathematics.
func logarithm(_ value: Double) -> Double {
    log(value)
}
