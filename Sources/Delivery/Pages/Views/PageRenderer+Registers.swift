import Links

/// The declared registers, and one of them.
extension PageRenderer {
    /// All registers by the doors of the portal.
    package func registers(_ model: RegistersPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let doors = Door.allCases.compactMap { door -> Context? in
            let rows = model.registers.filter { $0.door == door }
            guard !rows.isEmpty else { return nil }
            return [
                "id": door.rawValue, "character": door.character, "name": words["door." + door.rawValue],
                "registers": rows.map { row in
                    [
                        "href": Link.registers(model.link.going(to: .register(row.name))).text, "label": row.label,
                        "help": row.help, "isSample": row.isSample,
                    ] as Context
                },
            ]
        }
        let none: Context = [
            "title": words["registers.none"], "text": words["registers.none.text"], "hasLinks": false, "links": nil,
        ]
        let context: Context = ["doors": doors, "empty": doors.isEmpty ? none : nil]
        return page("registers", context, registerFace(words["registers.title"], nil, frame), frame)
    }

    /// One register: what is kept in it, by what fields, and what its reader may do there.
    package func register(_ model: RegisterPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var table = TableView([
            (words["registers.field"], false), (words["registers.type"], false), (words["registers.meaning"], false),
        ])
        for field in model.fields {
            let internally = field.isPublic ? "" : " (" + words["registers.internal"] + ")"
            table.add([
                .init(field.label + internally), .init(words["registers.type." + field.type]), .init(field.help ?? ""),
            ])
        }
        let context: Context = [
            "crumbs": crumbs(model.link, nil, words),
            "title": model.head.label, "isSample": model.head.isSample, "lead": model.head.help,
            "source": model.head.source.map { words("registers.source", ["source": $0]) },
            "done": registerDone(model.link, words),
            "actions": duties(model.link, model.mayWrite, model.mayApprove, words),
            "personal": personal(model.personal, words),
            "drafts": drafts(model.drafts, model.token, words),
            "fields": table.context,
            "list": entryList(model, frame),
            "notice": model.isPublic
                ? nil : Context.notice(words["registers.restricted.text"], title: words["registers.restricted"]),
            "unlisted": model.list == nil
                ? Context.notice(words["registers.unlisted.indexing"], title: words["registers.unlisted"]) : nil,
        ]
        let hasSamples = (model.list?.samples ?? 0) > 0
        var face = registerFace(
            model.head.label,
            model.head,
            frame,
            isSample: hasSamples,
            isPrivate: !model.isPublic
        )
        face.canKeep = true
        return page("register", context, face, frame)
    }

    // MARK: Parts

    /// What such a page tells the layout; a page that is somebody's own work is found by no search engine.
    func registerFace(
        _ title: String,
        _ register: RegisterHead?,
        _ frame: PageFrame,
        isSample: Bool = false,
        isPrivate: Bool = false
    ) -> PageFace {
        PageFace(
            title: title,
            density: "work",
            sampleLine: isSample ? "sample.line.record" : nil,
            find: SearchState(language: frame.language),
            door: register?.door,
            isPrivate: isPrivate,
            canonical: isPrivate ? nil : frame.link
        )
    }

    /// The way down from all registers; the page itself is not in it.
    func crumbs(_ link: RegisterLink, _ register: RegisterHead?, _ words: Words) -> [Context] {
        var crumbs = [crumb(link.going(to: .all), words["registers.title"])]
        if let register { crumbs.append(crumb(link.going(to: .register(register.name)), register.label)) }
        return crumbs
    }

    func crumb(_ link: RegisterLink, _ text: String) -> Context {
        ["href": Link.registers(link).text, "rel": nil, "text": text]
    }

    /// What somebody may do in a register; nil for a reader.
    func duties(_ link: RegisterLink, _ mayWrite: Bool, _ mayApprove: Bool, _ words: Words) -> Context? {
        guard let name = link.register, mayWrite || mayApprove else { return nil }
        let new = Link.registers(link.going(to: .new(name))).text
        let proposals = Link.registers(link.going(to: .proposals(name))).text
        return .links(
            [
                mayWrite ? Context.link(new, words["registers.new"]) : nil,
                mayWrite
                    ? Context.link(Link.registers(link.going(to: .table(name))).text, words["registers.table"]) : nil,
                Context.link(proposals, words["registers.proposals"]),
            ].compactMap(\.self)
        )
    }

    /// What somebody typed and has not sent yet; nil where there is nothing.
    func drafts(_ rows: [DraftRow], _ token: String, _ words: Words) -> Context? {
        guard !rows.isEmpty else { return nil }
        let hidden = [("form", token)] + (words.language == .zh ? [] : [("lang", words.language.rawValue)])
        return [
            "drafts": rows.map { row in
                let title = row.title.isEmpty ? words["registers.draft.new"] : row.title
                return [
                    "register": row.register, "title": title, "time": words.moment(row.time),
                    "href": Link.registers(row.link).text,
                    "action": Link.registers(RegisterLink(row.link.place)).text,
                    "hidden": hidden.map { ["name": $0.0, "value": $0.1] as Context },
                    "label": words["registers.draft.drop"] + words["colon"] + title,
                ] as Context
            }
        ]
    }

    /// What was just done.
    func registerDone(_ link: RegisterLink, _ words: Words) -> Context? {
        link.done.map { .notice(words["registers.done." + $0.rawValue], title: words["registers.done"], kind: "good") }
    }

    /// Fields that are not as they were, with what stood there and what stands there now.
    func changes(_ changes: [ChangedField], before: String, after: String, _ words: Words) -> Context {
        var table = TableView([(words["registers.field"], false), (before, false), (after, false)])
        for change in changes {
            let none = words["registers.nothing"]
            table.add([.init(change.label), .init(change.before ?? none), .init(change.after ?? none)])
        }
        return table.context
    }
}
