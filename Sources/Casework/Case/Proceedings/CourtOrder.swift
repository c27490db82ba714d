/// What a court ordered so that a client is left in peace, until a day.
package struct CourtOrder: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Protects who was harmed at home (UU 23/2004 art. 28-32).
        case protection
        /// Restricts a suspect who is not detained (UU 12/2022 art. 45).
        case restriction

        /// For how long it is given at most.
        var mostMonths: Int {
            switch self {
            case .protection: 12
            case .restriction: 6
            }
        }
    }

    package let kind: Kind
    package let client: ID<Person>?
    package let since: Day
    package let until: Day

    package func isInForce(on day: Day) -> Bool { day <= until }
}

extension CaseFile {
    /// The last of each kind for each client that nobody said has ended.
    package var orders: [CourtOrder] {
        legalSteps.inOrder.reduce(into: []) { orders, step in
            let isOfOne = { (order: CourtOrder) in step.isAbout(order.client?.value) }
            if let kind = step.event?.ends { orders.removeAll { $0.kind == kind && isOfOne($0) } }
            guard let kind = step.event?.order, let until = step.until else { return }
            orders.removeAll { $0.kind == kind && $0.client == step.client }
            orders.append(CourtOrder(kind: kind, client: step.client, since: Day(step.at), until: until))
        }
    }

    package func orders(inForceOn day: Day) -> [CourtOrder] { orders.filter { $0.isInForce(on: day) } }
}
