/// The row on which a driver's cursor stands: what a driver offers so that `Row` can be read.
///
/// Columns count from 0. Reading a column as another kind than its table declares is an error of the program, except
/// for "no value", which `isNull` answers.
package protocol RowReader: AnyObject {
    /// Whether the column holds no value.
    func isNull(_ column: Int) -> Bool
    /// The whole number of a column.
    func integer(_ column: Int) throws -> Int64
    /// The floating-point number of a column.
    func real(_ column: Int) throws -> Double
    /// The text of a column.
    func text(_ column: Int) throws -> String
    /// A copy of the bytes of a column.
    func bytes(_ column: Int) throws -> [UInt8]
}
