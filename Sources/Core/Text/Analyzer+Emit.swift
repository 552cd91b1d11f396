extension Analyzer {
    /// Makes tokens of the folded piece at hand; `isLast` when the text ends with it.
    func emit(into list: inout TokenList, _ state: inout ParagraphState, isLast: Bool) {
        let folded = folder.folded
        var index = 0
        while index < folded.count {
            let kind = folded[index].kind
            switch kind {
            case .han: index = emitHan(folded, index, into: &list)
            case .letter: index = emitWord(folded, index, into: &list)
            case .digit: index = emitPlain(folded, index..<RunScanner.numberEnd(folded, index), into: &list)
            case .hiragana, .katakana, .hangul:
                index = emitPlain(folded, index..<RunScanner.runEnd(folded, index), into: &list)
            case .lineEnd:
                index = passLineEnds(folded, index, state, &list)
                continue
            case .space:
                index += 1
                continue
            case .hardEnd:
                list.endSentence()
                index += 1
            case .fullStop, .softEnd:
                index += 1
                if index < folded.count ? folded[index].kind.isBlank : isLast { list.endSentence() }
            case .separator, .hyphen, .apostrophe, .clauseEnd: index += 1
            }
            state.last = kind
        }
    }

    /// Passes white space that begins with a line end; it ends a paragraph of plain text or counts as a blank.
    private func passLineEnds(
        _ folded: [FoldedScalar],
        _ start: Int,
        _ state: ParagraphState,
        _ list: inout TokenList
    ) -> Int {
        var index = start
        var lineEnds = 0
        while index < folded.count, folded[index].kind.isBlank {
            if folded[index].kind == .lineEnd {
                lineEnds += folded[index].scalar == 0x2029 ? 2 : 1
                index = RunScanner.lineEndEnd(folded, index)
            } else {
                index += 1
            }
        }
        if state.structure == .plain, lineEnds > 1 || state.last.endsParagraphAtLineEnd { list.endParagraph() }
        return index
    }

    private func emitHan(_ folded: [FoldedScalar], _ start: Int, into list: inout TokenList) -> Int {
        var previous = folded[start].scalar
        var index = start + 1
        takeHan(folded[start], into: &list)
        while index < folded.count {
            if folded[index].kind != .han {
                guard let next = RunScanner.hanBehindLineEnd(folded, index) else { break }
                index = next
            }
            let offset = list.termOffset
            list.appendScalar(previous)
            previous = folded[index].scalar
            list.appendScalar(previous)
            list.finish(.hanPair, from: offset, at: list.nextPosition - 1, width: 2)
            takeHan(folded[index], into: &list)
            index += 1
        }
        let offset = list.termOffset
        list.appendScalar(previous)
        list.appendBytes(ReservedBytes.hanEndMark)
        list.finish(.hanEnd, from: offset, at: list.nextPosition - 1)
        list.endHanRun()
        return index
    }

    /// Gives a Han character its place, and its term the first time it is seen.
    private func takeHan(_ character: FoldedScalar, into list: inout TokenList) {
        list.appendPlace(character.start, character.end)
        let number = Int(character.scalar) - Analyzer.firstHan
        guard number >= 0, number >> 6 < seen.count else { return }
        let bit = UInt64(1) << UInt64(number & 63)
        guard seen[number >> 6] & bit == 0 else { return }
        if seen[number >> 6] == 0 { seenWords.append(number >> 6) }
        seen[number >> 6] |= bit
        let offset = list.termOffset
        list.appendScalar(character.scalar)
        list.finish(.hanSingle, from: offset, at: TokenList.withoutPosition)
    }

    /// A number or a word of kana or Hangul: one form, no stem.
    private func emitPlain(_ folded: [FoldedScalar], _ range: Range<Int>, into list: inout TokenList) -> Int {
        let offset = list.termOffset
        append(folded, Run(lower: range.lowerBound, upper: range.upperBound), from: offset, to: &list)
        list.finish(.word, from: offset, at: list.nextPosition)
        list.appendPlace(folded[range.lowerBound].start, folded[range.upperBound - 1].end)
        return range.upperBound
    }

    private func emitWord(_ folded: [FoldedScalar], _ start: Int, into list: inout TokenList) -> Int {
        let first = list.nextPosition
        let end = RunScanner.word(folded, start, into: &group)
        for part in group {
            let offset = list.termOffset
            append(folded, part, from: offset, to: &list)
            list.finish(.word, from: offset, at: list.nextPosition)
            emitStem(of: offset, at: list.nextPosition, width: 1, into: &list)
            list.appendPlace(folded[part.lower].start, folded[part.upper - 1].end)
        }
        if group.count > 1, group.count <= options.maximumJoinedParts { emitJoined(folded, at: first, into: &list) }
        return end
    }

    private func emitJoined(_ folded: [FoldedScalar], at first: UInt32, into list: inout TokenList) {
        let plain = list.termOffset
        for part in group { append(folded, part, from: plain, to: &list) }
        list.finish(.joinedWord, from: plain, at: first, width: group.count)
        let term = list.termOffset
        list.appendBytes(ReservedBytes.joined)
        list.appendByte(UInt8(truncatingIfNeeded: group.count))
        for part in group { append(folded, part, from: term + ReservedBytes.joined.count + 1, to: &list) }
        list.finish(.joinedTerm, from: term, at: first, width: group.count)
        stem.removeAll(keepingCapacity: true)
        if stemmer.differs(list.bytes(from: plain, to: term), into: &stem) {
            appendStem(at: first, width: group.count, to: &list)
        }
    }

    private func emitStem(of offset: Int, at position: UInt32, width: Int, into list: inout TokenList) {
        guard stemmer.differs(list.bytes(from: offset, to: list.termOffset), into: &stem) else { return }
        appendStem(at: position, width: width, to: &list)
    }

    private func appendStem(at position: UInt32, width: Int, to list: inout TokenList) {
        let offset = list.termOffset
        list.appendBytes(ReservedBytes.stem)
        list.appendBytes(stem)
        list.finish(.stem, from: offset, at: position, width: width)
    }

    /// Appends characters to the term that began at `offset`, as far as it may grow.
    private func append(_ folded: [FoldedScalar], _ run: Run, from offset: Int, to list: inout TokenList) {
        let limit = offset + options.maximumTermBytes
        for index in run.lower..<run.upper {
            guard list.termOffset + 4 <= limit else { return }
            list.appendScalar(folded[index].scalar)
        }
    }
}
