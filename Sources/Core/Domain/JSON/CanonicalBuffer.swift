/// The bytes that are being written, with what the objects and arrays begun need until they end.
struct CanonicalBuffer {
    /// A member of an object: its name and where its value stands among the bytes.
    struct Member {
        let name: String
        let value: Range<Int>
        /// The value where it is written elsewhere and ends later; `value` is empty then.
        let later: CanonicalEncoder?
        /// The first eight bytes of the name as one number, by which most names differ; nil where one is not ASCII.
        let lead: UInt64?

        init(name: String, value: Range<Int>, later: CanonicalEncoder? = nil) {
            self.name = name
            self.value = value
            self.later = later
            var lead: UInt64 = 0
            var shift: UInt64 = 64
            var isASCII = true
            for byte in name.utf8 {
                shift -= 8
                lead |= UInt64(byte) << shift
                isASCII = isASCII && byte < 0x80
                if shift == 0 { break }
            }
            self.lead = isASCII ? lead : nil
        }

        /// The order of UTF-16 code units, which differs from that of UTF-8 beyond U+FFFF.
        static func precedes(_ left: Member, _ right: Member) -> Bool {
            if let one = left.lead, let two = right.lead, one != two { return one < two }
            return left.name.utf16.lexicographicallyPrecedes(right.name.utf16)
        }

        /// Equality of bytes; `==` of strings would take two spellings of one letter for the same name.
        static func isSame(_ left: Member, _ right: Member) -> Bool {
            left.lead == right.lead && left.name.utf8.elementsEqual(right.name.utf8)
        }
    }

    /// A value that has begun.
    private struct Frame {
        enum Shape { case nothing, single, object, array }

        var shape = Shape.nothing
        /// Where its bytes begin.
        let start: Int
        /// Which of the members is its first.
        let firstMember: Int
        /// Elements of the array so far.
        var count = 0
        /// Elements that are written elsewhere and end later, each with its place among the bytes.
        var later: [(place: Int, encoder: CanonicalEncoder)] = []
    }

    private(set) var bytes: [UInt8] = []
    /// Values that have begun, the innermost last.
    private var frames: [Frame] = []
    /// Members of all objects that have begun, the innermost last.
    private var members: [Member] = []
    // Kept between objects, so that they need no memory of their own.
    private var order: [Int] = []
    private var sorted: [UInt8] = []

    // MARK: Values

    /// Begins a value and says at what depth.
    mutating func begin() -> Int {
        frames.append(Frame(start: bytes.count, firstMember: members.count))
        return frames.count - 1
    }

    mutating func becomeObject(_ depth: Int) { frames[depth].shape = .object }

    mutating func becomeArray(_ depth: Int) {
        if frames[depth].shape != .array { bytes.append(UInt8(ascii: "[")) }
        frames[depth].shape = .array
    }

    /// Writes a value that is no object and no array.
    mutating func appendSingle(_ depth: Int, string: String) {
        frames[depth].shape = .single
        CanonicalJSON.append(string: string, to: &bytes)
    }

    mutating func appendSingle(_ depth: Int, literal: String) {
        frames[depth].shape = .single
        bytes.append(contentsOf: literal.utf8)
    }

    /// Ends the innermost value.
    mutating func end() {
        let frame = frames.removeLast()
        switch frame.shape {
        case .nothing: bytes.append(contentsOf: "{}".utf8)
        case .single: break
        case .object: endObject(frame)
        case .array:
            for element in frame.later.reversed() {
                bytes.insert(contentsOf: element.encoder.finished, at: element.place)
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }

    // MARK: Elements

    func count(_ depth: Int) -> Int { frames[depth].count }

    /// Begins the next element of an array.
    mutating func beginElement(_ depth: Int) {
        if frames[depth].count > 0 { bytes.append(UInt8(ascii: ",")) }
        frames[depth].count += 1
    }

    mutating func appendElement(_ depth: Int, string: String) {
        beginElement(depth)
        CanonicalJSON.append(string: string, to: &bytes)
    }

    mutating func appendElement(_ depth: Int, literal: String) {
        beginElement(depth)
        bytes.append(contentsOf: literal.utf8)
    }

    /// Adds an element that is written elsewhere and ends with the array.
    mutating func appendElement(_ depth: Int, later encoder: CanonicalEncoder) {
        beginElement(depth)
        frames[depth].later.append((bytes.count, encoder))
    }

    // MARK: Members

    mutating func appendMember(_ name: String, string: String) {
        let start = bytes.count
        CanonicalJSON.append(string: string, to: &bytes)
        endMember(name, from: start)
    }

    mutating func appendMember(_ name: String, literal: String) {
        let start = bytes.count
        bytes.append(contentsOf: literal.utf8)
        endMember(name, from: start)
    }

    /// Adds a member whose value was written from `start` on.
    mutating func endMember(_ name: String, from start: Int) {
        members.append(Member(name: name, value: start..<bytes.count))
    }

    /// Adds a member that is written elsewhere and ends with the object.
    mutating func appendMember(_ name: String, later encoder: CanonicalEncoder) {
        members.append(Member(name: name, value: 0..<0, later: encoder))
    }

    // Puts the members in their order, the last of each name alone.
    private mutating func endObject(_ frame: Frame) {
        order.removeAll(keepingCapacity: true)
        for place in frame.firstMember..<members.count { insert(place) }
        sorted.removeAll(keepingCapacity: true)
        sorted.append(UInt8(ascii: "{"))
        for (place, index) in order.enumerated() {
            let member = members[index]
            if place + 1 < order.count, Member.isSame(member, members[order[place + 1]]) { continue }
            if sorted.count > 1 { sorted.append(UInt8(ascii: ",")) }
            CanonicalJSON.append(string: member.name, to: &sorted)
            sorted.append(UInt8(ascii: ":"))
            if let later = member.later {
                sorted.append(contentsOf: later.finished)
            } else {
                sorted.append(contentsOf: bytes[member.value])
            }
        }
        sorted.append(UInt8(ascii: "}"))
        bytes.removeLast(bytes.count - frame.start)
        bytes.append(contentsOf: sorted)
        members.removeLast(members.count - frame.firstMember)
    }

    // Objects have few members, which mostly come in an order of their own: insertion finds each place by halving.
    private mutating func insert(_ place: Int) {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if Member.precedes(members[place], members[order[middle]]) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        order.insert(place, at: low)
    }
}
