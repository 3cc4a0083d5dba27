/// Whether a terminal is known to show text as a link (the sequence OSC 8).
enum Hyperlinks {
    /// Whether links are known to work, by what the terminal says of itself in the environment.
    ///
    /// `FORCE_HYPERLINK` overrides that.
    static var areKnown: Bool {
        if let force = Environment.nonEmpty("FORCE_HYPERLINK") { return force != "0" }
        // The program `screen` runs between this one and the terminal, and may not pass links on.
        if Environment.nonEmpty("STY") != nil { return false }
        let kind = Environment.value("TERM") ?? ""
        if let program = Environment.nonEmpty("TERM_PROGRAM") {
            switch program {
            case "iTerm.app", "WezTerm", "vscode", "ghostty", "rio", "Hyper": return true
            // Since version 3.4.
            case "tmux": return version(Environment.value("TERM_PROGRAM_VERSION") ?? "") >= 3_04
            default: break
            }
        }
        if Environment.nonEmpty("TMUX") != nil { return false }
        if ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra"].contains(kind) { return true }
        if Environment.nonEmpty("WT_SESSION") != nil || Environment.nonEmpty("KONSOLE_VERSION") != nil {
            return true
        }
        // GNOME's terminal and others that use its library show links since 0.50.
        return Environment.nonEmpty("VTE_VERSION").flatMap(Int.init).map { $0 >= 5000 } ?? false
    }

    /// Returns a version such as `3.4a` as 304.
    private static func version(_ text: String) -> Int {
        let numbers = text.split(separator: ".").prefix(2).map { Int($0.prefix(while: \.isNumber)) ?? 0 }
        return (numbers.first ?? 0) * 100 + (numbers.count > 1 ? numbers[1] : 0)
    }
}
