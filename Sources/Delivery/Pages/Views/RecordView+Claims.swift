/// The claims as a tree, and how they and the texts changed.
extension RecordView {
    var claims: Context? {
        let sets = model.claims.filter { !$0.claims.isEmpty }
        guard !sets.isEmpty else { return nil }
        return [
            "amendment": amendment(of: .claims),
            "sets": sets.map { set in
                // A short set is open; of a long one the independent claims are seen first.
                let isOpen = set.claims.count <= options.claims + 2
                let roots = ClaimTree(set.claims).roots
                let language = foreign(set.language)
                let isLong = roots.count > options.claims + 2
                let rest = isLong ? Array(roots.dropFirst(options.claims)) : []
                return [
                    "label": sets.count > 1 ? languageName(set.language) : nil, "language": language,
                    "claims": (isLong ? Array(roots.prefix(options.claims)) : roots).map { claim($0, isOpen: isOpen) },
                    "more": rest.isEmpty
                        ? nil
                        : [
                            "summary": words("record.claims.more", ["count": words.number(rest.count)]),
                            "claims": rest.map { claim($0, isOpen: isOpen) }, "language": language,
                        ] as Context,
                    "note": set.isComplete ? nil : words["record.claims.partial"],
                ] as Context
            },
        ]
    }

    /// An independent claim with the dependent ones folded below it.
    private func claim(_ node: ClaimTree.Node, isOpen: Bool) -> Context {
        let children = node.children.map { dependent($0) }
        return [
            "number": node.claim.number, "text": node.claim.text, "children": nil,
            "folded": children.isEmpty
                ? nil
                : [
                    "isOpen": isOpen, "summary": words.counted("record.claims.dependent", node.size),
                    "claims": children,
                ] as Context,
        ]
    }

    private func dependent(_ node: ClaimTree.Node) -> Context {
        let children = node.children.map { dependent($0) }
        return [
            "number": node.claim.number, "text": node.claim.text, "folded": nil,
            "children": children.isEmpty ? nil : ["claims": children] as Context,
        ]
    }

    // MARK: Publication and grant

    /// What changed in the claims, or in the paragraphs of a text; nil where the sources do not have both.
    func amendment(of part: RecordPage.Part) -> Context? {
        guard let amendment = model.amendments[part] else { return nil }
        let changed = amendment.changes.filter { !isSame($0) }
        if changed.isEmpty, part != .claims { return nil }
        let same = amendment.changes.filter(isSame).compactMap(\.granted).map(words.number)
        let note =
            part == .claims
            ? words("record.amendment.same", ["numbers": same.joined(separator: words.comma)])
            : words.counted("record.amendment.texts.same", same.count)
        return [
            "summary": part == .claims
                ? words.counted("record.amendment", changed.count)
                : words.counted("record.amendment.texts", changed.count),
            "note": same.isEmpty ? nil : note,
            "language": foreign(amendment.language),
            "cut": changed.count > options.amendments
                ? words("record.amendment.cut", ["count": words.number(options.amendments)]) : nil,
            "changes": changed.prefix(options.amendments).map { change in
                ["label": label(of: change), "pieces": change.pieces.map(piece)] as Context
            },
        ]
    }

    private func isSame(_ change: RecordPage.Amendment.Change) -> Bool {
        change.pieces.allSatisfy { if case .same = $0 { true } else { false } }
    }

    private func label(of change: RecordPage.Amendment.Change) -> String {
        let (before, after) = (change.published.map(words.number), change.granted.map(words.number))
        guard let before else { return words("record.amendment.new", ["granted": after ?? ""]) }
        guard let after else { return words("record.amendment.gone", ["published": before]) }
        return words("record.amendment.changed", ["published": before, "granted": after])
    }

    private func piece(_ piece: RecordPage.Amendment.Piece) -> Context {
        switch piece {
        case .same(let text): ["same": text, "removed": nil, "added": nil]
        case .removed(let text): ["same": nil, "removed": text, "added": nil]
        case .added(let text): ["same": nil, "removed": nil, "added": text]
        }
    }
}
