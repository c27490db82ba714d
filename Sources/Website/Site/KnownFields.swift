import Casework
import Synchronization

extension FormReader {
    /// What actions ask without an instrument never changes, and every line of every history asks for it.
    private static let known = Mutex<[ObjectIdentifier: [Field]]>([:])

    /// The same as ``fields(of:_:)``, read once.
    static func knownFields(of type: any Action.Type, _ instrument: Instrument? = nil) throws -> [Field] {
        guard instrument == nil else { return try fields(of: type, instrument) }
        if let fields = known.withLock({ $0[ObjectIdentifier(type)] }) { return fields }
        let fields = try fields(of: type)
        known.withLock { $0[ObjectIdentifier(type)] = fields }
        return fields
    }
}
