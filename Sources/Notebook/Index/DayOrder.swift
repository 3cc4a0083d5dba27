extension Array {
    /// Sorted by day, what has none first, and in the order that there is within a day.
    func sortedByDay(_ day: (Element) -> CalendarDate?) -> [Element] {
        let days = map { day($0)?.dayNumber ?? .min }
        // Notes are named by their days as a rule, so that there is nothing to do.
        if zip(days, days.dropFirst()).allSatisfy({ $0 <= $1 }) { return self }
        return indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { self[$0] }
    }
}
