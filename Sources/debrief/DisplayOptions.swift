import ArgumentParser

/// Whether what is printed is in colour.
struct ColorOption: ParsableArguments {
    @Option(help: "When to print in colour; auto is on a terminal.")
    var color = Color.Choice.auto

    /// Holds from before any verb runs.
    func validate() { Color.choose(color) }
}

/// How what is printed is shown to a person.
struct DisplayOptions: ParsableArguments {
    @OptionGroup var color: ColorOption

    @Flag(help: "On a terminal, show it in $DEBRIEF_PAGER, else in $PAGER or less.")
    var pager = false

    /// Holds from before any verb runs.
    func validate() { Pager.choose(pager) }
}
