import Declarations
import Testing

/// Mistakes that people make in files of registers, each with the line and the remedy it is told.
struct WrongDeclarationTests {
    /// A mistake in a file, and what is said of it.
    struct Mistake: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let line: Int
        let message: String
        var testDescription: String { name }
    }

    static let head = "label: {zh: 小镇, en: Towns}\nwrite: [staff]\n"

    static let mistakes = [
        Mistake(
            name: "a slip in a key",
            text:
                "lable: {zh: 小镇, en: Towns}\nwrite: [staff]\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n",
            line: 1,
            message:
                "register 'town' has no 'lable' (did you mean 'label'?); it may say label, entry, help, source, sample, door, title, "
                + "read, write, approve, place, fields, states, rules"
        ),
        Mistake(
            name: "one language only",
            text: "label: {zh: 小镇}\nwrite: [staff]\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n",
            line: 1,
            message: "register 'town': 'label' needs both languages; write {zh: …, en: …}"
        ),
        Mistake(
            name: "no one who keeps it",
            text: "label: {zh: 小镇, en: Towns}\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n",
            line: 1,
            message: "register 'town' has no 'write'; name the roles that keep it"
        ),
        Mistake(
            name: "everyone writes",
            text:
                "label: {zh: 小镇, en: Towns}\nwrite: everyone\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n",
            line: 2,
            message: "register 'town': 'write' cannot be everyone; name the roles that keep it"
        ),
        Mistake(
            name: "a role that is none",
            text:
                "label: {zh: 小镇, en: Towns}\nwrite: [staf]\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n",
            line: 2,
            message:
                "register 'town': 'write' names 'staf' (did you mean 'staff'?); write everyone, or some of staff, person"
        ),
        Mistake(
            name: "a type that is none",
            text: head + "fields:\n  name: {type: txt, label: {zh: 名称, en: Name}}\n",
            line: 4,
            message:
                "field 'name': 'type' is 'txt' (did you mean 'text'?); write one of text, rich, number, money, date, period, choice, "
                + "region, organisation, person, right, entry, file, location, address, hours"
        ),
        Mistake(
            name: "a field without type",
            text: head + "fields:\n  name: {label: {zh: 名称, en: Name}}\n",
            line: 4,
            message:
                "field 'name' has no 'type'; write one of text, rich, number, money, date, period, choice, region, organisation, "
                + "person, right, entry, file, location, address, hours"
        ),
        Mistake(
            name: "a key of another type",
            text: head + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}, decimals: 2}\n",
            line: 4,
            message:
                "field 'name' has no 'decimals'; it may say type, label, help, required, unique, many, use, read, write, "
                + "approve, personal, visit, longest, lines, pattern, check"
        ),
        Mistake(
            name: "a state that is over and at work",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\nstates:\n  gone: {zh: 撤销, en: gone, over: yes, works: yes}\n",
            line: 6,
            message: "state 'gone': 'works' cannot be yes where 'over' is; an entry that is over is not at work"
        ),
        Mistake(
            name: "a question that no visitor asks",
            text: head + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}, visit: offers}\n",
            line: 4,
            message:
                "field 'name': 'visit' is 'offers' (did you mean 'offer'?); write one of open, way, offer, booking, access, contact"
        ),
        Mistake(
            name: "a capital in a name",
            text: head + "fields:\n  Name: {type: text, label: {zh: 名称, en: Name}}\n",
            line: 4,
            message:
                "field 'Name': a name has small letters, digits and hyphens and begins with a letter, 40 characters at most"
        ),
        Mistake(
            name: "a choice without codes",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n  kind: {type: choice, label: {zh: 类型, en: Kind}}\n",
            line: 5,
            message: "field 'kind': 'codes' is missing; name a file of Definitions/codes"
        ),
        Mistake(
            name: "codes that no file has",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n  kind: {type: choice, codes: kinds, label: {zh: 类型, en: Kind}}\n",
            line: 5,
            message: "field 'kind' chooses from 'kinds', which is no file of codes (did you mean 'kind'?)"
        ),
        Mistake(
            name: "a register that is none",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n"
                + "  near: {type: entry, registers: [twon], label: {zh: 邻镇, en: Near}}\n",
            line: 5,
            message: "field 'near' refers to 'twon', which is no register (did you mean 'town'?)"
        ),
        Mistake(
            name: "a use that the type has not",
            text: head + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}, use: [facet]}\n",
            line: 4,
            message: "field 'name': 'use' cannot be 'facet' for a text, only list, sort, search"
        ),
        Mistake(
            name: "a person for everyone",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n  head: {type: person, label: {zh: 负责人, en: Head}}\n",
            line: 5,
            message: "field 'head' is about persons; write personal: {purpose, basis, years}"
        ),
        Mistake(
            name: "a pattern that is none",
            text: head + "fields:\n  name: {type: text, pattern: '[0-9', label: {zh: 名称, en: Name}}\n",
            line: 4,
            message: "field 'name': 'pattern' is no regular expression: expected ']'"
        ),
        Mistake(
            name: "least above most",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n"
                + "  people: {type: number, least: 10, most: 2, label: {zh: 人数, en: People}}\n",
            line: 5,
            message: "field 'people': 'most' is less than 'least'"
        ),
        Mistake(
            name: "a state that is none",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\nstates:\n  planned: {zh: 拟设, en: planned, next: [runing]}\n"
                + "  running: {zh: 运行, en: running}\n",
            line: 6,
            message: "state 'planned': 'next' names 'runing' (did you mean 'running'?); the states are planned, running"
        ),
        Mistake(
            name: "a title that is no text",
            text: head
                + "title: people\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n"
                + "  people: {type: number, label: {zh: 人数, en: People}}\n",
            line: 3,
            message: "register 'town': 'title' is 'people'; name a text or organisation: name"
        ),
        Mistake(
            name: "a rule about no field",
            text: head + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\nrules:\n  - unique: [nmae]\n",
            line: 6,
            message: "rule: 'unique' names 'nmae', which is no field (did you mean 'name'?); the fields are name"
        ),
        Mistake(
            name: "a rule that compares what has no order",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n  day: {type: date, label: {zh: 日期, en: Day}}\n"
                + "rules:\n  - order: [name, day]\n",
            line: 7,
            message: "rule: 'order' compares two dates, two numbers or two amounts, one value each"
        ),
        Mistake(
            name: "a condition with a code that the list lacks",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}, required: {kind: smal}}\n"
                + "  kind: {type: choice, codes: kind, label: {zh: 类型, en: Kind}}\n",
            line: 4,
            message: "'smal' is no code of 'kind', from which 'kind' chooses (did you mean 'small'?)"
        ),
        Mistake(
            name: "nobody who reads it",
            text:
                "label: {zh: 小镇, en: Towns}\nwrite: [staff]\nread: []\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n",
            line: 3,
            message: "register 'town': 'read' names nobody; write everyone, or some of staff, person"
        ),
        Mistake(
            name: "a name that every entry has",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n  id: {type: text, label: {zh: 编号, en: Number}}\n",
            line: 5,
            message: "field 'id': every entry has a value of this name already; choose another"
        ),
        Mistake(
            name: "several values that are unique",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n  tags: {type: text, many: yes, label: {zh: 标签, en: Tags}}\n"
                + "rules:\n  - unique: [name, tags]\n",
            line: 7,
            message: "rule: 'unique' names 'tags', which has several values, no single text, or is personal"
        ),
        Mistake(
            name: "a text too long to be unique",
            text: head + "fields:\n  name: {type: text, longest: 900, unique: yes, label: {zh: 名称, en: Name}}\n",
            line: 4,
            message: "rule: 'unique' compares up to 900 characters, more than 800; set 'longest'"
        ),
        Mistake(
            name: "a day of a rule that is none",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\nrules:\n  - {unique: [name], since: {name: 2020-12-01}}\n",
            line: 6,
            message: "rule: 'since' names 'name', which is no single date"
        ),
        Mistake(
            name: "a key twice",
            text: "label: {zh: 小镇, en: Towns}\nlabel: {zh: 镇, en: Town}\nwrite: [staff]\n",
            line: 1,
            message: "'label' stands twice in one mapping; keep one"
        ),
        Mistake(
            name: "no blank behind a colon",
            text: "label: {zh: 小镇, en: Towns}\nwrite: [staff]\nfields:\n  name:{type: text}\n  kind: x\n",
            line: 4,
            message: "'name:{type' is read as one key; write a blank behind ':'"
        ),
        Mistake(
            name: "a comma without quotation marks",
            text: "label: {zh: 小镇, en: Towns, small}\nwrite: [staff]\n",
            line: 1,
            message:
                "register 'town': 'label' has no 'small'; it may say zh, en; a text with a comma stands in quotation marks"
        ),
        Mistake(
            name: "a field that is approved where nothing is",
            text: head + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}, approve: [staff]}\n",
            line: 4,
            message:
                "field 'name' says who approves it, but the register has no 'approve'; name there the roles that approve"
        ),
        Mistake(
            name: "a field that is approved unread",
            text: head
                + "approve: [staff]\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n"
                + "  note: {type: text, label: {zh: 备注, en: Note}, read: [staff], approve: [person]}\n",
            line: 6,
            message: "field 'note' is approved by roles that do not read it; name them in 'read' too"
        ),
        Mistake(
            name: "a field that everyone approves",
            text: head
                + "approve: [staff]\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}, approve: everyone}\n",
            line: 5,
            message: "field 'name': 'approve' cannot be everyone; name the roles that approve"
        ),
        Mistake(
            name: "a name for entries that are not found",
            text: head
                + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n"
                + "  near: {type: entry, registers: [town], label: {zh: 邻镇, en: Near}, inverse: {zh: 邻镇, en: Near}}\n",
            line: 5,
            message: "field 'near': 'inverse' needs 'use: [facet]', by which the entries that refer here are found"
        ),
        Mistake(
            name: "a list in the place of the whole",
            text: "- label\n- write\n",
            line: 1,
            message: "a declaration is a mapping; begin with 'label: {zh: …, en: …}'"
        ),
    ]

    static let vocabulary = Vocabulary(roles: ["staff", "person"], rights: ["patent"], reserved: ["account"])
    static let codes = DeclarationFile(
        kind: .codes,
        name: "kind",
        path: "codes/kind.yaml",
        text: "label: {zh: 类型, en: Kinds}\ncodes:\n  small: {zh: 小, en: small}\n  large: {zh: 大, en: large}\n"
    )

    @Test(arguments: mistakes)
    func `a mistake is told with its line and what to write`(_ mistake: Mistake) throws {
        let file = DeclarationFile(kind: .register, name: "town", path: "registers/town.yaml", text: mistake.text)
        let set = DeclarationSet([file, Self.codes], vocabulary: Self.vocabulary)
        let found = set.problems.map(\.description)
        let wanted = "registers/town.yaml:\(mistake.line): \(mistake.message)"
        #expect(found.contains { $0 == wanted || wanted.hasSuffix(": ") && $0.hasPrefix(wanted) }, "\(found)")
    }

    @Test func `one file tells all its mistakes, in the order of lines`() {
        let text = """
            label: {zh: 小镇}
            write: [staff]
            door: nowhere
            fields:
              name: {type: text, label: {zh: 名称, en: Name}, required: maybe}
              people: {type: number, decimals: 9, label: {zh: 人数, en: People}}
            """
        let file = DeclarationFile(kind: .register, name: "town", path: "town.yaml", text: text)
        let problems = DeclarationSet([file], vocabulary: Self.vocabulary).problems
        #expect(
            problems.map(\.description) == [
                "town.yaml:1: register 'town': 'label' needs both languages; write {zh: …, en: …}",
                "town.yaml:3: register 'town': 'door' is 'nowhere'; write one of apply, ask, data, network, learn, figures",
                "town.yaml:5: field 'name': 'required' is 'maybe'; write yes or no",
                "town.yaml:6: field 'people': 'decimals' is '9'; write a whole number from 0 to 6",
            ]
        )
    }

    @Test func `a name that the system itself keeps is refused`() {
        let text = Self.head + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n"
        for name in ["patent", "account"] {
            let file = DeclarationFile(kind: .register, name: name, path: "\(name).yaml", text: text)
            let problems = DeclarationSet([file], vocabulary: Self.vocabulary).problems
            #expect(
                problems.map(\.description) == [
                    "\(name).yaml: '\(name)' is the name of something that the system itself keeps; choose another"
                ]
            )
        }
    }

    @Test func `more facets than the index has columns for are refused at the first one too many`() {
        let list = DeclarationFile(
            kind: .codes,
            name: "kind",
            path: "kind.yaml",
            text: "label: {zh: 类型, en: Kinds}\ncodes:\n  a: {zh: 甲, en: A}\n"
        )
        func problems(_ count: Int) -> [String] {
            var text = Self.head + "fields:\n  name: {type: text, label: {zh: 名称, en: Name}, required: yes}\n"
            for number in 1...count {
                text += "  f\(number): {type: choice, codes: kind, label: {zh: 类, en: Kind}, use: [facet]}\n"
            }
            let file = DeclarationFile(kind: .register, name: "town", path: "town.yaml", text: text)
            return DeclarationSet([list, file], vocabulary: Self.vocabulary).problems.map(\.description)
        }
        #expect(problems(16).isEmpty)
        #expect(
            problems(18) == [
                "town.yaml:21: field 'f17' is one more than the 16 that a register may use as 'facet'; take 'facet' from the "
                    + "'use' of another"
            ]
        )
    }

    @Test func `a file that is too large is refused before it is read`() {
        let file = DeclarationFile(
            kind: .codes,
            name: "kind",
            path: "kind.yaml",
            text: "label: {zh: 类型, en: \(String(repeating: "x", count: 1 << 20))}\n"
        )
        let problems = DeclarationSet([file], vocabulary: Self.vocabulary).problems
        #expect(problems.count == 1 && problems[0].message.contains("are more than the 1048576 of a declaration"))
    }

    @Test func `aliases that multiply are stopped`() {
        var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (name, before) in zip("bcdefgh", "abcdefg") {
            text += "\(name): &\(name) [\(Array(repeating: "*\(before)", count: 10).joined(separator: ", "))]\n"
        }
        let file = DeclarationFile(kind: .codes, name: "kind", path: "kind.yaml", text: text)
        let problems = DeclarationSet([file], vocabulary: Self.vocabulary).problems
        #expect(problems.map(\.message) == ["more than 100000 values; divide the file"])
    }
}
