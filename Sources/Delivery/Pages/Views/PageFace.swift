import Links

/// What a page tells the layout about itself.
struct PageFace {
    /// The title of the window, without the name of the product.
    var title: String
    /// `read` for texts, `work` for lists and records.
    var density = "read"
    /// The key of the line about samples, or nil for none.
    var sampleLine: String?
    /// The search whose box the header shows; nil for a page with a box of its own.
    var find: SearchState?
    /// The door the page lies behind.
    var door: Door?
    /// Whether search engines should leave it out.
    var isPrivate = false
    /// The address under which the page should be known.
    var canonical: Link?
    /// Whether something on it can be kept in the browser.
    var canKeep = false
    /// Whether something on it asks the browser where it is.
    var canLocate = false

    /// The scripts of the page, by their plain names.
    var scripts: [String] {
        ["page.js", "suggest.js"] + (canKeep ? ["kept.js"] : []) + (canLocate ? ["locate.js"] : [])
    }
}
