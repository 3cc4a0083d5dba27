import Notebook
import Testing

@testable import LanguageServer

struct JSONTests {
    @Test(arguments: [
        #"{"a":[1,-2,2.5,1e3,true,false,null,"é😀"],"b":{}}"#, "[]", #""""#, "0", "-0.5",
        #""\"\\/\b\f\n\r\t""#,
        #"[[[[]]]]"#, " { \"a\" : 1 } \r\n",
    ])
    func `what is JSON is read, and written alike`(text: String) throws {
        let value = try #require(JSONReader.read(Array(text.utf8)))
        #expect(JSONReader.read(value.bytes) == value)
    }

    @Test(arguments: [
        "", "{", "}", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "{1:1}", "01", "1.", ".5", "1e", "-",
        "+1",
        "tru", "nul", "\"", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\n\"", "1 1", "'a'", "NaN",
        "{\"a\":1,}", "\u{FEFF}{}",
    ])
    func `what is no JSON is nothing`(text: String) {
        #expect(JSONReader.read(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        (#""\u00e9\ud83d\ude00""#, "é😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"),
        (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\u0000""#, "\0"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    ])
    func `escapes are characters, and half of a pair is none`(json: String, text: String) {
        #expect(JSONReader.read(Array(json.utf8)) == .string(text))
    }

    @Test func `bytes that are not UTF-8 read as replacement characters`() {
        #expect(JSONReader.read([0x22, 0x61, 0xFF, 0x22]) == "a\u{FFFD}")
    }

    @Test func `a million open brackets are refused, and not followed`() {
        #expect(JSONReader.read(Array(repeating: 0x5B, count: 1_000_000)) == nil)
        #expect(JSONReader.read(Array(String(repeating: "{\"a\":", count: 200_000).utf8)) == nil)
    }

    @Test func `numbers beyond all bounds are no whole ones`() {
        #expect(JSONReader.read(Array("1e999".utf8))?.int == nil)
        #expect(JSONReader.read(Array("99999999999999999999".utf8))?.int == nil)
        #expect(JSONReader.read(Array("3.0".utf8))?.int == 3)
    }

    @Test func `control characters are escaped`() {
        #expect(
            String(decoding: JSON.string("a\u{1}\u{1B}\u{7F}\"").bytes, as: UTF8.self)
                == #""a\u0001\u001b\u007f\"""#)
    }
}

struct MessageReaderTests {
    @Test func `messages are found wherever the stream is cut`() throws {
        let stream =
            MessageReader.framed(Array("{}".utf8)) + Array("content-length:3\r\nX: y\r\n\r\n[1]".utf8)
        for size in 1...stream.count {
            var reader = MessageReader()
            var found: [String] = []
            for start in stride(from: 0, to: stream.count, by: size) {
                reader.append(stream[start..<min(start + size, stream.count)])
                while let message = try reader.next() {
                    found.append(String(decoding: message, as: UTF8.self))
                }
            }
            #expect(found == ["{}", "[1]"])
        }
    }

    @Test(arguments: [
        "Content-Length: -1\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length:\r\n\r\n", "X: 1\r\n\r\n",
        "\r\n\r\n",
        "Content-Length: 99999999999999999999999\r\n\r\n", "Content-Length: 500000000\r\n\r\n",
    ])
    func `a header without a usable length ends the stream`(header: String) {
        var reader = MessageReader()
        reader.append(header.utf8)
        #expect(throws: MessageReader.Failure.self) { try reader.next() }
    }

    @Test func `a header without an end is given up`() {
        var reader = MessageReader()
        reader.append(Array(repeating: 0x41, count: 10_000))
        #expect(throws: MessageReader.Failure.self) { try reader.next() }
    }
}
