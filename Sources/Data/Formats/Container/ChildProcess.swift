import CProcess
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A program that reads one file and writes another; it has no shell, no environment and no other open file.
///
/// It runs as the user that runs Huizhi and may open whatever that user may: this is no sandbox.
struct ChildProcess {
    /// The whole path of the program.
    var path: String
    var arguments: [String]

    /// How a process ended.
    enum End: Hashable {
        case status(Int32)
        case signal(Int32)
    }

    /// Runs the program until it ends.
    ///
    /// It waits as long as the program takes: whoever calls starts one that ends in time, such as `timeout`.
    ///
    /// - Throws: `FormatFailure.unreadable` when it cannot be started, or how it ended cannot be learnt.
    func run(reading input: OpenFile, writing output: OpenFile) throws -> End {
        input.rewind()
        let child = try start(input.descriptor, output.descriptor)
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0 {
            let code = errno
            // What is not known is no success.
            guard code == EINTR else {
                throw FormatFailure.unreadable(reason: "\(path): how it ended is not known: \(OpenFile.reason(code))")
            }
        }
        // As the macros WIFSIGNALED, WTERMSIG and WEXITSTATUS have it.
        let signal = status & 0x7F
        return signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
    }

    private func start(_ input: Int32, _ output: Int32) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        // Files are opened with `O_CLOEXEC`; this is for those of libraries that are not.
        let refusal = unsafe huizhi_process_close_from(&actions, STDERR_FILENO + 1)
        guard refusal == 0 else { throw FormatFailure.unreadable(reason: "\(path): \(OpenFile.reason(refusal))") }
        // A server ignores and blocks signals that end other programs.
        var signals = sigset_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        // Both lists end with a null pointer; the words live until the process has its copies.
        let words = unsafe ([path] + arguments).map { unsafe strdup($0) }
        defer { unsafe words.forEach { unsafe free($0) } }
        var child: pid_t = 0
        let code = unsafe posix_spawn(&child, path, &actions, &attributes, words + [nil], [nil])
        guard code == 0 else { throw FormatFailure.unreadable(reason: "\(path): \(OpenFile.reason(code))") }
        return child
    }
}
