internal import CPQ
internal import SQLCore

/// The values of one run of a statement in the binary form that libpq sends.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    // Where each value begins; nil for no value.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    /// Encodes `types.count` values from `start` on, in the types that the server asked for.
    ///
    /// - Throws: `DatabaseError.textWithNull`; `.failed` for a value of another kind than its column.
    init(_ values: ArraySlice<Value>, from start: Int, types: [Oid]) throws {
        for (index, type) in types.enumerated() {
            let begin = bytes.count
            let isValue = try append(values[start + index], as: type, parameter: index + 1)
            starts.append(isValue ? begin : nil)
            lengths.append(Int32(bytes.count - begin))
        }
        // An empty value needs a place to point to as well.
        bytes.append(0)
    }

    /// Lends pointers to values, lengths and formats (1 for binary each) for the duration of `body`.
    func withPointers<Result>(
        _ body: (
            _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?,
            _ formats: UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        let formats = [Int32](repeating: 1, count: starts.count)
        // Every start lies inside `bytes`, which stays where it is during the call.
        return unsafe bytes.withUnsafeBytes { buffer in
            let base = unsafe buffer.bindMemory(to: CChar.self)
            let pointers = unsafe starts.map { start -> UnsafePointer<CChar>? in
                unsafe start.flatMap { unsafe base.baseAddress?.advanced(by: $0) }
            }
            return unsafe body(Int32(starts.count), pointers, lengths, formats)
        }
    }

    private mutating func append(_ value: Value, as type: Oid, parameter: Int) throws -> Bool {
        switch value {
        case .null: return false
        case .integer(let number) where type == PostgresType.int8: append(number)
        case .integer(let number) where type == PostgresType.int4:
            guard let small = Int32(exactly: number) else { throw mismatch(parameter, type) }
            append(small)
        case .integer(let number) where type == PostgresType.float8: append(Double(number).bitPattern)
        case .real(let number) where type == PostgresType.float8: append(number.bitPattern)
        case .text(let text) where PostgresType.isText(type):
            guard !text.utf8.contains(0) else { throw DatabaseError.textWithNull(parameter: parameter) }
            bytes.append(contentsOf: text.utf8)
        case .bytes(let content) where type == PostgresType.bytes: bytes.append(contentsOf: content)
        default: throw mismatch(parameter, type)
        }
        return true
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private func mismatch(_ parameter: Int, _ type: Oid) -> DatabaseError {
        .failed(code: 0, message: "parameter \(parameter) is of another kind than the type \(type) of its column")
    }
}
