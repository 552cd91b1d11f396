/// The constants of BM25F.
///
/// **Units** A word's frequency in a field is divided by 1 - b + b x length / average length of the field, multiplied by
/// the field's weight and summed over fields to t; its score is boost x idf x t / (k1 + t), with
/// idf = ln(1 + (N - n + 0.5) / (n + 0.5)), N the documents of the snapshot and n those with the word.
/// **Source** Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields, CIKM 2004; the logarithm
/// with 1 added keeps idf positive.
public struct Scoring: Sendable, Hashable {
    /// The weight of each text field by its ordinal; nil takes the schema's weights.
    public var weights: [Double]?
    /// How fast repeated words saturate (k1); default 2, which found more than 1.2 did (Docs/Engine/quality.md).
    public var saturation: Double
    /// How much a field's length counts, 0...1 (b); default 0.75.
    public var lengthNormalisation: Double

    /// Makes constants; each has a default.
    public init(weights: [Double]? = nil, saturation: Double = 2, lengthNormalisation: Double = 0.75) {
        self.weights = weights
        self.saturation = saturation
        self.lengthNormalisation = lengthNormalisation
    }
}
