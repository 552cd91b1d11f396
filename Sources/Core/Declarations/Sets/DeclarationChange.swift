/// What a new version of a declaration changes, and whether it can be in force at once.
package struct DeclarationChange: Sendable, Hashable {
    /// What follows from it.
    package enum Effect: String, Sendable, Hashable {
        /// Every entry stays as it is: it may be published by itself.
        case compatible
        /// The index of the register is to be built anew beside the old one; entries stay as they are.
        case reindex
        /// Entries that were right may be wrong now, or values are lost from view: somebody must decide.
        case decision
    }

    /// What follows from it.
    package let effect: Effect
    /// What changes, for people.
    package let message: String

    /// The version in force is none that can be read.
    package static let unreadable = Self(.decision, "the version in force cannot be read any more and is replaced")

    /// What nothing else rests on changes.
    package static let words = Self(.compatible, "words, order or notes")

    /// An indicator counts otherwise from now on; what it said before stays in its history.
    package static let counting = Self(.compatible, "what is counted, its words or its target")

    /// What changes from one version of a register to the next.
    package static func between(_ old: RegisterDeclaration, _ new: RegisterDeclaration) -> [DeclarationChange] {
        var changes: [DeclarationChange] = []
        for field in old.fields where new.field(field.name) == nil {
            changes.append(
                Self(.decision, "field '\(field.name)' is gone; its values stay in the history but are not shown")
            )
        }
        for field in new.fields {
            if let before = old.field(field.name) {
                changes += between(before, field)
            } else if field.required != .never {
                changes.append(Self(.decision, "field '\(field.name)' is new and required; old entries lack it"))
            } else {
                changes.append(Self(.compatible, "field '\(field.name)' is new"))
            }
        }
        changes += states(old, new)
        changes += access(old, new)
        let added = new.rules.filter { rule in !old.rules.contains { $0.isSame(as: rule) } }
        let removed = old.rules.filter { rule in !new.rules.contains { $0.isSame(as: rule) } }
        changes += added.map { Self(.decision, "rule of line \($0.line) is new; old entries may break it") }
        changes += removed.map { Self(.compatible, "rule of line \($0.line) of the old version is gone") }
        if old.title != new.title {
            changes.append(Self(.reindex, "entries are named by '\(new.title)', not '\(old.title)'"))
        }
        if old.place != new.place {
            changes.append(Self(.decision, "other fields place the entries: roles reach others"))
        }
        if changes.isEmpty, old != new { changes.append(words) }
        return changes
    }

    init(_ effect: Effect, _ message: String) {
        self.effect = effect
        self.message = message
    }

    private static func between(_ old: FieldDeclaration, _ new: FieldDeclaration) -> [DeclarationChange] {
        var changes: [DeclarationChange] = []
        let name = "field '\(new.name)'"
        if old.type.sort != new.type.sort {
            changes.append(
                Self(.decision, "\(name) is a \(new.type.word), not a \(old.type.word): old values may not fit")
            )
        } else if old.type != new.type {
            changes.append(Self(.decision, "\(name) has other limits: old values may not fit"))
        }
        if let most = new.most, let before = old.most, most >= before {
            if most > before { changes.append(Self(.compatible, "\(name) takes \(most) values, not \(before)")) }
        } else if old.most == nil, new.most != nil {
            changes.append(Self(.reindex, "\(name) takes several values"))
        } else if old.most != new.most {
            changes.append(Self(.decision, "\(name) takes fewer values than before"))
        }
        if old.required != new.required {
            let isMore = new.required != .never
            changes.append(
                Self(
                    isMore ? .decision : .compatible,
                    "\(name) is required \(isMore ? "otherwise than before" : "no more")"
                )
            )
        }
        if old.isUnique != new.isUnique {
            changes.append(
                Self(new.isUnique ? .decision : .compatible, "\(name) is \(new.isUnique ? "" : "not ")unique")
            )
        }
        if old.uses != new.uses { changes.append(Self(.reindex, "\(name) has other uses")) }
        if old.read != new.read { changes.append(Self(.decision, "\(name) is read by others")) }
        if old.write != new.write { changes.append(Self(.decision, "\(name) is written by others")) }
        if old.approve != new.approve {
            changes.append(Self(.decision, "a change of \(name) is approved by others"))
        }
        if old.personal != new.personal {
            changes.append(Self(.decision, "\(name) has another purpose, basis or time"))
        }
        return changes
    }

    private static func states(_ old: RegisterDeclaration, _ new: RegisterDeclaration) -> [DeclarationChange] {
        var changes: [DeclarationChange] = []
        for state in old.states where new.state(state.name) == nil {
            changes.append(Self(.decision, "state '\(state.name)' is gone; entries in it have none that is declared"))
        }
        for state in new.states {
            guard let before = old.state(state.name) else {
                changes.append(Self(.compatible, "state '\(state.name)' is new"))
                continue
            }
            if Set(before.next) != Set(state.next) {
                changes.append(Self(.compatible, "state '\(state.name)' is followed by others"))
            }
            if before.works != state.works {
                changes.append(
                    Self(.compatible, "state '\(state.name)' is \(state.works ? "" : "no longer ")said to be at work")
                )
            }
            if before.isOver != state.isOver {
                changes.append(Self(.decision, "state '\(state.name)' counts otherwise"))
            }
        }
        if old.states.isEmpty, !new.states.isEmpty { changes.append(Self(.decision, "old entries have no state")) }
        return changes
    }

    private static func access(_ old: RegisterDeclaration, _ new: RegisterDeclaration) -> [DeclarationChange] {
        var changes: [DeclarationChange] = []
        if old.read != new.read { changes.append(Self(.decision, "the register is read by others")) }
        if old.write != new.write { changes.append(Self(.decision, "the register is written by others")) }
        if old.approve != new.approve { changes.append(Self(.decision, "what is written is approved otherwise")) }
        return changes
    }
}

extension RegisterRule {
    /// Whether it asks the same, wherever it stands.
    fileprivate func isSame(as other: RegisterRule) -> Bool {
        sort == other.sort && condition == other.condition
    }
}
