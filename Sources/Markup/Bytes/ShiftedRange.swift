extension Range<Int> {
    /// Returns the range as many elements further on.
    ///
    /// A range within a part of a text becomes one within the text.
    package func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
