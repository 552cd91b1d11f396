/// What a backup folder holds.
package struct BackupManifest: Sendable, Hashable, Codable {
    /// One file of a backup.
    package struct File: Sendable, Hashable, Codable {
        /// Its path inside the folder.
        package let name: String
        /// Its size.
        package let bytes: Int64
        /// Its SHA-256 in hexadecimal.
        package let sha256: String
    }

    /// The form of this description: 1.
    package let format: Int
    /// When the backup began, in microseconds UTC.
    package let madeAt: Int64
    /// Its files.
    package let files: [File]
}
