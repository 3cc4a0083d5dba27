/// What a report is about, so that none is written over one of another kind: a checklist has ticks in it.
public enum ReportKind: String, Sendable, CaseIterable {
    case summary, checklist, prep, ask, stories
}
