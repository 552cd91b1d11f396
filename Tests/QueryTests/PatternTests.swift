import Testing

@testable import Query

struct PatternTests {
    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test(arguments: [
        ("ab*", "ab", true), ("ab*", "abc", true), ("ab*", "a", false), ("ab*", "cab", false),
        ("*ab", "cab", true), ("*ab", "ab", true), ("*ab", "aba", false),
        ("a#c", "abc", true), ("a#c", "ac", false), ("a#c", "a光c", true), ("a#c", "abbc", false),
        ("a?c", "ac", true), ("a?c", "abc", true), ("a?c", "abbc", false),
        ("a+d", "ad", true), ("a+d", "abcd", true), ("a+d", "abbcd", false), ("a+d", "a光纤d", true),
        ("##", "光纤", true), ("##", "光", false), ("#?", "光", true), ("*", "", true), ("#", "", false),
        ("*ab*ab*", "abab", true), ("*ab*ab*", "ab", false), ("*a*b", "aabab", true), ("光*", "光", true),
    ])
    func `matches whole terms`(notation: String, term: String, expected: Bool) throws {
        let noted = try NotedPattern(notation, vocabulary: [term])
        var matcher = PatternMatcher(noted.pattern)
        let found = matcher.matches(Self.bytes(term))
        #expect(found == expected)
        #expect(noted.words.contains(Self.bytes(term)) == expected)
    }

    @Test func `knows its literal beginning`() {
        #expect(Pattern([.bytes([1, 2]), .bytes([3]), .one]).literalPrefix == [1, 2, 3])
        #expect(Pattern([.one, .bytes([3])]).literalPrefix == [])
        #expect(Pattern.suffix([7]).literalPrefix == [])
    }

    @Test func `knows when it is a plain term or a plain prefix`() {
        #expect(Pattern([.bytes([1]), .bytes([2])]).onlyTerm == [1, 2])
        #expect(Pattern([.bytes([1]), .any(maximum: 0)]).onlyTerm == [1])
        #expect(Pattern.prefix([1]).onlyTerm == nil)
        #expect(Pattern.prefix([1]).isPurePrefix)
        #expect(Pattern([.any(maximum: nil)]).isPurePrefix)
        #expect(!Pattern([.bytes([1]), .any(maximum: 10)]).isPurePrefix)
        #expect(!Pattern([.bytes([1]), .one, .any(maximum: nil)]).isPurePrefix)
    }

    @Test func `many wildcards take no time of their own`() {
        let part: [Pattern.Element] = [.any(maximum: nil), .bytes([97])]
        let pattern = Pattern((0..<40).flatMap { _ in part } + [.bytes([98])])
        var matcher = PatternMatcher(pattern)
        let found = matcher.matches([UInt8](repeating: 97, count: 200))
        #expect(!found)
    }
}
