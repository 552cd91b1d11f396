/// Why the templates, styles or texts of the pages cannot be used; found once, at start.
package enum SiteFailure: Error, Equatable, CustomStringConvertible {
    /// The folder is not there. Values: its path. Remedy: install the resource bundle beside the program.
    case missingFolder(String)
    /// A file cannot be read as UTF-8 text. Values: its path and the reason.
    case unreadable(file: String, reason: String)
    /// A template does not parse. Values: file, line from 1, reason.
    case template(file: String, line: Int, reason: String)
    /// A template names a text that the table does not have. Values: key and file.
    case unknownText(key: String, file: String)
    /// A template names a component that has no folder. Values: name and file.
    case unknownComponent(name: String, file: String)
    /// A line of a text table is wrong. Values: file, line from 1, reason.
    case text(file: String, line: Int, reason: String)
    /// An example of a component is wrong. Values: file and reason.
    case example(file: String, reason: String)

    package var description: String {
        switch self {
        case .missingFolder(let path):
            "page templates not found at \(path); keep huizhi_Pages.resources beside the program"
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        case .template(let file, let line, let reason): "\(file):\(line): template does not parse: \(reason)"
        case .unknownText(let key, let file): "\(file): no text named \"\(key)\"; add it to Strings"
        case .unknownComponent(let name, let file): "\(file): no component named \"\(name)\"; add its folder"
        case .text(let file, let line, let reason): "\(file):\(line): \(reason); write KEY | 中文 | English"
        case .example(let file, let reason): "\(file): example cannot be used: \(reason)"
        }
    }
}
