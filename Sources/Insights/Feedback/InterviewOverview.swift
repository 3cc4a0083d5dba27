package import Notes

/// An overview of a notebook's interviews: which took place, which are to come, and the states of the
/// requests for feedback.
package struct InterviewOverview: Sendable {
    /// The interviews that took place, latest first.
    package let past: [Int]
    /// The interviews to come, next first.
    ///
    /// Those without a day come last.
    package let upcoming: [Int]
    /// How many companies the past interviews were with.
    package let companyCount: Int
    package let firstDay: CalendarDate?
    /// How many interviews have a request in each state.
    package let requestCounts: [RequestState: Int]
    /// How many interviews have something unread in their notes that may be the answer.
    ///
    /// They are not counted in any state.
    package let unreadCount: Int
    /// How many interviews with a request in each state say when feedback was asked for.
    package let askedCounts: [RequestState: Int]

    package init(_ index: NotebookIndex) {
        let notes = index.notes
        var past: [Int] = []
        var upcoming: [Int] = []
        var requestCounts: [RequestState: Int] = [:]
        var askedCounts: [RequestState: Int] = [:]
        var unreadCount = 0
        for number in notes.indices where notes[number].isInterview {
            if notes[number].isUpcoming(on: index.today) {
                if !notes[number].hasPassed(on: index.today) { upcoming.append(number) }
                continue
            }
            past.append(number)
            let state = index.request(of: notes[number])
            if notes[number].mayBeAnswered(state) {
                unreadCount += 1
                continue
            }
            requestCounts[state, default: 0] += 1
            if notes[number].requestDates.asked != nil { askedCounts[state, default: 0] += 1 }
        }
        self.past = past.sorted {
            (notes[$0].date?.dayNumber ?? .min, $0) > (notes[$1].date?.dayNumber ?? .min, $1)
        }
        self.upcoming = upcoming.sorted {
            (notes[$0].date?.dayNumber ?? .max, $0) < (notes[$1].date?.dayNumber ?? .max, $1)
        }
        var companies = CompanyCounter(index)
        companyCount = companies.count(past)
        firstDay = past.compactMap { notes[$0].date }.min()
        self.requestCounts = requestCounts
        self.askedCounts = askedCounts
        self.unreadCount = unreadCount
    }
}
