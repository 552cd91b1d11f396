import Bytes

/// The real file layer without the waiting for the disk, for tests that do not stop machines.
struct UnsyncedLayer: FileLayer {
    private let disk = DiskLayer()

    func create(_ path: String) throws(FileFailure) -> FileHandleNumber { try disk.create(path) }

    func extend(_ path: String) throws(FileFailure) -> FileHandleNumber { try disk.extend(path) }

    func append(_ bytes: [UInt8], to file: FileHandleNumber, path: String) throws(FileFailure) {
        try disk.append(bytes, to: file, path: path)
    }

    func close(_ file: FileHandleNumber, path: String) throws(FileFailure) { try disk.close(file, path: path) }

    func sync(_ path: String) {}

    func rename(_ path: String, to newPath: String) throws(FileFailure) { try disk.rename(path, to: newPath) }

    func remove(_ path: String) throws(FileFailure) { try disk.remove(path) }

    func syncFolder(_ path: String) {}
}
