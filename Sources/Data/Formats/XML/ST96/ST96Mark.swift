import Domain

/// The sign of an ST.96 trade mark.
enum ST96Mark {
    static func read(_ element: Element) -> Trademark.Mark? {
        var mark = Trademark.Mark()
        mark.category = element.value("MarkCategory")
        mark.register = element.value("NationalTrademarkInformation", "RegisterCategory")
        mark.disclaimer = joined(element.all("MarkDisclaimerBag", "MarkDisclaimerText"))
        if let representation = element.first("MarkRepresentation") {
            mark.feature = representation.value("MarkFeatureCategory")
            mark.description = joined(representation.all("MarkDescriptionBag", "MarkDescriptionText"))
            mark.featureCode = representation.text("MarkDescriptionBag", "NationalMarkDescription", "MarkFeatureCode")
            if let words = representation.first("MarkReproduction", "WordMarkSpecification") {
                mark.text = words.text("MarkVerbalElementText")
                mark.translation = joined(words.children("MarkTranslationText"))
                mark.standardCharacters = indicator(words.text("MarkStandardCharacterIndicator"))
            }
            if let image = representation.first("MarkReproduction", "MarkImageBag", "MarkImage") {
                mark.image = image.value("FileName") ?? image.value("ImageFileName")
                mark.colourClaim = joined(image.children("MarkImageColourClaimedText"))
            }
        }
        return mark == Trademark.Mark() ? nil : mark
    }

    private static func joined(_ elements: [Element]) -> String? {
        let texts = elements.compactMap(\.collapsedText)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }

    private static func indicator(_ text: String?) -> Bool? {
        switch text {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }
}
