import ArgumentParser
import Casework
import Desk
import Foundation

struct Staff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "The office's staff.",
        subcommands: [Add.self, List.self, Reset.self, End.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a worker and prints a secret for one day.")

        @Argument(help: "The user name.")
        var handle: String

        @Option(help: "The worker's name.")
        var name: String

        @Option(help: "A post: \(Post.allCases.map(\.rawValue).joined(separator: ", ")). Several are allowed.")
        var post: [Post]

        func run() async throws {
            try await Staff.change { accounts in
                let secret = try await accounts.invite(handle: handle, name: name, posts: post)
                Console.say("\(handle) signs in with this secret within 24 hours: \(secret)")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the staff.")

        func run() async throws {
            try await Staff.change { accounts in
                for (worker, handle) in try await accounts.all() {
                    let posts = worker.posts.map(\.rawValue).joined(separator: ", ")
                    Console.say("\(handle)\t\(worker.name)\t\(posts.isEmpty ? "left" : posts)")
                }
            }
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints a new secret for who forgot the password.")

        @Argument(help: "The user name.")
        var handle: String

        func run() async throws {
            try await Staff.change { accounts in
                let secret = try await accounts.reset(try await Staff.worker(handle, accounts))
                Console.say("\(handle) signs in with this secret within 24 hours: \(secret)")
            }
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lets a worker sign in no more.")

        @Argument(help: "The user name.")
        var handle: String

        func run() async throws {
            try await Staff.change { accounts in
                try await accounts.end(try await Staff.worker(handle, accounts))
                Console.say("\(handle) has left.")
            }
        }
    }

    /// Needs the home for itself: while it is served, the service is stopped first.
    private static func change(_ work: (Accounts) async throws -> Void) async throws {
        let settings = try Settings(home: "lindung-office")
        try await Failure.explained(settings) {
            let workspace = try await Office.open(settings)
            defer { try? workspace.close() }
            try await work(workspace.accounts)
        }
    }

    private static func worker(_ handle: String, _ accounts: Accounts) async throws -> ID<Worker> {
        let known = try await accounts.all().first { $0.handle == Accounts.normal(handle) }
        guard let known else { throw ValidationError("There is no worker \(handle); see: lindung worker list") }
        return known.worker.id
    }
}

extension Post: ExpressibleByArgument {}
