/// How much of each section a sheet shows, so that it fits a printed page.
package struct PrepPage {
    /// The lines and columns of a printed page.
    package static let (lines, columns) = (60, 90)

    package var lessons = 5
    /// How many if–then plans each lesson shows.
    package var plans = 2
    package var watchFor = 4
    /// How much of what they liked and what has worked is shown.
    package var leanOn = 4
    package var asked = 5
    /// Whether a question shows what answered it: 1 or 0.
    package var answers = 1
    package var stories = 3
    package var toAsk = 6
    package var actions = 6
    package var hunches = 1
    /// The column after which a text is cut.
    package var words = 140

    /// Whether every citation is a link.
    ///
    /// Otherwise each item has one link and names its other sources.
    package var linksAll = false

    /// A page without limits.
    package static let full = PrepPage(
        lessons: .max, plans: .max, watchFor: .max, leanOn: .max, asked: .max, toAsk: .max, actions: .max,
        hunches: .max, words: .max, linksAll: true)

    /// Pages from the fullest to the emptiest, each with one thing less than the one before.
    ///
    /// First every section loses a little, and the lessons go last.
    package static let pages: [PrepPage] = {
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
