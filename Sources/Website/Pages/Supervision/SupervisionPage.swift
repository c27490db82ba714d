import Casework
import Desk
import Hummingbird

extension Site {
    /// How the office's work stands, for who supervises it.
    func supervisionPage(_ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        let figures = try await workspace.desk.supervision(by: worker)
        let managers = try await workspace.accounts.workers(with: .manageCases, in: worker.lane)
        let names = try workspace.accounts.names(Set(figures.loads.compactMap(\.manager)))
        let model = SupervisionModel(figures, managers: managers, names: names)
        let law = workspace.desk.law(in: worker.lane)
        return .page(SupervisionView(frame: try await frame(visit), model: model, law: law).html)
    }
}

struct SupervisionModel {
    /// One manager's open cases.
    struct Line {
        let load: Supervision.Load
        /// Nil for cases that never had a manager.
        let name: String?
    }

    let figures: Supervision
    let whole: Supervision.Load
    /// Who has most that is late first, then who has most; whoever has none could take one on.
    let lines: [Line]

    init(_ figures: Supervision, managers: [Worker], names: [ID<Worker>: String]) {
        self.figures = figures
        whole = figures.whole
        let known = Set(figures.loads.map(\.manager))
        let idle = managers.filter { !known.contains($0.id) }.map {
            Line(load: Supervision.Load(manager: $0.id), name: $0.name)
        }
        let busy = figures.loads.map { load in Line(load: load, name: load.manager.flatMap { names[$0] }) }
        lines = (busy + idle).sorted { one, other in
            (other.load[.late], other.load[.open], one.name ?? "") < (
                one.load[.late], one.load[.open], other.name ?? ""
            )
        }
    }

    /// What stands above the bars is what they show: who has most that is late; nil where nothing is.
    var latest: Line? { lines.first.flatMap { $0.load[.late] > 0 ? $0 : nil } }
}
