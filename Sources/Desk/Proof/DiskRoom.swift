package import Foundation

/// How much of a disk is free. A full one stops the service, so it is told of early.
package struct DiskRoom: Hashable, Sendable {
    package let percent: Int
    package var isScarce: Bool { percent < 20 }

    package init(percent: Int) { self.percent = percent }

    /// Of the disk on which a folder is; nil where the system does not say.
    package init?(of folder: URL) {
        let values = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        guard let free = (values?[.systemFreeSize] as? NSNumber)?.doubleValue,
            let size = (values?[.systemSize] as? NSNumber)?.doubleValue, size > 0
        else { return nil }
        percent = Int(100 * free / size)
    }
}
