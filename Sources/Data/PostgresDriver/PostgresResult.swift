internal import CPQ
internal import SQLCore

/// One result of libpq: a row or all rows of an answer, the end of a command, or a failure.
///
/// Invariant: it owns the `PGresult`, which lives as long as this object and is never changed.
@safe final class PostgresResult: RowReader {
    private let pointer: OpaquePointer
    /// The row that is read.
    var row: Int32 = 0

    /// Takes over a result.
    init(taking pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe PQclear(pointer)
    }

    /// What it is.
    var status: ExecStatusType { unsafe PQresultStatus(pointer) }

    /// What the server calls the command that ended, such as `INSERT 0 3`.
    var tag: String { unsafe String(cString: PQcmdStatus(pointer)) }

    /// How many rows the command changed; 0 for one that only reads.
    var changes: Int {
        guard !tag.hasPrefix("SELECT") else { return 0 }
        return Int(unsafe String(cString: PQcmdTuples(pointer))) ?? 0
    }

    /// Whether there is a row that can be read.
    var hasRow: Bool { unsafe PQntuples(pointer) > row }

    /// The SQLSTATE of a failure; empty when it happened on this side.
    var state: String { field("C") ?? "" }

    /// The words of a failure, without its details, which may quote what people entered.
    var message: String { unsafe field("M") ?? String(cString: PQresultErrorMessage(pointer)) }

    /// The types of the parameters of a statement that was described.
    var parameterTypes: [Oid] { (0..<(unsafe PQnparams(pointer))).map { unsafe PQparamtype(pointer, $0) } }

    func isNull(_ column: Int) -> Bool {
        unsafe PQgetisnull(pointer, row, Int32(column)) != 0
    }

    func integer(_ column: Int) throws -> Int64 {
        let value = unsafe try value(column)
        switch (unsafe PQftype(pointer, Int32(column)), value.count) {
        case (PostgresType.int8, 8): return unsafe Int64(bigEndian: value.loadUnaligned(as: Int64.self))
        case (PostgresType.int4, 4): return unsafe Int64(Int32(bigEndian: value.loadUnaligned(as: Int32.self)))
        default: throw mismatch(column, "a whole number")
        }
    }

    func real(_ column: Int) throws -> Double {
        let value = unsafe try value(column)
        guard unsafe PQftype(pointer, Int32(column)) == PostgresType.float8, value.count == 8 else {
            throw mismatch(column, "a floating-point number")
        }
        return unsafe Double(bitPattern: UInt64(bigEndian: value.loadUnaligned(as: UInt64.self)))
    }

    func text(_ column: Int) throws -> String {
        guard PostgresType.isText(unsafe PQftype(pointer, Int32(column))) else { throw mismatch(column, "text") }
        return unsafe String(decoding: try value(column), as: UTF8.self)
    }

    func bytes(_ column: Int) throws -> [UInt8] {
        guard unsafe PQftype(pointer, Int32(column)) == PostgresType.bytes else { throw mismatch(column, "bytes") }
        return unsafe Array(try value(column))
    }

    // Valid while this object lives.
    private func value(_ column: Int) throws -> UnsafeRawBufferPointer {
        guard column >= 0, column < Int(unsafe PQnfields(pointer)),
            let start = unsafe PQgetvalue(pointer, row, Int32(column))
        else { throw mismatch(column, "there") }
        return unsafe UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(pointer, row, Int32(column))))
    }

    private func mismatch(_ column: Int, _ wanted: String) -> DatabaseError {
        let type = unsafe PQftype(pointer, Int32(column))
        return .failed(code: 0, message: "column \(column) is not \(wanted): it has the type \(type)")
    }

    // The codes are letters (PG_DIAG_... of libpq), which do not come over from C.
    private func field(_ code: Unicode.Scalar) -> String? {
        unsafe PQresultErrorField(pointer, Int32(code.value)).map { unsafe String(cString: $0) }
    }
}
