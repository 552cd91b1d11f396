import Links

/// The page of a verification of the audit.
extension PageRenderer {
    /// What the newest verification found, with the form that asks for another.
    package func adminVerification(_ model: AdminVerificationPage, _ form: AdminForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let waiting = model.waitingSince.map {
            Context.notice(
                words("admin.verification.waiting.text", ["time": words.moment($0)]),
                title: words["admin.verification.waiting"]
            )
        }
        let none: Context = [
            "title": words["admin.verification.none"], "text": words["admin.verification.none.text"],
            "hasLinks": false, "links": nil,
        ]
        let context: Context = [
            "done": adminDone(form, words), "refused": adminRefused(form, words), "waiting": waiting,
            "verdict": model.result.map { verdict($0, words) }, "facts": model.result.map { facts($0, words) },
            "empty": model.result == nil ? none : nil,
            "faults": model.result.flatMap { faults($0, words) }, "act": verifyAct(form, words),
            "json": Link.admin(AdminLink(.verification)).twin(.json),
            "more": Context.links([
                adminLink(.audit, words["admin.audit.page"], words), adminLink(.overview, words["admin.back"], words),
            ]),
        ]
        return page("admin-verification", context, adminFace(words["admin.verification.page"], frame), frame)
    }

    /// The form that has the audit verified.
    func verifyAct(_ form: AdminForm, _ words: Words) -> Context {
        var form = form
        form.link = AdminLink(.verification)
        return adminAct(
            form,
            words,
            text: words["admin.verification.text"],
            fields: [],
            doing: "verify",
            go: words["admin.verification.go"]
        )
    }

    private func verdict(_ result: AdminVerificationPage.Result, _ words: Words) -> Context {
        guard result.isWhole else {
            return .notice(
                words["admin.verification.broken.text"],
                title: words["admin.verification.broken"],
                kind: "bad"
            )
        }
        guard result.faults.isEmpty else {
            return .notice(
                words[result.isCut ? "admin.verification.wrong.cut" : "admin.verification.wrong.text"],
                title: words["admin.verification.wrong"],
                kind: "bad"
            )
        }
        return .notice(words["admin.verification.sound.text"], title: words["admin.verification.sound"], kind: "good")
    }

    private func facts(_ result: AdminVerificationPage.Result, _ words: Words) -> Context {
        let lines = words("admin.verification.range", ["count": words.number(result.lines)])
        let facts = [
            Context.fact(words["admin.verification.began"], words.moment(result.began)),
            Context.fact(words["admin.verification.ended"], words.moment(result.ended)),
            Context.fact(words["admin.verification.lines"], lines),
            Context.fact(words["admin.verification.entries"], words.number(result.entries)),
            Context.fact(words["admin.verification.rows"], words.number(result.rows)),
            Context.fact(
                words["admin.verification.signatures"],
                words[result.checksSignatures ? "admin.verification.signed" : "admin.verification.unsigned"]
            ),
            Context.fact(words["admin.verification.by"], result.by),
        ]
        return Context.facts(facts)
    }

    private func faults(_ result: AdminVerificationPage.Result, _ words: Words) -> Context? {
        guard !result.faults.isEmpty else { return nil }
        var table = TableView([
            (words["admin.verification.place"], false), (words["admin.verification.kind"], false),
            (words["admin.verification.detail"], false),
        ])
        for fault in result.faults {
            table.add([
                .init(fault.place, language: "en"), .init(words.optional("admin.finding." + fault.kind) ?? fault.kind),
                .init(fault.detail, language: "en"),
            ])
        }
        return table.context
    }
}
