extension ApplicationNumber.Kind {
    /// The kind of right that is asked for.
    package var right: RightKind {
        switch self {
        case .invention, .internationalInvention: .patent
        case .utilityModel, .internationalUtilityModel: .utilityModel
        case .design: .design
        }
    }
}
