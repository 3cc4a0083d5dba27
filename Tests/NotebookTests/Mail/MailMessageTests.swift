import Foundation
import Notebook
import Testing

/// What a mail says, however it is encoded.
struct MailMessageTests {
    private static let headers =
        "From: Dana Ruiz <dana@acme.example>\r\nDate: Sat, 24 Oct 2026 23:12:33 -0700\r\nSubject: You\r\n"
    private static let said = "Hi,\n\nyou were café-quick – lead with it.\n\nDana"

    private static func mail(_ type: String, _ body: String) -> [UInt8] {
        Array("\(headers)\(type)\r\n\r\n\(body)".utf8)
    }

    /// As Windows has it: a byte for each letter.
    private static let latin: [UInt8] = {
        var bytes = mail("Content-Type: text/plain; charset=windows-1252", "")
        for scalar in said.unicodeScalars {
            bytes.append(scalar == "–" ? 0x96 : UInt8(truncatingIfNeeded: scalar.value))
        }
        return bytes
    }()

    private static let base64 = Data(said.utf8).base64EncodedString(options: [.lineLength64Characters])

    static let encoded: [[UInt8]] = [
        mail("X-A: b", said),
        mail("Content-Type: text/plain; charset=utf-8", said.replacing("\n", with: "\r\n")),
        mail("Content-Type: text/plain; charset=\"UTF-8\"\r\nContent-Transfer-Encoding: base64", base64),
        mail(
            "Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain;\r\n charset=utf-8",
            "Hi,\r\n\r\nyou were caf=C3=A9-quick =E2=80=93 lead =\r\nwith it.\r\n\r\nDana=20\r\n"),
        latin,
        mail(
            "Content-Type: multipart/mixed; boundary=\"b;1\"",
            "--b;1\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/html\r\n\r\n"
                + "<p>no</p>\r\n--in\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\(said)\r\n--in--\r\n--b;1\r\n"
                + "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nno\r\n--b;1--\r\n"
        ),
        mail("Content-Type: text/plain", said + "\n\nOn Fri, you wrote:\n> what would help?\n>\n> me\n"),
    ]

    @Test(arguments: encoded)
    func `text, day and sender are read from any of its encodings`(bytes: [UInt8]) throws {
        let mail = try MailMessage(bytes)
        #expect(mail.text == Self.said)
        #expect(mail.sender == "Dana Ruiz" && mail.day?.description == "2026-10-24")
    }

    @Test func `text alone is a mail without headers`() throws {
        let mail = try MailMessage(Array("Lead with it: always.\n\nFrom: what I saw\n".utf8))
        #expect(
            mail.text == "Lead with it: always.\n\nFrom: what I saw" && mail.sender == nil && mail.day == nil)
        #expect(try MailMessage(Array("caf".utf8) + [0xE9]).text == "café")
    }

    static let senders: [(String, String?)] = [
        ("=?utf-8?Q?Am=C3=A9lie?= =?utf-8?B?TGXDr2JuaXo=?= <a@b.example>", "AmélieLeïbniz"),
        ("\"Ruiz, Dana\" <a@b.example>", "Dana Ruiz"), ("a@b.example", nil), ("<a@b.example>", nil),
        ("HR team (Acme) <a@b.example>", nil), ("Dana [x](y) <a@b.example>", nil),
        ("Dr. Dana O'Neil <a@b.example>", "Dr. Dana O'Neil"),
    ]

    @Test(arguments: senders)
    func `a sender is a name or nobody`(from: String, name: String?) throws {
        #expect(try MailMessage(Array("From: \(from)\n\nx\n".utf8)).sender == name)
    }

    @Test func `a mail without a text, or with too much of it, is refused`() {
        func failure(_ bytes: [UInt8]) -> MailMessage.Failure? {
            do throws(MailMessage.Failure) { _ = try MailMessage(bytes) } catch { return error }
            return nil
        }
        #expect(failure(Self.mail("Content-Type: text/html", "<p>x</p>")) == .noText)
        #expect(failure([]) == .empty && failure(Self.mail("X: y", " \r\n")) == .empty)
        #expect(failure(Array(repeating: 0x61, count: 20 << 20)) == .tooLong)
        let nested = (0..<1000).map { "--b\nContent-Type: multipart/mixed; boundary=b\n\n\($0)\n" }.joined()
        #expect(failure(Self.mail("Content-Type: multipart/mixed; boundary=b", nested)) == .noText)
    }

    @Test func `of 20 MB with an attachment the text is read at once`() throws {
        var bytes = Self.mail(
            "Content-Type: multipart/mixed; boundary=b",
            "--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n")
        bytes += Array(repeating: Array("QUJD".utf8) + [0x0D, 0x0A], count: 3_500_000).joined()
        bytes += Array("--b\r\nContent-Type: text/plain\r\n\r\nBe brief.\r\n--b--\r\n".utf8)
        #expect(bytes.count > 20 << 20)
        #expect(try MailMessage(bytes).text == "Be brief.")
    }
}
