/// A page of the declared registers.
///
/// **Shape** `/registers`, `/registers/NAME`, `/registers/NAME/ID`, `/registers/NAME/ID/history`, `/registers/NAME/ID/poster`, `/registers/NAME/new`,
/// `/registers/NAME/import`, `/registers/NAME/ID/edit`, `/registers/NAME/ID/files/DIGEST`, `/registers/NAME/proposals`, `/registers/NAME/proposals/ID`; of a register what ``RegisterList`` says;
/// then `done=WORD`, what was just done, and `lang`. What a form sends stands in no address.
package struct RegisterLink: Sendable, Hashable {
    /// The pages; a register by its name, an entry and a proposal by what stands behind the slash of its identifier.
    package enum Place: Sendable, Hashable {
        /// All registers.
        case all
        /// One register.
        case register(String)
        case entry(String, String)
        case history(String, String)
        /// A place on one sheet of paper to hang up.
        case poster(String, String)
        /// The form for a new entry.
        case new(String)
        /// The form that changes one.
        case edit(String, String)
        /// The form that takes a table of entries in.
        case table(String)
        /// A file of an entry, by its digest.
        case file(String, String, String)
        /// What waits for a second person.
        case proposals(String)
        case proposal(String, String)
    }

    /// What was just done, which the page then says.
    package enum Done: String, Sendable, Hashable, CaseIterable {
        case saved, proposed, unchanged, approved, refused, withdrawn, imported, drafted, undrafted
    }

    package var place: Place
    package var done: Done?
    /// What is asked of the list of a register.
    package var list = RegisterList()
    package var language: PageLanguage

    package init(_ place: Place = .all, done: Done? = nil, language: PageLanguage = .zh) {
        self.place = place
        self.done = done
        self.language = language
    }

    /// The page of an entry by its whole identifier, `NAME/ID`; nil for what is none.
    package init?(entry: String, done: Done? = nil, language: PageLanguage = .zh) {
        guard let (register, id) = Self.halves(entry) else { return nil }
        self.init(.entry(register, id), done: done, language: language)
    }

    /// A file of an entry, by its digest in hexadecimal and the whole identifier of the entry; nil for what is none.
    package init?(file digest: String, of entry: String, language: PageLanguage = .zh) {
        guard let (register, id) = Self.halves(entry) else { return nil }
        self.init(.file(register, id, digest), language: language)
    }

    /// Reads a path without suffix; nil for one that is none of these.
    init?(path: String, _ parameters: Parameters) {
        guard let place = Self.place(path) else { return nil }
        self.init(place, done: parameters["done"].flatMap(Done.init), language: parameters.language)
        if case .register = place { list = RegisterList(parameters) }
    }

    /// The name of the register; nil for all.
    package var register: String? {
        switch place {
        case .all: nil
        case .register(let name), .new(let name), .table(let name), .proposals(let name): name
        case .entry(let name, _), .history(let name, _), .poster(let name, _), .edit(let name, _),
            .proposal(let name, _), .file(let name, _, _):
            name
        }
    }

    /// The identifier of the entry; nil where the page is about none.
    package var entry: String? {
        switch place {
        case .entry(let name, let id), .history(let name, let id), .poster(let name, let id), .edit(let name, let id),
            .file(let name, let id, _):
            name + "/" + id
        case .all, .register, .new, .table, .proposals, .proposal: nil
        }
    }

    /// Whether the page has a twin for programs.
    package var hasTwin: Bool {
        switch place {
        case .all, .register, .entry, .history: true
        case .poster, .new, .edit, .table, .proposals, .proposal, .file: false
        }
    }

    /// Whether the place answers in a form: all of them have pages, some documents, and a list is a feed and files too.
    package func takes(_ format: LinkFormat) -> Bool {
        switch (format, place) {
        case (.html, _), (.csv, .register), (.jsonl, .register), (.xlsx, .register), (.atom, .register): true
        case (.json, _): hasTwin
        case (.csv, _), (.jsonl, _), (.xlsx, _), (.atom, _): false
        }
    }

    /// The same page without what was just done.
    package var plain: RegisterLink {
        var link = self
        link.done = nil
        return link
    }

    /// Another page in the same language.
    package func going(to place: Place, done: Done? = nil) -> RegisterLink {
        RegisterLink(place, done: done, language: language)
    }

    /// The address in a form for programs; nil where the place has none.
    ///
    /// Tables and feeds keep the language, which their words are in; all but documents hold every page of a list.
    func twin(_ format: LinkFormat) -> String? {
        guard takes(format) else { return nil }
        var link = plain
        link.list.isMap = false
        if format != .json { link.list.page = 1 }
        if format == .json || format == .jsonl { link.language = .zh }
        let query = link.parameters.text
        return path + "." + format.rawValue + (query.isEmpty ? "" : "?" + query)
    }

    var path: String {
        let parts: [String] =
            switch place {
            case .all: []
            case .register(let name): [name]
            case .entry(let name, let id): [name, id]
            case .history(let name, let id): [name, id, "history"]
            case .poster(let name, let id): [name, id, "poster"]
            case .new(let name): [name, "new"]
            case .edit(let name, let id): [name, id, "edit"]
            case .table(let name): [name, "import"]
            case .file(let name, let id, let digest): [name, id, "files", digest]
            case .proposals(let name): [name, "proposals"]
            case .proposal(let name, let id): [name, "proposals", id]
            }
        return ([Link.registersPath] + parts).joined(separator: "/")
    }

    var parameters: Parameters {
        var result = Parameters()
        list.append(to: &result)
        if let done { result.append("done", done.rawValue) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }

    private static func place(_ path: String) -> Place? {
        if path == Link.registersPath { return .all }
        guard path.hasPrefix(Link.registersPath + "/") else { return nil }
        let parts = path.dropFirst(Link.registersPath.count + 1)
            .split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 4, parts[2] == "files", isName(parts[0]), isItem(parts[1]), isDigest(parts[3]) {
            return .file(parts[0], parts[1], parts[3])
        }
        guard parts.count <= 3, let name = parts.first, isName(name) else { return nil }
        switch (parts.count, parts.count > 1 ? parts[1] : "", parts.count > 2 ? parts[2] : "") {
        case (1, _, _): return .register(name)
        case (2, "new", _): return .new(name)
        case (2, "proposals", _): return .proposals(name)
        case (2, "import", _): return .table(name)
        case (2, let id, _): return isItem(id) ? .entry(name, id) : nil
        case (3, "proposals", let id): return isItem(id) ? .proposal(name, id) : nil
        case (3, let id, "history"): return isItem(id) && !own.contains(id) ? .history(name, id) : nil
        case (3, let id, "poster"): return isItem(id) && !own.contains(id) ? .poster(name, id) : nil
        case (3, let id, "edit"): return isItem(id) && !own.contains(id) ? .edit(name, id) : nil
        default: return nil
        }
    }

    /// What stands in the place of an entry and is none.
    private static let own: Set<String> = ["new", "import"]

    /// Whether a text is a SHA-256 in hexadecimal.
    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    private static func halves(_ id: String) -> (String, String)? {
        let halves = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, isName(halves[0]), isItem(halves[1]) else { return nil }
        return (halves[0], halves[1])
    }

    /// Whether a text may name a register: small letters, digits and hyphens.
    private static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// Whether a text may stand behind the slash of an identifier: what stands in a path as it is, without a dot, which begins
    /// the name of a form.
    private static func isItem(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): true
                default: false
                }
            }
    }
}

extension Link {
    /// Whether it shows entries of declared registers, of which some see more than others.
    package var showsEntries: Bool {
        switch self {
        case .registers, .plan: true
        default: false
        }
    }
}
