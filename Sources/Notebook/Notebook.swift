// The library's one door: who imports `Notebook` sees what the targets of the ladder make public.

@_exported public import Insights
@_exported public import Markup
@_exported public import Notes
@_exported public import Reports
@_exported public import Storage
