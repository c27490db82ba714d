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
            if end == nil { end = try self.end(of: count) }
        }
    }

    /// How many bytes the answer has whose first `count` are there; nil as long as its head is not. As quick as can be:
    /// what a client takes is taken from the server that is measured.
    private func end(of count: Int) throws -> Int? {
        try buffer.withUnsafeBytes { buffer in
            guard let head = Self.place(of: "\r\n\r\n", in: .init(rebasing: buffer[..<count])) else { return nil }
            let told = UnsafeRawBufferPointer(rebasing: buffer[..<(head + 2)])
            guard Self.place(of: "HTTP/1.1 200", in: told) == 0,
                let field = Self.place(of: "\r\nContent-Length: ", in: told)
            else { throw Failed() }
            let digits = told[(field + 18)...].prefix { $0 != UInt8(ascii: "\r") }
            return head + 4 + digits.reduce(0) { $0 * 10 + Int($1) - 48 }
        }
    }

    private static func place(of text: StaticString, in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let start = bytes.baseAddress, bytes.count >= text.utf8CodeUnitCount else { return nil }
        return (0...(bytes.count - text.utf8CodeUnitCount)).first {
            memcmp(start + $0, text.utf8Start, text.utf8CodeUnitCount) == 0
        }
    }
}
