import Bytes
import Crypto
import Domain
import Foundation
import Identity
import Testing

struct BreachedListTests {
    private let list = BreachedList()

    @Test(arguments: [
        "1234567890", "password123", "Password123", "qwertyuiop", "woaini1314", "5201314520", "iloveyou1314",
        "a123456789",
        "zhangwei123", "wangfang1988", "1q2w3e4r5t", "qwerty123456", "zhongguo2008", "admin888888",
    ])
    func `passwords that everybody tries are in the list`(password: String) {
        #expect(list.contains(password))
    }

    @Test(arguments: [
        "P@ssw0rd2024!", "pa$$w0rd!!!!", "P@SSWORD-2025", "@dmin12345!", "we1c0me2026", "1l0vey0u2025",
        "!!!password!!!",
        "m0nk3y20202", "WoAiNi_1314", "ZhangWei1990!", "SunSh1ne#99",
    ])
    func `disguises, digits and marks do not help a common password`(password: String) {
        #expect(list.contains(password))
    }

    @Test(arguments: [
        "aaaaaaaaaa", "石石石石石石石石石石", "abcabcabcabc", "121212121212", "ababababa", "x9!x9!x9!x9!", "abcdefghij",
        "jihgfedcba",
        "9876543210", "0987654321", "asdfghjkl;", "zxcvbnm,./", "qwertasdfg", "1qaz2wsx3edc", "abc123abc123",
        "aaabbbcccddd",
        "qwertyuiop2024", "!@#$%^&*()", "lkjhgfdsa1", "QWERTYUIOP",
    ])
    func `rows, repetitions and walks on the keyboard are patterns`(password: String) {
        #expect(list.contains(password))
    }

    @Test(arguments: [
        "1990-01-31", "31.12.1988", "1990年1月31日", "19900131", "1990/1/31", "31011990", "900131", "zw19900131",
        "19900131lx",
        "13800138000", "8613912345678", "139-1234-5678", "zw13912345678",
    ])
    func `a date or a mobile number is a pattern, with initials too`(password: String) {
        #expect(list.contains(password))
    }

    @Test(arguments: [
        "kx7-92tmwq", "correct horse battery staple", "湖边散步三点半下午", "7294058133", "1990-45-77", "23912345678",
        "ab4-cd6-ef9", "passage to the river", "abcxq-wer", "zhangkx72m9", "monkeys like bananas", "tr0ub4dor&3",
    ])
    func `other passwords are not in it`(password: String) {
        #expect(!list.contains(password))
    }

    @Test func `the empty password is no pattern`() {
        #expect(!list.contains(""))
    }

    // MARK: The operator's file

    private static func line(_ password: String, _ count: Int) -> String {
        let digest = Insecure.SHA1.hash(data: Data(password.utf8))
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined() + ":\(count)"
    }

    private func withFile(_ text: String, _ body: (String) throws -> Void) async throws {
        try await withFolder { folder in
            let path = folder + "/breached.txt"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            try body(path)
        }
    }

    @Test(arguments: ["\n", "\r\n"], [1, 2, 3, 1000])
    func `each line of a file is found, and nothing between`(end: String, count: Int) async throws {
        let passwords = (0..<count).map { "breached kx\($0)q" }
        let lines = passwords.enumerated().map { Self.line($1, 1 + $0 * 7919) }.sorted()
        for tail in ["", end] {
            try await withFile(lines.joined(separator: end) + tail) { path in
                let list = try BreachedList(file: path)
                for password in passwords { #expect(list.contains(password), "\(password)") }
                for number in 0..<count { #expect(!list.contains("sound kx\(number)q")) }
                #expect(list.contains("password123"), "the built-in list goes on")
            }
        }
    }

    @Test func `lower-case digits are read too, and a known digest is found`() async throws {
        // SHA-1 of "abc" in FIPS 180-4.
        try await withFile("a9993e364706816aba3e25717850c26c9cd0d89d:3\n") { path in
            let list = try BreachedList(file: path)
            #expect(list.contains("abc"))
        }
    }

    @Test(arguments: [
        ("", "the file is empty"),
        ("hello\n", "line 1 is no SHA-1 with a count: hello"),
        (
            "A9993E364706816ABA3E25717850C26C9CD0D89D\n",
            "line 1 is no SHA-1 with a count: A9993E364706816ABA3E25717850C26C9CD0D89D"
        ),
        (
            "A9993E364706816ABA3E25717850C26C9CD0D89D:\n",
            "line 1 is no SHA-1 with a count: A9993E364706816ABA3E25717850C26C9CD0D89D:"
        ),
        ("A9993E364706816ABA3E25717850C26C9CD0D89D:1\n\n", "line 2 is no SHA-1 with a count: "),
        (
            "A9993E364706816ABA3E25717850C26C9CD0D89D:1\nA9993E364706816ABA3E25717850C26C9CD0D89G:1\n",
            "line 2 is no SHA-1 with a count: A9993E364706816ABA3E25717850C26C9CD0D89G:1"
        ),
        (
            "A9993E364706816ABA3E25717850C26C9CD0D89D:1\nA9993E364706816ABA3E25717850C26C9CD0D89D:1\n",
            "line 2 is not behind the line before it"
        ),
        (
            "B9993E364706816ABA3E25717850C26C9CD0D89D:1\nA9993E364706816ABA3E25717850C26C9CD0D89D:1\n",
            "line 2 is not behind the line before it"
        ),
    ])
    func `a file of another shape is refused with line and remedy`(text: String, reason: String) async throws {
        try await withFile(text) { path in
            let remedy = "it takes lines SHA1:count in ascending order, as Have I Been Pwned offers ordered by hash"
            #expect(throws: Failure.invalid(field: path, reason: reason + "; " + remedy)) {
                try BreachedList(file: path)
            }
        }
    }

    @Test func `a large file is refused also where its end is in disorder`() async throws {
        func digits(_ number: Int) -> String {
            let hex = String(number, radix: 16, uppercase: true)
            return String(repeating: "0", count: 8 - hex.count) + hex + String(repeating: "0", count: 32) + ":1\n"
        }
        let lines = (1...40_000).map(digits)
        try await withFile(lines.joined()) { path in
            let list = try BreachedList(file: path)
            #expect(!list.contains("kx7-92tmwq"))
        }
        try await withFile(lines.joined() + digits(7)) { path in
            let error = #expect(throws: Failure.self) { try BreachedList(file: path) }
            guard case .invalid(_, let reason) = error else { return }
            #expect(reason.hasPrefix("the last line is not behind the line before it"))
        }
    }

    @Test func `a file that is not there is named`() {
        #expect(throws: FileFailure.self) { try BreachedList(file: "/nonexistent/breached.txt") }
    }
}
