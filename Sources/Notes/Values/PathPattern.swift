internal import Markup

/// One part of a pattern for paths, between two slashes.
///
/// It says what one name has to look like.
package struct PathPattern: Sendable, Equatable {
    private enum Piece: Sendable, Equatable {
        case byte(UInt8)
        /// `?`, any one character.
        case anyCharacter
        /// `*`, any bytes.
        case anything
        /// `[a-z]`, one character between the bounds; `[!a-z]`, one character outside them.
        case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    private let pieces: [Piece]
    /// Whether the part is `**`, which matches any number of folders.
    private let isAnyFolders: Bool

    /// The part `**`.
    package static let anyFolders = PathPattern(Array("**".utf8))

    package init(_ text: [UInt8]) {
        isAnyFolders = text.elementsEqual("**".utf8)
        pieces = Self.pieces(of: String(decoding: text, as: UTF8.self))
    }

    private static func pieces(of text: String) -> [Piece] {
        let text = Array(text.unicodeScalars)
        var pieces: [Piece] = []
        var at = 0
        while at < text.count {
            let scalar = text[at]
            at += 1
            switch scalar {
            case "*": if pieces.last != .anything { pieces.append(.anything) }
            case "?": pieces.append(.anyCharacter)
            case "[":
                if let (piece, end) = set(in: text, from: at) {
                    pieces.append(piece)
                    at = end
                } else {
                    pieces.append(.byte(.ascii("[")))
                }
            case "\\" where at < text.count:
                pieces += text[at].utf8Bytes.map { .byte($0) }
                at += 1
            default: pieces += scalar.utf8Bytes.map { .byte($0) }
            }
        }
        return pieces
    }

    /// Returns the set in square brackets that begins at an index, and the index after it; nil if the
    /// brackets are never closed.
    private static func set(in text: [Unicode.Scalar], from start: Int) -> (Piece, end: Int)? {
        var at = start
        let isNegated = at < text.count && (text[at] == "!" || text[at] == "^")
        if isNegated { at += 1 }
        let first = at
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while at < text.count {
            if text[at] == "]", at > first { return (.oneOf(ranges, isNegated: isNegated), at + 1) }
            if text[at] == "\\", at + 1 < text.count { at += 1 }
            let low = text[at]
            at += 1
            guard at + 1 < text.count, text[at] == "-", text[at + 1] != "]" else {
                ranges.append(low...low)
                continue
            }
            let high = text[at + 1]
            at += 2
            if low <= high { ranges.append(low...high) }
        }
        return nil
    }

    // MARK: Matching

    /// Returns whether a path matches the parts of a pattern.
    ///
    /// After a mismatch, only the last `**` is tried again. This is enough, and so the product of both
    /// lengths bounds the work.
    package static func match(_ parts: [PathPattern], _ names: ArraySlice<[UInt8]>) -> Bool {
        var (part, name) = (0, names.startIndex)
        var retry: (part: Int, name: Int)?
        while true {
            if part < parts.count, parts[part].isAnyFolders {
                // At the end, `**` stands for everything within a folder, and so for at least one name.
                if part == parts.count - 1 { return name < names.endIndex }
                retry = (part + 1, name)
                part += 1
            } else if part < parts.count, name < names.endIndex, parts[part].matches(names[name]) {
                part += 1
                name += 1
            } else if part == parts.count, name == names.endIndex {
                return true
            } else if let last = retry, last.name < names.endIndex {
                retry = (last.part, last.name + 1)
                (part, name) = (last.part, last.name + 1)
            } else {
                return false
            }
        }
    }

    /// Returns whether a name matches the pattern.
    ///
    /// After a mismatch, only the last `*` is tried again.
    private func matches(_ name: [UInt8]) -> Bool {
        var (piece, at) = (0, 0)
        var retry: (piece: Int, at: Int)?
        while true {
            if piece < pieces.count, pieces[piece] == .anything {
                piece += 1
                retry = (piece, at)
            } else if piece < pieces.count, at < name.count,
                case let length = length(of: pieces[piece], in: name, at: at), length > 0
            {
                piece += 1
                at += length
            } else if piece == pieces.count, at == name.count {
                return true
            } else if let last = retry, last.at < name.count {
                retry = (last.piece, last.at + 1)
                (piece, at) = (last.piece, last.at + 1)
            } else {
                return false
            }
        }
    }

    /// Returns how many bytes a piece matches at an offset; 0 if it does not match there.
    private func length(of piece: Piece, in name: [UInt8], at: Int) -> Int {
        switch piece {
        case .byte(let byte): return name[at] == byte ? 1 : 0
        case .anything: return 0
        case .anyCharacter: return Encoding.characterLength(in: name.span, at: at)
        case .oneOf(let ranges, let isNegated):
            let length = Encoding.characterLength(in: name.span, at: at)
            let text = String(decoding: name[at..<min(at + length, name.count)], as: UTF8.self)
            guard let scalar = text.unicodeScalars.first else { return 0 }
            return ranges.contains { $0.contains(scalar) } != isNegated ? length : 0
        }
    }
}

extension Unicode.Scalar {
    fileprivate var utf8Bytes: [UInt8] { Array(String(self).utf8) }
}
