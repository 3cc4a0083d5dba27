internal import Markup
internal import Notes

/// Reads the days in one column of a tracker's table.
///
/// Whether `3/12/2026` is of March or of December is decided by another row of the column, such as
/// `25/12/2026`, or by a person.
struct DateColumn {
    let order: TrackerImport.DateOrder?
    private let today: CalendarDate

    /// Finds out which of a day's numbers is the month.
    ///
    /// - Parameters:
    ///   - texts: The column's cells.
    ///   - given: What a person says; nil if nothing.
    ///   - today: The current day.
    init(_ texts: [String], order given: TrackerImport.DateOrder?, today: CalendarDate) {
        self.today = today
        let orders = given == nil ? Set(texts.compactMap(Self.order)) : []
        order = given ?? (orders.count == 1 ? orders.first : nil)
    }

    /// Returns which number of a day such as `25/12/2026` is the month; nil if both may be, or if it is not
    /// such a day.
    private static func order(of text: String) -> TrackerImport.DateOrder? {
        let parts = text.folded.split(maxSplits: 2) { "/.-".contains($0) }
        guard parts.count == 3, let first = Int(parts[0]), let second = Int(parts[1]),
            parts[2].prefix(while: \.isNumber).count == 4, 1...31 ~= first, 1...31 ~= second
        else { return nil }
        return first > 12 ? .dayFirst : second > 12 ? .monthFirst : nil
    }

    /// Returns the day that a cell says; nil if that is not certain.
    func date(_ text: String) -> CalendarDate? {
        if let date = CalendarDate(text.folded) { return date }
        let found = SpelledDates(in: text, today: today).found
        if let certain = found.first(where: \.isCertain) { return certain.date }
        // A day that may be two is found twice, as the day before the month first.
        guard let order, found.count == 2, found[0].range == found[1].range else { return nil }
        return found[order == .dayFirst ? 0 : 1].date
    }
}
