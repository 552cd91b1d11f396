import Mustache

/// A piece of HTML that is safe to write as it is, because every text in it was escaped when it was put together.
///
/// Templates write it with three braces, under a name that ends in `Markup`.
struct Markup: MustacheCustomRenderable, Sendable, Equatable {
    private(set) var html: String

    /// A text, escaped.
    init(text: String) {
        html = HTMLEscaping.escaped(text)
    }

    /// What a template of ours made; never a text from outside.
    init(rendered html: String) {
        self.html = html
    }

    var renderText: String { html }
    var isNull: Bool { html.isEmpty }
}
