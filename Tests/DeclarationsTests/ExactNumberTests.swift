import Declarations
import Testing

/// Numbers that never lose a digit.
struct ExactNumberTests {
    @Test(arguments: [
        ("0", 0, "0"), ("-0", 0, "0"), ("007", 0, "7"), ("1,234,567", 0, "1234567"), ("0.1", 1, "0.1"),
        ("-0.01", 2, "-0.01"), (".5", 1, nil),
        ("5.", 1, nil), ("1.23", 1, nil), ("12", 2, "12.00"), ("1e3", 0, nil), ("--1", 0, nil), ("", 0, nil),
        ("１２．５", 1, "12.5"),
        ("999999999999999999", 0, "999999999999999999"), ("1000000000000000000", 0, nil),
        ("9999999999999999.99", 2, "9999999999999999.99"),
        ("10000000000000000.00", 2, nil), ("1.5.2", 2, nil), ("1,5", 1, nil), ("1,23", 0, nil),
        ("12,345.6", 1, "12345.6"), ("1,2345", 0, nil), ("1234,567", 0, nil), (",1", 0, nil), ("1 000", 0, nil),
    ])
    func `a number is read whole or not at all`(text: String, decimals: Int, wanted: String?) {
        #expect(ExactNumber(text, decimals: decimals)?.description == wanted)
    }
}
