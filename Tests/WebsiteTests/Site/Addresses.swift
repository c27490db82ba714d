import Casework

@testable import Website

extension ID where Of: Record {
    /// The address of an action's form on this record.
    func acting(_ action: ActionName) -> String { Path.acting(Of.kind, value, action).description }
}
