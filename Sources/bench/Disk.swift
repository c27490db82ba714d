import Foundation
import Synchronization

/// The disk as it is, as a slow one, or as none. SQLite finds this program's `fdatasync` before the C library's, which
/// does the work.
enum Disk {
    /// In microseconds: what each sync takes longer. Below zero there is none.
    private static let delay = Atomic<Int>(0)

    /// Every sync takes longer until the work is done, as on the disk that an office may have.
    static func slowed<T>(by microseconds: Int, _ work: @Sendable () async throws -> T) async rethrows -> T {
        delay.store(microseconds, ordering: .relaxed)
        defer { delay.store(0, ordering: .relaxed) }
        return try await work()
    }

    /// Nothing is synced until the work is done: what is loaded to be measured afterwards need not outlive a power cut.
    static func unsynced<T>(_ work: @Sendable () async throws -> T) async rethrows -> T {
        try await slowed(by: -1, work)
    }

    fileprivate static func sync(_ file: Int32) -> Int32 {
        let delay = delay.load(ordering: .relaxed)
        guard delay >= 0 else { return 0 }
        if delay > 0 { usleep(UInt32(delay)) }
        return synchronize(file)
    }

    private static let synchronize: @convention(c) (Int32) -> Int32 = {
        // The next one after this program's own: RTLD_NEXT, which no header gives to Swift.
        guard let next = dlsym(UnsafeMutableRawPointer(bitPattern: -1), "fdatasync") else { return { fsync($0) } }
        return unsafeBitCast(next, to: (@convention(c) (Int32) -> Int32).self)
    }()
}

@_cdecl("fdatasync")
package func fdatasyncOfBench(_ file: Int32) -> Int32 { Disk.sync(file) }
