import ArgumentParser

/// Whether the output is in colour.
struct ColorOption: ParsableArguments {
    @Option(help: "When to print in colour; auto is on a terminal.")
    var color = Color.Choice.auto

    /// Applies the choice before any verb runs.
    func validate() { Color.choose(color) }
}

/// How the output is shown to a person.
struct DisplayOptions: ParsableArguments {
    @OptionGroup var color: ColorOption

    @Flag(help: "On a terminal, show it in $DEBRIEF_PAGER, else in $PAGER or less.")
    var pager = false

    /// Applies the choice before any verb runs.
    func validate() { Pager.choose(pager) }
}
