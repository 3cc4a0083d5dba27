/// How much of each section a sheet shows, so that it fits a printed page.
struct PrepPage {
    /// A printed page: this many lines of that many columns.
    static let (lines, columns) = (60, 90)

    var lessons = 5
    /// If–then plans of each lesson.
    var plans = 2
    var watchFor = 4
    var worked = 3
    var asked = 5
    var toAsk = 6
    var actions = 6
    var hunches = 1
    /// Columns after which a text is cut.
    var words = 140

    /// Whether every place is linked, or each item has one link and names the rest.
    var linksAll = false

    static let first = PrepPage()

    /// All that there is.
    static let full = PrepPage(
        lessons: .max, plans: .max, watchFor: .max, worked: .max, asked: .max, toAsk: .max, actions: .max,
        hunches: .max, words: .max, linksAll: true)

    /// What gives way first where the page is too full, a little of each; the lessons give way last.
    private static var giving: [(section: WritableKeyPath<PrepPage, Int>, floor: Int)] {
        [
            (\.asked, 4), (\.actions, 5), (\.toAsk, 5), (\.watchFor, 3), (\.plans, 1),
            (\.asked, 3),
            (\.worked, 2), (\.actions, 4), (\.words, 100), (\.toAsk, 4), (\.watchFor, 2), (\.worked, 1),
            (\.lessons, 4), (\.asked, 2), (\.actions, 3), (\.toAsk, 3), (\.hunches, 0), (\.lessons, 3),
            (\.words, 60), (\.plans, 0), (\.worked, 0), (\.asked, 0), (\.watchFor, 0), (\.actions, 0),
            (\.toAsk, 0), (\.lessons, 1),
        ]
    }

    /// The page with one thing less; nil where nothing is left to leave out.
    func smaller() -> PrepPage? {
        for (section, floor) in Self.giving where self[keyPath: section] > floor {
            var page = self
            page[keyPath: section] = section == \PrepPage.words ? floor : page[keyPath: section] - 1
            return page
        }
        return nil
    }
}
