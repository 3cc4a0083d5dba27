package import Notes

extension Array {
    /// Returns the elements sorted by day.
    ///
    /// Those without a day come first, and elements of one day keep their order.
    package func sortedByDay(_ day: (Element) -> CalendarDate?) -> [Element] {
        let days = map { day($0)?.dayNumber ?? .min }
        // Notes usually have their days in their names. Then they are already sorted.
        if zip(days, days.dropFirst()).allSatisfy({ $0 <= $1 }) { return self }
        return indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { self[$0] }
    }
}
