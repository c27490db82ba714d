import Foundation

/// A connection that asks for one address again and again: as little of a client as there can be, so that the server's
/// time is what is measured.
final class Connection {
    struct Failed: Error {}

    private let socket: Int32
    private let request: [UInt8]
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)

    init(port: Int, path: String, headers: [String: String]) throws {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
        }
        guard code == 0 else { throw Failed() }
        self.socket = socket
        let lines = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
        request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(lines)\r\n".utf8)
    }

    deinit { close(socket) }

    /// Asks once, and reads the answer to its end.
    /// - Throws: ``Failed`` for any answer but 200.
    func ask() throws {
        guard send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw Failed()
        }
        var count = 0
        var end: Int?
        while end.map({ count < $0 }) ?? true {
            let read = recv(socket, &buffer[count], buffer.count - count, 0)
            guard read > 0 else { throw Failed() }
            count += read
            if end == nil { end = try Self.end(of: buffer[..<count]) }
        }
    }

    /// How many bytes the answer has; nil as long as its head is not there.
    private static func end(of bytes: ArraySlice<UInt8>) throws -> Int? {
        guard let blank = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: bytes[..<blank.lowerBound], as: UTF8.self).lowercased()
        guard head.hasPrefix("http/1.1 200"), let field = head.range(of: "content-length: "),
            let length = Int(head[field.upperBound...].prefix(while: \.isNumber))
        else { throw Failed() }
        return blank.upperBound + length
    }
}
