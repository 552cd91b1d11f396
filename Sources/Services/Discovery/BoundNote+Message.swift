import Domain
import Query

extension BoundNote {
    /// The note in both languages.
    var message: Bilingual {
        switch self {
        case .expansion(_, let kept):
            Bilingual(
                "截词展开过多，只检索了前 \(kept) 个词",
                "A truncated word stands for too many words; the first \(kept) were searched."
            )
        case .spans(let kept):
            Bilingual("位置检索达到上限（每件 \(kept) 处）", "A proximity search reached its limit of \(kept) places in a record.")
        case .scoredForms(let kept):
            Bilingual(
                "截词展开过多，相关度只按最常见的 \(kept) 个词计算",
                "A truncated word stands for many words; relevance counts the \(kept) most frequent."
            )
        case .buckets(_, let kept):
            Bilingual("统计分组达到上限（\(kept) 组）", "A statistic reached its limit of \(kept) groups.")
        }
    }
}
