internal import Notebook

/// A message that a client sends (JSON-RPC 2.0).
enum Message {
    case request(id: JSON, method: String, parameters: JSON)
    case notification(method: String, parameters: JSON)
    /// The answer to a request of ours.
    case response
    /// Neither of these, with its id if it has one.
    case invalid(id: JSON)

    init(_ json: JSON) {
        let id = json["id"]
        guard case .object = json else {
            self = .invalid(id: .null)
            return
        }
        guard let method = json["method"]?.string else {
            let isResponse = id != nil && (json["result"] != nil || json["error"] != nil)
            self = isResponse ? .response : .invalid(id: Self.isID(id) ? id ?? .null : .null)
            return
        }
        let parameters = json["params"] ?? .null
        guard let id else {
            self = .notification(method: method, parameters: parameters)
            return
        }
        self = Self.isID(id) ? .request(id: id, method: method, parameters: parameters) : .invalid(id: .null)
    }

    private static func isID(_ id: JSON?) -> Bool {
        switch id {
        case .int, .double, .string: true
        default: false
        }
    }
}

/// Why a request is refused: one of the protocol's codes, and a message for a person.
struct ResponseError: Error {
    let code: Int
    let message: String

    static let notJSON = ResponseError(code: -32700, message: "the message is not JSON")
    static let invalidRequest = ResponseError(code: -32600, message: "the message is not a request")
    static let notInitialized = ResponseError(code: -32002, message: "not initialized yet")
    static let shutDown = ResponseError(code: -32600, message: "already shut down")
    static let initializedTwice = ResponseError(code: -32600, message: "already initialized")

    static func unknownMethod(_ method: String) -> ResponseError {
        ResponseError(code: -32601, message: "there is no method \"\(method)\" here")
    }

    static func invalidParameters(_ problem: String) -> ResponseError {
        ResponseError(code: -32602, message: problem)
    }

    /// The request is valid but cannot be carried out.
    static func refused(_ reason: String) -> ResponseError { ResponseError(code: -32803, message: reason) }
}

// The messages that the server sends.
extension JSON {
    static func result(_ result: JSON, to id: JSON) -> JSON {
        ["jsonrpc": "2.0", "id": id, "result": result]
    }

    static func error(_ error: ResponseError, to id: JSON) -> JSON {
        [
            "jsonrpc": "2.0", "id": id,
            "error": ["code": .int(error.code), "message": .string(error.message)],
        ]
    }

    static func notification(_ method: String, _ parameters: JSON) -> JSON {
        ["jsonrpc": "2.0", "method": .string(method), "params": parameters]
    }

    static func request(_ method: String, id: String, _ parameters: JSON) -> JSON {
        ["jsonrpc": "2.0", "id": .string(id), "method": .string(method), "params": parameters]
    }
}
