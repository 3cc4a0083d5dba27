package import Insights

extension StoryBook.Entry {
    /// `not told yet`, or what is known instead; nil if the story was surely told.
    package var notTold: String? {
        if !tellings.isEmpty { return nil }
        return perhapsTold.isEmpty ? "not told yet" : "perhaps told: another story has its name"
    }
}
