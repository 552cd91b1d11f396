/// Makes what a server said fit for a log: servers repeat addresses, and some the links of a message.
struct ServerWords: Sendable {
    /// The characters kept at most.
    static let longest = 300
    /// A word of so many characters that stands in the message was taken from it.
    private static let telling = 12
    private static let hidden = "[...]"

    private let local: String
    private let content: String

    /// Hides what belongs to this message.
    init(hiding message: Message) {
        local = message.to.local.lowercased()
        content = (message.subject + "\n" + message.text).lowercased()
    }

    /// The words without addresses, the recipient's name, pieces of the message and what cannot be printed.
    func safe(_ text: String) -> String {
        let printable = text.unicodeScalars.map { (32..<127).contains($0.value) ? Character($0) : " " }
        let words = printable.split(separator: " ").map { word in
            let plain = String(word).lowercased()
            let bare = plain.drop { !$0.isLetter && !$0.isNumber }.reversed()
                .drop { !$0.isLetter && !$0.isNumber }.reversed()
            let isTaken = bare.count >= Self.telling && content.contains(String(bare))
            return plain.contains("@") || String(bare) == local || plain == local || isTaken
                ? Self.hidden : String(word)
        }
        return String(words.joined(separator: " ").prefix(Self.longest))
    }
}
