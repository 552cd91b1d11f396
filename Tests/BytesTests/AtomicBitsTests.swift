import Bytes
import Testing

struct AtomicBitsTests {
    @Test func `bits are clear at first, stay set and can all be cleared`() {
        let bits = AtomicBits(count: 130)
        for bit in [0, 63, 64, 129] {
            #expect(!bits.contains(bit))
            bits.insert(bit)
            bits.insert(bit)
            #expect(bits.contains(bit))
        }
        #expect(!bits.contains(1) && !bits.contains(128))
        bits.removeAll()
        #expect([0, 63, 64, 129].allSatisfy { !bits.contains($0) })
    }

    @Test func `no bit of a word is lost when many threads set them`() async {
        let bits = AtomicBits(count: 64)
        await withTaskGroup(of: Void.self) { group in
            for first in 0..<4 {
                group.addTask { for bit in stride(from: first, to: 64, by: 4) { bits.insert(bit) } }
            }
        }
        #expect((0..<64).allSatisfy { bits.contains($0) })
    }
}
