import Glibc

/// The operating system's words for an errno.
func systemMessage(_ code: Int32) -> String {
    // strerror never returns null, and glibc keeps its text for the calling thread.
    unsafe String(cString: strerror(code))
}
