import HTTPTypes
import Hummingbird

/// The security headers (OWASP ASVS 5.0 V3.4), on every answer, errors too.
struct SecurityHeaders: RouterMiddleware {
    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
        "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'", "manifest-src 'self'", "worker-src 'self'",
        "require-trusted-types-for 'script'",
    ].joined(separator: "; ")

    static let all: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, contentSecurityPolicy),
        (.strictTransportSecurity, "max-age=63072000; includeSubDomains"),
        (.xContentTypeOptions, "nosniff"),
        (HTTPField.Name("Referrer-Policy") ?? .referer, "no-referrer"),
        (HTTPField.Name("Cross-Origin-Opener-Policy") ?? .origin, "same-origin"),
        (HTTPField.Name("Cross-Origin-Resource-Policy") ?? .origin, "same-origin"),
    ]

    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.all { response.headers[name] = value }
        // What is not an asset is never kept by a browser or a proxy.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
