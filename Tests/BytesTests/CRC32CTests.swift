import Bytes
import Testing

struct CRC32CTests {
    /// The vectors of RFC 3720 appendix B.4, and the customary check value.
    @Test func `gives the published values`() {
        #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
        #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
        #expect(CRC32C.checksum([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
        #expect(CRC32C.checksum(Array(0..<32)) == 0x46DD_794E)
        #expect(CRC32C.checksum([]) == 0)
    }

    @Test func `the processor's instruction and plain Swift agree`() throws {
        var generator = SeededGenerator(seed: 2)
        let bytes = (0..<1_000).map { _ in UInt8.random(in: 0 ... .max, using: &generator) }
        try withFile(bytes) { file throws in
            for _ in 0..<200 {
                let start = Int.random(in: 0...1_000, using: &generator)
                let range = start..<Int.random(in: start...1_000, using: &generator)
                let portable = file.withBytes(range) { CRC32C.portable($0) }
                #expect(file.crc32c(range) == portable)
                #expect(CRC32C.checksum(Array(bytes[range])) == portable)
            }
        }
    }
}
