extension IndexFollower.Options {
    /// For the index of declared registers, of which most logs have few lines: it passes over the others quickly, and publishes a new
    /// index only when it is whole, since a list that lacks entries would be taken for all of them.
    package static var registers: Self {
        var options = Self()
        options.block = 2_000
        options.publishEvery = .max
        return options
    }
}
