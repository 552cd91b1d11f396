import Bytes
import Testing

struct PackingTests {
    private let edges: [UInt64] = [0, 1, 127, 128, 16_383, 16_384, 1 << 32, (1 << 63) - 1, 1 << 63, .max]

    @Test func `varints come back as they went`() throws {
        var bytes: [UInt8] = []
        for edge in edges { Varint.append(edge, to: &bytes) }
        #expect(bytes.count == 1 + 1 + 1 + 2 + 2 + 3 + 5 + 9 + 10 + 10)
        try withFile(bytes) { file throws in
            var reader = try ByteReader(file, 0..<file.count)
            for edge in edges { #expect(try reader.varint() == edge) }
            #expect(reader.remaining == 0)
        }
    }

    @Test(arguments: [
        [0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2], [UInt8](repeating: 0x80, count: 11),
    ])
    func `a varint that ends early or passes 64 bits is refused`(bytes: [UInt8]) throws {
        try withFile(bytes) { file throws in
            var reader = try ByteReader(file, 0..<file.count)
            #expect(throws: FileFailure.self) { try reader.varint() }
        }
    }

    @Test func `a count above its limit is refused`() throws {
        try withFile([200, 1]) { file throws in
            var reader = try ByteReader(file, 0..<2)
            #expect(throws: FileFailure.self) { try reader.count(limit: 199) }
            var again = try ByteReader(file, 0..<2)
            #expect(try again.count(limit: 200) == 200)
        }
    }

    @Test(arguments: [Int64(0), 1, -1, 5, -5, .min, .max])
    func `signs fold into the lowest bit`(value: Int64) {
        #expect(Varint.unzigzag(Varint.zigzag(value)) == value)
        #expect(Varint.zigzag(-1) == 1 && Varint.zigzag(1) == 2)
    }

    @Test(arguments: 0...32)
    func `packed blocks come back at every width`(width: Int) throws {
        var generator = SeededGenerator(seed: UInt64(width))
        let mask = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
        for count in [1, 7, 127, 128] {
            let values = (0..<count).map { _ in UInt32.random(in: 0 ... .max, using: &generator) & mask }
            var bytes: [UInt8] = [9, 9, 9]
            BitPacking.pack(values, count: count, width: width, into: &bytes)
            #expect(bytes.count == 3 + BitPacking.byteCount(count, width: width))
            try withFile(bytes) { file throws in
                var result = [UInt32](repeating: 7, count: 128)
                try BitPacking.unpack(file, 3..<file.count, count: count, width: width, into: &result)
                #expect(Array(result.prefix(count)) == values)
                guard width > 0 else { return }
                #expect(throws: FileFailure.self) {
                    try BitPacking.unpack(file, 3..<file.count - 1, count: count, width: width, into: &result)
                }
                #expect(throws: FileFailure.self) {
                    try BitPacking.unpack(file, 3..<file.count, count: count, width: 33, into: &result)
                }
            }
        }
    }

    @Test func `the layout of packed bits is fixed`() {
        var bytes: [UInt8] = []
        BitPacking.pack([1, 2, 3, 4, 5], count: 5, width: 3, into: &bytes)
        #expect(bytes == [0b1101_0001, 0b0101_1000])
    }

    @Test(arguments: [0, 1, 3, 8, 13, 31, 32, 33, 55, 56, 64])
    func `packed arrays give each number at once`(width: Int) throws {
        var generator = SeededGenerator(seed: UInt64(width))
        let mask = width == 0 ? 0 : UInt64.max >> UInt64(64 - width)
        let values = (0..<5_000).map { _ in UInt64.random(in: 0 ... .max, using: &generator) & mask }
        try withPath { path in
            let sink = try FileSink(path, layer: DiskLayer())
            try sink.append([1, 2, 3, 4, 5])
            var writer = PackedWriter(sink, width: width)
            for value in values { try writer.append(value) }
            try writer.finish()
            _ = try sink.close()
            let file = try MappedFile(path)
            #expect(file.count == 5 + BitPacking.byteCount(5_000, width: width))
            let array = try PackedArray(file, at: 5, count: 5_000, width: width)
            #expect((0..<5_000).allSatisfy { array[$0] == values[$0] })
            #expect(array[-1] == 0 && array[5_000] == 0)
            var wide: [UInt64] = [9]
            var narrow = [UInt8](repeating: 9, count: 6_000)
            for places in [0..<5_000, 17..<17, 1_234..<3_003, 4_990..<5_000] {
                array.copy(places, into: &wide)
                #expect(wide == Array(values[places]))
                array.copy(places, into: &narrow)
                #expect(narrow == values[places].map { UInt8(truncatingIfNeeded: $0) })
            }
            array.copy(-2..<3, into: &wide)
            #expect(wide == [0, 0] + values[..<3])
            array.copy(4_999..<5_001, into: &wide)
            #expect(wide == [values[4_999], 0])
            guard width > 0 else { return }
            #expect(throws: FileFailure.self) { try PackedArray(file, at: 6, count: 5_000, width: width) }
        }
    }

    @Test func `widths that cannot be are refused`() throws {
        try withFile([UInt8](repeating: 0, count: 100)) { file throws in
            for width in [-1, 57, 63, 65] {
                #expect(throws: FileFailure.self) { try PackedArray(file, at: 0, count: 1, width: width) }
            }
            #expect(throws: FileFailure.self) { try PackedArray(file, at: 0, count: -1, width: 1) }
            #expect(throws: FileFailure.self) { try PackedArray(file, at: 0, count: .max, width: 64) }
            #expect(PackedArray.width(forMaximum: 1 << 56) == 64)
            #expect(PackedArray.width(forMaximum: (1 << 56) - 1) == 56)
            #expect(PackedArray.width(forMaximum: 0) == 0)
        }
    }

    @Test(arguments: 0...32)
    func `wide registers read what plain code reads`(width: Int) throws {
        var generator = SeededGenerator(seed: UInt64(width))
        let bytes = (0..<3_000).map { _ in UInt8.random(in: 0 ... .max, using: &generator) }
        try withFile(bytes) { file throws in
            for count in [0, 1, 7, 8, 9, 127, 128, 600] {
                for start in [0, 1, 13, 8 * bytes.count - count * width] where start >= 0 {
                    var wide = [UInt32](repeating: 7, count: count + 5)
                    var plain = wide
                    file.unpack(fromBit: start, width: width, count: count, into: &wide, at: 3)
                    file.unpackPortably(fromBit: start, width: width, count: count, into: &plain, at: 3)
                    #expect(wide == plain)
                    guard count <= 128 else { continue }
                    file.unpackAscending(from: start / 8, width: width, count: count, after: 99, into: &wide)
                    file.unpackPortably(fromBit: start / 8 * 8, width: width, count: count, into: &plain)
                    var sum: Int64 = 99
                    for place in 0..<count {
                        sum += Int64(plain[place]) + 1
                        #expect(wide[place] == UInt32(truncatingIfNeeded: min(sum, Int64(UInt32.max))))
                    }
                }
            }
        }
    }
}
