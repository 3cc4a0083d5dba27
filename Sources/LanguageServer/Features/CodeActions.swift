internal import Markup
internal import Notebook

extension Workspace {
    func codeActions(in document: Document, _ range: Range<Int>) -> JSON { [] }
}
