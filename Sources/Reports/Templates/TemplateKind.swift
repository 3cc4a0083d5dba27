/// The texts that Debrief writes for a person.
///
/// A person can replace each by a file `.debrief/templates/NAME.mustache` in the notebook.
public enum TemplateKind: String, Sendable, CaseIterable {
    case note, request, thanks

    /// The path of the person's own template in a notebook.
    public var path: String { ".debrief/templates/\(rawValue).mustache" }

    /// The names that there are values for.
    public var names: [String] {
        switch self {
        case .note: NewNote.names
        case .request, .thanks: Letter.names
        }
    }

    /// The template that is used if the person has none.
    public var standardText: String {
        switch self {
        case .note:
            """
            {{frontMatter}}

            # {{title}}

            ## Questions they asked, word for word

            -
              - told:

            {{#scheduled}}
            ## Questions to ask them

            -

            {{/scheduled}}
            ## Hunches, before you ask anybody

            -

            ## What worked, what slipped

            -

            ## Feedback, as they said it

            -

            """
        case .request:
            """
            {{#interviewers}}Dear {{interviewers}},{{/interviewers}}{{^interviewers}}Hello,{{/interviewers}}

            {{! One thank for what was, one question, and a way out. No "why not me". }}
            Thank you for the time that you took for me{{#day}} on {{day}}{{/day}}{{#role}}, when we spoke \
            about the position of {{role}}{{/role}}{{#company}} at {{company}}{{/company}}.

            I would like to come across better in future interviews, and you have seen me in one. If you have a \
            few minutes: what is one thing that would help me with that? I am not asking about your decision, \
            and a line or two is plenty.

            If you would rather not, or may not, that is quite all right, and you need not answer.

            Kind regards

            """
        case .thanks:
            """
            {{#interviewers}}Dear {{interviewers}},{{/interviewers}}{{^interviewers}}Hello,{{/interviewers}}

            {{#answered}}
            Thank you for your feedback. I know that it takes time and care to give any, and I am glad that you \
            did.{{#written}} I have written it down as you said it, and will go through it before my next \
            interviews.{{/written}}
            {{/answered}}
            {{#refused}}
            Thank you for your answer. I understand that you cannot say more, and I am grateful that you wrote \
            at all.
            {{/refused}}
            {{#open}}
            Thank you again for the time that you took for me{{#day}} on {{day}}{{/day}}.
            {{/open}}

            All the best to you and your team

            """
        }
    }
}
