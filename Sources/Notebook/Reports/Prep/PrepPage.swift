/// How much of each section a sheet shows, so that it fits a printed page.
struct PrepPage {
    /// A printed page: this many lines of that many columns.
    static let (lines, columns) = (60, 90)

    var lessons = 5
    /// If–then plans of each lesson.
    var plans = 2
    var watchFor = 4
    /// What they liked, and what has worked.
    var leanOn = 4
    var asked = 5
    /// Whether what answered a question stands beside it.
    var answers = 1
    var stories = 3
    var toAsk = 6
    var actions = 6
    var hunches = 1
    /// Columns after which a text is cut.
    var words = 140

    /// Whether every place is linked, or each item has one link and names the rest.
    var linksAll = false

    /// All that there is.
    static let full = PrepPage(
        lessons: .max, plans: .max, watchFor: .max, leanOn: .max, asked: .max, toAsk: .max, actions: .max,
        hunches: .max, words: .max, linksAll: true)

    /// Pages from the fullest to the emptiest, each with one thing less.
    ///
    /// A little of each section gives way first, and the lessons last.
    static let pages: [PrepPage] = {
        let giving: [(section: WritableKeyPath<PrepPage, Int>, floor: Int)] = [
            (\.asked, 4), (\.actions, 5), (\.toAsk, 5), (\.watchFor, 3), (\.plans, 1), (\.asked, 3),
            (\.leanOn, 3), (\.actions, 4), (\.words, 100), (\.stories, 2), (\.toAsk, 4), (\.watchFor, 2),
            (\.leanOn, 2),
            (\.lessons, 4), (\.asked, 2), (\.actions, 3), (\.toAsk, 3), (\.hunches, 0), (\.leanOn, 1),
            (\.stories, 1), (\.lessons, 3),
            (\.words, 60), (\.plans, 0), (\.stories, 0), (\.answers, 0), (\.leanOn, 0), (\.asked, 0),
            (\.watchFor, 0), (\.actions, 0),
            (\.toAsk, 0), (\.lessons, 1),
        ]
        var page = PrepPage()
        var pages = [page]
        for (section, floor) in giving {
            while page[keyPath: section] > floor {
                page[keyPath: section] = section == \PrepPage.words ? floor : page[keyPath: section] - 1
                pages.append(page)
            }
        }
        return pages
    }()
}
