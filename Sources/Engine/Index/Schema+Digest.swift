import Bytes

extension Schema {
    /// The most text fields a schema may have: one bit each in a field mask.
    public static let maximumTextFields = 32

    /// The SHA-256, in hexadecimal, of the canonical description; weights are no part of it.
    ///
    /// Two schemas with one digest lead to the same bytes on disk.
    public var digest: String { sha256(Array(canonicalDescription.utf8)).description }

    /// One line per field and column in their order, then the order column; lengths guard against odd names.
    public var canonicalDescription: String {
        var lines = ["huizhi index schema"]
        for field in textFields {
            lines.append("text \(field.name.utf8.count):\(field.name) positions=\(field.storesPositions)")
        }
        for column in columns {
            let kind =
                switch column.kind {
                case .number: "number"
                case .ordinals(let multiple, let order): "ordinals multiple=\(multiple) order=\(order.rawValue)"
                }
            lines.append("column \(column.name.utf8.count):\(column.name) \(kind) updatable=\(column.isUpdatable)")
        }
        lines.append("order \(orderColumn)")
        return lines.joined(separator: "\n")
    }

    /// Refuses a schema that cannot be indexed.
    ///
    /// - Throws: `IndexFailure.invalidSchema` for more than 32 text fields, a name used twice, or an order column that
    ///   is missing, no number or updatable.
    public func validate() throws(IndexFailure) {
        guard textFields.count <= Schema.maximumTextFields else {
            throw .invalidSchema("\(textFields.count) text fields, at most \(Schema.maximumTextFields) are possible")
        }
        let fieldNames = textFields.map(\.name)
        let columnNames = columns.map(\.name)
        for names in [fieldNames, columnNames] where Set(names).count != names.count {
            throw .invalidSchema("a name is used twice in: " + names.joined(separator: ", "))
        }
        guard let order = columns.first(where: { $0.name == orderColumn }) else {
            throw .invalidSchema("there is no column \(orderColumn) to order documents by")
        }
        guard order.kind == .number, !order.isUpdatable else {
            throw .invalidSchema("the order column \(orderColumn) must be a number column that is not updatable")
        }
    }
}
