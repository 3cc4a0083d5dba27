public import Notes
public import Reports

extension NoteFile {
    /// Writes a note that is not there yet, into the notebook's folder itself.
    ///
    /// - Returns: The note's path in the notebook.
    /// - Throws: `exists` if there is a file of that name, which stays as it is.
    @discardableResult
    public static func create(
        _ note: NewNote, from template: Template, in folder: String
    ) throws(WriteFailure) -> NotePath {
        let name = NotePath(note.fileName)
        try FileWriter.create(Array("\(folder)/\(name)".utf8), note.bytes(from: template))
        return name
    }
}
