internal import Domain

extension FieldType {
    /// The number by which values of the type are compared; nil for types without an order and values that are none.
    package func rank(_ text: String) -> Int64? {
        switch self {
        case .number(let decimals, _, _, _): ExactNumber(text, decimals: decimals)?.units
        case .money: ExactNumber(text, decimals: 2)?.units
        case .date: PartialDate(iso: text)?.number
        default: nil
        }
    }
}
