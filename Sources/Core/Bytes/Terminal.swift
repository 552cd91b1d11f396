import Glibc

/// The terminal that a program reads its standard input from.
public enum Terminal {
    /// Runs `body` while the terminal does not show what is typed; typed ahead is dropped.
    ///
    /// - Parameter body: reads from the standard input.
    /// - Returns: what `body` returns; nil, without running it, where the standard input is no terminal that can be told so.
    public static func hidingInput<Value>(_ body: () -> Value) -> Value? {
        var shown = termios()
        // The bound: both calls read or fill one `termios` that lives on this stack.
        guard unsafe tcgetattr(STDIN_FILENO, &shown) == 0 else { return nil }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        guard unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else { return nil }
        defer { _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &shown) }
        return body()
    }
}
