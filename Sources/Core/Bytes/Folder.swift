import Glibc

/// What can be asked of a folder.
public enum Folder {
    /// Makes a folder and those above it, where they are missing.
    ///
    /// - Throws: `FileFailure.system`.
    public static func make(_ path: String) throws(FileFailure) {
        if unsafe mkdir(path, 0o755) == 0 { return }
        let code = errno
        if code == EEXIST { return }
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        guard code == ENOENT, !parent.isEmpty else { throw .system(operation: "make folder", path: path, code: code) }
        try make(parent)
        guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw .system(operation: "make folder", path: path, code: errno)
        }
    }

    /// The names in a folder, sorted, without `.` and `..`.
    ///
    /// - Throws: `FileFailure.system`.
    public static func names(_ path: String) throws(FileFailure) -> [String] {
        guard let folder = unsafe opendir(path) else { throw .system(operation: "list", path: path, code: errno) }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        // The entry is valid until the next call; its name is copied at once and ends with a zero byte.
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
