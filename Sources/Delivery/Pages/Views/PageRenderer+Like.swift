import Links

extension PageRenderer {
    /// The form for a text that records are to be like.
    package func like(_ model: LikePage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "action": Link.like(LikeLink(language: frame.language)).text,
            "text": Context.area("text", "q", words["like.text"], model.link.text, rows: 10),
            "keep": words[frame.isConfidential ? "like.keep.confidential" : "like.keep"],
            "remark": model.remark.map { Context.notice(words["like." + $0.rawValue], kind: "warn") },
        ]
        let face = PageFace(
            title: words["like.page"],
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !model.link.text.isEmpty,
            canonical: .like(LikeLink(language: frame.language))
        )
        return page("like", context, face, frame)
    }
}
