/// Makes a part of a file's name from a name: small letters and digits of any script, and `-` for everything
/// else.
///
/// Whatever the name is, the result has no slash, no dot and no white space, and it begins and ends with a
/// letter or a digit. So it names a file, and never decides where the file lies.
package enum Slug {
    /// Returns the part of a file's name that stands for a name.
    ///
    /// `longest` is the largest length of the result, in bytes.
    package static func of(_ name: String, longest: Int) -> String {
        var slug = ""
        var isJoined = false
        for scalar in name.lowercased().unicodeScalars {
            switch kind(of: scalar) {
            case .letter:
                let joint = isJoined && !slug.isEmpty ? "-" : ""
                isJoined = false
                guard slug.utf8.count + joint.utf8.count + UTF8.width(scalar) <= longest else { return slug }
                slug += joint
                slug.unicodeScalars.append(scalar)
            case .mark where !isJoined && !slug.isEmpty:
                guard slug.utf8.count + UTF8.width(scalar) <= longest else { return slug }
                slug.unicodeScalars.append(scalar)
            case .mark, .other: isJoined = true
            }
        }
        return slug
    }

    private enum Kind {
        case letter
        /// A mark that belongs to the letter before it.
        case mark
        case other
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber:
            .letter
        case .nonspacingMark, .spacingMark: scalar.properties.isVariationSelector ? .other : .mark
        default: .other
        }
    }
}
