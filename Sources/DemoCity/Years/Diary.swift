import Casework
import Desk
import Foundation

/// Everything that happens in the city, each at its time: what the administrator does, and what is done in every case.
/// One journal runs through all of it, as it would have.
struct Diary: Sendable {
    private enum Event: Sendable {
        case office(OfficeAct)
        /// A step of the case at this place.
        case step(Step, of: Int)
    }

    private let city: City
    private var works: [Work] = []
    private var events: [(at: Date, event: Event)] = []

    init(_ city: City) { self.city = city }

    mutating func add(_ acts: [OfficeAct]) { events += acts.map { ($0.at, .office($0)) } }

    mutating func add(_ plot: Plot, _ steps: [(at: Date, step: Step)], by manager: Worker, _ seed: Seed) {
        events += steps.map { ($0.at, .step($0.step, of: works.count)) }
        works.append(Work(plot, in: city, by: manager, seed))
    }

    /// Performs what happened before an instant, in the order of time; what falls on one instant in the order in which
    /// it was added.
    /// - Returns: how many complaints came in.
    mutating func perform(until end: Date) async throws -> Int {
        let order = events.enumerated().filter { $0.element.at < end }
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        for (_, element) in order {
            city.clock.set(element.at)
            switch element.event {
            case .office(let act): try await act.perform(city)
            case .step(let step, let place): try await step.take(&works[place])
            }
        }
        return works.reduce(0) { $0 + $1.complaints }
    }
}
