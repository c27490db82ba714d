import Casework
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    static func json(_ json: JSON, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
    }

    static func seeOther(_ path: Path) -> Response {
        Response(status: .seeOther, headers: [.location: path.description])
    }

    /// - Parameter clearing: what the browser forgets of this site (`Clear-Site-Data`).
    static func seeOther(_ path: Path, clearing: String) -> Response { seeOther(path).clearing(clearing) }

    func clearing(_ what: String) -> Response {
        var response = self
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = what }
        return response
    }

    static func asset(_ asset: Asset) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
}
