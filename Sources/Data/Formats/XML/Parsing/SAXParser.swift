import CXML

/// The push parser of libxml2 for one document, feeding a builder.
///
/// The library's state belongs to this object alone and is freed with it; pointers that the library hands to the
/// events are used only within them.
@safe
final class SAXParser {
    /// What the library found wrong with the document.
    struct Fault: Hashable {
        var reason: String
        /// From 1 within the document.
        var line: Int
    }

    let builder: TreeBuilder
    /// The first thing that makes the document unreadable.
    private(set) var fault: Fault?
    private var parser: OpaquePointer?
    /// Numbers of names by the library's own copies of them, which live as long as the parser.
    private var numbers: [UInt: Int32] = [:]

    init(builder: TreeBuilder) {
        self.builder = builder
        // The parser does not outlive this object: it is freed in deinit.
        unsafe parser = cxml_create(Self.events(), Unmanaged.passUnretained(self).toOpaque())
        if unsafe parser == nil { fault = Fault(reason: "out of memory", line: 0) }
    }

    deinit {
        unsafe cxml_free(parser)
    }

    /// Parses the next bytes; afterwards `fault` and the builder's `stop` tell whether to go on.
    func feed(_ bytes: ArraySlice<UInt8>) {
        guard fault == nil, builder.stop == nil, !bytes.isEmpty else { return }
        unsafe bytes.withUnsafeBytes { buffer in
            let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            unsafe cxml_parse(parser, start, Int32(buffer.count), 0)
        }
        noteState()
    }

    /// Tells the parser that the document ends here.
    func finish() {
        guard fault == nil, builder.stop == nil else { return }
        unsafe cxml_parse(parser, nil, 0, 1)
        noteState()
        if fault == nil, builder.stop == nil, !builder.isRootClosed { fail("the document breaks off", line: line) }
    }

    /// The line that parsing has come to, from 1 within the document.
    var line: Int {
        guard let parser = unsafe parser else { return 0 }
        return unsafe cxml_line(parser)
    }

    /// Number of bytes that wait for the end of their markup.
    var pendingCount: Int {
        guard let parser = unsafe parser else { return 0 }
        return Int(unsafe cxml_pending_count(parser))
    }

    /// Whether the next bytes belong to a comment, a CDATA section or a processing instruction.
    var isInSection: Bool {
        guard let parser = unsafe parser else { return false }
        return unsafe cxml_is_in_section(parser) != 0
    }

    private func noteState() {
        guard let parser = unsafe parser, fault == nil, builder.stop == nil else { return }
        if unsafe cxml_is_well_formed(parser) == 0 { fail("the document is not well-formed", line: line) }
    }

    private func fail(_ reason: String, line: Int) {
        if fault == nil { fault = Fault(reason: reason, line: line) }
    }

    // MARK: Events

    private func start(
        _ name: UnsafePointer<UInt8>,
        attributeCount: Int,
        attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        builder.start(unsafe number(of: name))
        stopIfWanted()
        guard builder.isInRecord, let attributes = unsafe attributes else { return }
        // The library gives five pointers per attribute: name, prefix, namespace, start and end of the value.
        for index in 0..<attributeCount {
            guard let name = unsafe attributes[5 * index], let start = unsafe attributes[5 * index + 3],
                let end = unsafe attributes[5 * index + 4]
            else { continue }
            let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
            unsafe builder.addAttribute(number(of: name), value: value)
        }
    }

    private func add(_ text: UnsafeBufferPointer<UInt8>) {
        unsafe builder.add(text: text)
        stopIfWanted()
    }

    /// Writes what stands for `&name;`: a character, or the reference as it is, cut off at the capacity.
    private func resolve(_ name: UnsafePointer<UInt8>, into text: UnsafeMutableBufferPointer<UInt8>) {
        let resolved = builder.text(ofEntity: unsafe String(cString: name)).utf8.prefix(text.count - 1)
        let end = unsafe text.update(fromContentsOf: Array(resolved))
        unsafe text[end] = 0
    }

    private func stopIfWanted() {
        if builder.stop != nil { unsafe cxml_stop(parser) }
    }

    private func number(of name: UnsafePointer<UInt8>) -> Int32 {
        let key = UInt(bitPattern: name)
        if let known = numbers[key] { return known }
        let number = builder.number(of: unsafe String(cString: name))
        numbers[key] = number
        return number
    }

    private static func this(_ user: UnsafeMutableRawPointer?) -> SAXParser? {
        guard let user = unsafe user else { return nil }
        return unsafe Unmanaged<SAXParser>.fromOpaque(user).takeUnretainedValue()
    }

    private static func events() -> cxml_events {
        unsafe cxml_events(
            start: { user, name, count, attributes in
                guard let name = unsafe name else { return }
                unsafe SAXParser.this(user)?.start(name, attributeCount: Int(count), attributes: attributes)
            },
            end: { user in unsafe SAXParser.this(user)?.builder.end() },
            text: { user, bytes, count in
                unsafe SAXParser.this(user)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
            },
            entity: { user, name, text, capacity in
                guard let name = unsafe name else { return }
                let target = unsafe UnsafeMutableBufferPointer(start: text, count: Int(capacity))
                unsafe SAXParser.this(user)?.resolve(name, into: target)
            },
            declaration: { user, name in
                guard let name = unsafe name else { return }
                unsafe SAXParser.this(user)?.builder.declareEntity(String(cString: name))
            },
            fault: { user, message, line in
                guard let message = unsafe message else { return }
                let words = unsafe String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
                unsafe SAXParser.this(user)?.fail(words.isEmpty ? "not well-formed" : words, line: Int(line))
            }
        )
    }
}
