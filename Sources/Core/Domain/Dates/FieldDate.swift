/// Reads dates as files and people of the field write them.
package enum FieldDate {
    /// What stands in a date field.
    package enum Reading: Hashable, Sendable {
        case date(PartialDate)
        /// Nothing, or a filler such as `00000000` or `N/A`.
        case none
        /// Something that is no date of the calendar.
        case malformed
    }

    /// Which of two leading numbers is the day where a file writes `03/04/2019`.
    package enum Order: Hashable, Sendable { case dayFirst, monthFirst }

    /// The date in a text, nil when there is none or it is no date of the calendar.
    package static func read(_ text: String, order: Order = .dayFirst) -> PartialDate? {
        guard case .date(let date) = reading(text, order: order) else { return nil }
        return date
    }

    /// What a text says where a date is expected.
    ///
    /// Understood: 2019-03-05, 2019-3-5, 2019.03.05, 2019/03/05, 20190305, 2019年3月5日, 2019-03, 201903, 2019,
    /// 05/03/2019, 05.03.2019, "5 Mar 2019", "Mar 5, 2019". A time or an offset after the day is dropped without
    /// moving it. `00` stands for an unknown month or day: 19980800 is 1998-08.
    ///
    /// - Parameters:
    ///   - text: the field as printed.
    ///   - order: what 03/04/2019 means; a number above twelve is the day in any case.
    /// - Returns: the date, or that there is none, or that it is no date of the calendar.
    package static func reading(_ text: String, order: Order = .dayFirst) -> Reading {
        let characters = DateCharacters(text)
        if characters.isFiller { return .none }
        guard let pieces = characters.pieces else { return .malformed }
        let parts: Parts?
        if let month = pieces.firstIndex(where: { $0.month != nil }) {
            parts = Parts(pieces, wordAt: month)
        } else if pieces.count == 1 {
            parts = Parts(packed: pieces[0])
        } else {
            parts = Parts(pieces, order: order)
        }
        guard let parts else { return .malformed }
        if parts == Parts(year: 0, month: 0, day: 0) { return .none }
        guard let date = parts.date else { return .malformed }
        return .date(date)
    }

    /// Year, month and day with zero for what is unknown.
    private struct Parts: Equatable {
        var year: Int
        var month: Int
        var day: Int

        init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }

        /// `20190305`, `201903`, `2019`, or fourteen digits with a time.
        init?(packed piece: DateCharacters.Piece) {
            switch piece.width {
            case 4: self.init(year: piece.value, month: 0, day: 0)
            case 6: self.init(year: piece.value / 100, month: piece.value % 100, day: 0)
            case 8:
                self.init(year: piece.value / 10_000, month: piece.value / 100 % 100, day: piece.value % 100)
            case 14:
                let day = piece.value / 1_000_000
                self.init(year: day / 10_000, month: day / 100 % 100, day: day % 100)
            default: return nil
            }
        }

        /// Two or three numbers, the year (four digits) first or last.
        init?(_ pieces: [DateCharacters.Piece], order: Order) {
            guard pieces.count <= 3 else { return nil }
            let values = pieces.map(\.value)
            if pieces[0].width == 4 {
                guard pieces.dropFirst().allSatisfy({ $0.width <= 2 }) else { return nil }
                self.init(year: values[0], month: values[1], day: values.count > 2 ? values[2] : 0)
                return
            }
            guard pieces.last?.width == 4, pieces.dropLast().allSatisfy({ $0.width <= 2 }) else { return nil }
            guard values.count == 3 else {
                self.init(year: values[1], month: values[0], day: 0)
                return
            }
            let isMonthFirst = order == .monthFirst ? values[0] <= 12 : values[1] > 12
            self.init(
                year: values[2],
                month: isMonthFirst ? values[0] : values[1],
                day: isMonthFirst ? values[1] : values[0]
            )
        }

        /// `5 Mar 2019`, `Mar 5, 2019`, `Mar 2019`, `2019 Mar 5`.
        init?(_ pieces: [DateCharacters.Piece], wordAt word: Int) {
            guard let month = pieces[word].month else { return nil }
            var numbers = pieces
            numbers.remove(at: word)
            guard let year = numbers.firstIndex(where: { $0.width == 4 }), numbers.count <= 2 else { return nil }
            let yearValue = numbers.remove(at: year).value
            guard numbers.allSatisfy({ $0.month == nil && $0.width <= 2 }) else { return nil }
            self.init(year: yearValue, month: month, day: numbers.first?.value ?? 0)
        }

        var date: PartialDate? {
            guard (1000...2999).contains(year), month > 0 || day == 0 else { return nil }
            return PartialDate(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
        }
    }
}
