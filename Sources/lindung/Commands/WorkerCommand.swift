import ArgumentParser
import Casework
import Desk
import Foundation

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "The office's staff.",
        subcommands: [Add.self, List.self, Reset.self, End.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a worker and prints a temporary password.")

        @Argument(help: "The user name.")
        var handle: String

        @Option(help: "The worker's name.")
        var name: String

        @Option(help: "A post: \(Post.allCases.map(\.rawValue).joined(separator: ", ")). Several are allowed.")
        var post: [Post]

        func run() async throws {
            try await OfficeByOperator.change { office in
                let action = AddWorker(Line(handle), Line(name), post)
                guard let secret = try await office.perform(action).secret else { throw NotDone.busy }
                Console.say(handle, signsInWith: secret)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the staff.")

        func run() async throws {
            try await OfficeByOperator.change { office in
                for (worker, handle) in try office.workspace.accounts.all() {
                    let posts = worker.posts.map(\.rawValue).joined(separator: ", ")
                    Console.say("\(handle)\t\(worker.name)\t\(posts.isEmpty ? "left" : posts)")
                }
            }
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints a temporary password for who forgot theirs.")

        @Argument(help: "The user name.")
        var handle: String

        @Flag(help: "The phone with the authenticator is lost as well.")
        var phone = false

        func run() async throws {
            try await OfficeByOperator.change { office in
                let action = IssueSecret(try await office.worker(handle), lost: phone ? .phone : .password)
                guard let secret = try await office.perform(action).secret else { throw NotDone.busy }
                Console.say(handle, signsInWith: secret)
            }
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lets a worker sign in no more.")

        @Argument(help: "The user name.")
        var handle: String

        @Option(help: "The user name of who manages their open cases from now on.")
        var to: String?

        @Flag(help: "Leave their open cases to whoever approves.")
        var leaveCases = false

        @Option(help: "Why; it is kept in the office's record.")
        var reason = "Left."

        func run() async throws {
            try await OfficeByOperator.change { office in
                let worker = try await office.worker(handle)
                var action = EndWorker(worker, because: Line(reason))
                if let to { action.handsTo = try await office.worker(to) }
                do {
                    try await office.perform(action) { leaveCases || $0.name != "cases-left" }
                } catch NotDone.cautioned {
                    throw ValidationError("\(handle) manages open cases; say --to HANDLE, or --leave-cases.")
                }
                Console.say("\(handle) has left.")
            }
        }
    }
}

extension Post: ExpressibleByArgument {}
