/// Two texts compared line by line.
package enum LineDifference: Sendable, Hashable {
    /// A line that both have, with its number in the second, from 1.
    case same(Int, String)
    /// A line that only the first has, with its number there.
    case removed(Int, String)
    /// A line that only the second has, with its number there.
    case added(Int, String)
    /// So many lines that both have, left out.
    case skipped(Int)

    /// Lines around a difference that are shown with it.
    package static let context = 3
    /// The most lines on either side that are compared one with each other; more are told as removed and added as a whole,
    /// because the comparison takes the square of their number.
    static let mostCompared = 2_000

    /// What changes from one text to another, with what stands around it.
    ///
    /// - Parameters:
    ///   - old: the first text.
    ///   - new: the second.
    /// - Returns: the lines in the order of the second text, what was removed before what was added; empty where the lines are the
    ///   same.
    package static func between(_ old: String, _ new: String) -> [LineDifference] {
        let (before, after) = (lines(old), lines(new))
        guard before != after else { return [] }
        let prefix = zip(before, after).prefix { $0 == $1 }.count
        let most = min(before.count, after.count) - prefix
        let suffix = zip(before.reversed(), after.reversed()).prefix(most).prefix { $0 == $1 }.count
        let middle = (
            old: Array(before[prefix..<(before.count - suffix)]), new: Array(after[prefix..<(after.count - suffix)])
        )
        var (removed, added) = (Set(middle.old.indices), Set(middle.new.indices))
        if max(middle.old.count, middle.new.count) <= mostCompared {
            (removed, added) = ([], [])
            for change in middle.new.difference(from: middle.old) {
                switch change {
                case .remove(let offset, _, _): removed.insert(offset)
                case .insert(let offset, _, _): added.insert(offset)
                }
            }
        }
        var all = after[..<prefix].enumerated().map { LineDifference.same($0 + 1, $1) }
        var (one, other) = (0, 0)
        while one < middle.old.count || other < middle.new.count {
            if one < middle.old.count, removed.contains(one) {
                all.append(.removed(prefix + one + 1, middle.old[one]))
                one += 1
            } else if other < middle.new.count, added.contains(other) {
                all.append(.added(prefix + other + 1, middle.new[other]))
                other += 1
            } else {
                all.append(.same(prefix + other + 1, middle.new[other]))
                one += 1
                other += 1
            }
        }
        let end = after.count - suffix
        all += after[end...].enumerated().map { .same(end + $0 + 1, $1) }
        return shortened(all)
    }

    /// The lines of a text; the end of its last line begins no other.
    package static func lines(_ text: String) -> [String] {
        var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }

    private var isSame: Bool {
        if case .same = self { true } else { false }
    }

    /// Leaves out what is the same and far from any difference.
    private static func shortened(_ all: [LineDifference]) -> [LineDifference] {
        var isNear = [Bool](repeating: false, count: all.count)
        for (place, line) in all.enumerated() where !line.isSame {
            for near in max(0, place - context)...min(all.count - 1, place + context) { isNear[near] = true }
        }
        var shown: [LineDifference] = []
        var left = 0
        for (line, isNear) in zip(all, isNear) {
            guard isNear else {
                left += 1
                continue
            }
            if left > 0 { shown.append(.skipped(left)) }
            left = 0
            shown.append(line)
        }
        if left > 0 { shown.append(.skipped(left)) }
        return shown
    }
}
