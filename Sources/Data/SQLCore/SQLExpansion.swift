/// Turns portable SQL into the SQL of one database, once per statement.
package enum SQLExpansion {
    /// Replaces every token and every parameter outside quoted text.
    ///
    /// - Throws: `DatabaseError.unknownToken` for a token outside the list or without its closing brace.
    package static func expand(
        _ text: String,
        token: (SQLToken) throws -> String,
        parameter: (Int) -> String
    ) throws -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        result.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "'"):
                let end = endOfQuoted(bytes, from: position)
                result.append(contentsOf: bytes[position..<end])
                position = end
            case UInt8(ascii: "{"):
                guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else {
                    throw DatabaseError.unknownToken(String(decoding: bytes[position...], as: UTF8.self))
                }
                let content = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
                result.append(contentsOf: try token(SQLToken(content)).utf8)
                position = end + 1
            case UInt8(ascii: "$"):
                let (number, end) = parameterNumber(bytes, from: position + 1)
                result.append(contentsOf: number > 0 ? Array(parameter(number).utf8) : [UInt8(ascii: "$")])
                position = end
            default:
                result.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The highest `$n` outside quoted text.
    package static func highestParameter(in text: String) -> Int {
        let bytes = Array(text.utf8)
        var highest = 0
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "'"):
                position = endOfQuoted(bytes, from: position)
            case UInt8(ascii: "$"):
                let (number, end) = parameterNumber(bytes, from: position + 1)
                highest = max(highest, number)
                position = end
            default:
                position += 1
            }
        }
        return highest
    }

    private static func endOfQuoted(_ bytes: [UInt8], from start: Int) -> Int {
        let afterStart = start + 1
        guard afterStart < bytes.count, let end = bytes[afterStart...].firstIndex(of: UInt8(ascii: "'")) else {
            return bytes.count
        }
        return end + 1
    }

    private static func parameterNumber(_ bytes: [UInt8], from start: Int) -> (number: Int, end: Int) {
        var number = 0
        var position = start
        while position < bytes.count, bytes[position] >= UInt8(ascii: "0"), bytes[position] <= UInt8(ascii: "9"),
            number < 100_000
        {
            number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        return (number, position)
    }
}
