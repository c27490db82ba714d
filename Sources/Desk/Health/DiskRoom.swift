package import Foundation

/// How much of a disk is free. A full one stops the service, so it is told of early.
package struct DiskRoom: Hashable, Sendable {
    package let percent: Int
    package var isScarce: Bool { percent < 20 }

    package init(percent: Int) { self.percent = percent }

    /// Of the disk on which a folder is; nil where the system does not say.
    package init?(of folder: URL) {
        let values = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        guard let free = Self.free(in: values),
            let size = (values?[.systemSize] as? NSNumber)?.doubleValue, size > 0
        else { return nil }
        percent = Int(100 * free / size)
    }

    private static func free(in values: [FileAttributeKey: Any]?) -> Double? {
        (values?[.systemFreeSize] as? NSNumber)?.doubleValue
    }

    /// Whether a folder takes so many bytes more. A copy that fills the disk keeps the office from writing until it is
    /// given up.
    static func isThere(for bytes: Int, in folder: URL) -> Bool {
        let values = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        // What has no size, such as /proc, is no disk, and so none that is full.
        guard let free = free(in: values), (values?[.systemSize] as? NSNumber)?.doubleValue != 0 else { return true }
        return free > Double(bytes)
    }
}
