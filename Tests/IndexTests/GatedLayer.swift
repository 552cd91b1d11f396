import Bytes
import Dispatch
import Synchronization

/// A file layer on which merges going on beside wait at their first file until they are let through.
final class GatedLayer: FileLayer {
    private let layer = UnsyncedLayer()
    private let gate = DispatchSemaphore(value: 0)
    private let arrived = DispatchSemaphore(value: 0)
    private let isOpen = Atomic<Bool>(false)

    /// Waits until a merge stands before the gate.
    func waitForMerge() { arrived.wait() }

    /// Lets the merge before the gate and all later ones through.
    func open() {
        isOpen.store(true, ordering: .sequentiallyConsistent)
        gate.signal()
    }

    func create(_ path: String) throws(FileFailure) -> FileHandleNumber {
        if path.contains("-merge"), path.contains("/term-"), !isOpen.load(ordering: .sequentiallyConsistent) {
            arrived.signal()
            gate.wait()
        }
        return try layer.create(path)
    }

    func extend(_ path: String) throws(FileFailure) -> FileHandleNumber { try layer.extend(path) }

    func append(_ bytes: [UInt8], to file: FileHandleNumber, path: String) throws(FileFailure) {
        try layer.append(bytes, to: file, path: path)
    }

    func close(_ file: FileHandleNumber, path: String) throws(FileFailure) { try layer.close(file, path: path) }

    func sync(_ path: String) {}

    func rename(_ path: String, to newPath: String) throws(FileFailure) { try layer.rename(path, to: newPath) }

    func remove(_ path: String) throws(FileFailure) { try layer.remove(path) }

    func syncFolder(_ path: String) {}
}
