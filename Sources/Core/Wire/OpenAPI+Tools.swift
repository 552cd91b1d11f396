extension OpenAPI {
    /// What the tools around the search answer: histories, numbers, fees, translations, words and names.
    static let toolSchemas: [String: JSONNode] = [
        "Translation": translation, "Remark": remark, "Fees": fees, "Year": year, "Numbers": numbers, "Number": number,
        "Reading": reading, "Comparison": comparison,
        "Related": related, "RelatedWord": relatedWord,
        "Likeness": likeness, "Suggestions": suggestions, "Suggestion": suggestion,
        "History": history, "Line": line,
    ]

    private static let translation = object(
        "A query of another system in the query language.",
        [
            "query": text("The query as it was given."), "from": systems,
            "translation": text("The same in the query language."), "remarks": list(ref("Remark")),
        ]
    )

    private static let fees = object(
        "Term and annual fees of a right; days and yuan.",
        [
            "right": text("patent, utilityModel or design."), "payer": text("full, one or several."),
            "firstDay": date, "lastDay": date, "validOn": text("The day as of which the amounts were in force."),
            "latePercents": list(whole("Percent of the full fee, by the month after the due day.")),
            "total": whole("Everything that is to be paid over the term."), "years": list(ref("Year")),
        ]
    )

    private static let year = object(
        "One year of a term.",
        [
            "year": whole("From 1."), "firstDay": date, "lastDay": date, "fullFee": whole("The full fee."),
            "fee": whole("What is to be paid; left out for a year before the grant."), "due": date,
            "lastGraceDay": date,
        ],
        optional: ["fee", "due", "lastGraceDay"]
    )

    private static let numbers = object(
        "Numbers that were looked for together.",
        [
            "snapshot": whole("The log sequence that the answer is of."), "numbers": list(ref("Number")),
            "missing": list(["type": "string"]),
            "unread": whole("How many more numbers there are than were looked for."),
        ],
        optional: ["unread"]
    )

    private static let number = object(
        "A number with what it found.",
        [
            "number": text("As it was typed."), "total": whole("How many records have it."),
            "records": list(ref("Hit")), "expectedCheckDigit": text("The one that the other digits ask for."),
            "readings": list(ref("Reading")),
        ],
        optional: ["expectedCheckDigit"]
    )

    private static let reading = object(
        "One thing that a number may be; the likeliest stands first.",
        [
            "kind": [
                "type": "string", "enum": ["application", "internationalApplication", "publication", "trademark"],
            ],
            "zh": text("What it is, in Chinese."), "en": text("What it is, in English."),
            "forms": list(text("A way of writing it, the usual one first.")),
        ]
    )

    private static let comparison = object(
        "Records side by side.",
        [
            "records": list(ref("Hit")), "missing": list(text("An id or number of no record that is here.")),
            "unread": whole("How many more were asked for than stand side by side."),
            "lines": list(
                object(
                    "A field of which at least one record says something.",
                    [
                        "field": text("As title, filed or ipc."), "same": claim("Whether all records say the same."),
                        "cells": list(list(text("What the record says."))),
                        "common": list(text("What every record says.")),
                    ]
                )
            ),
            "commonClasses": list(text("A class that all records have.")),
            "commonWords": list(text("A word that tells much about each record and stands in all.")),
        ],
        optional: ["unread", "commonWords"]
    )

    private static let likeness = object(
        "What is like a text or a record, as a query.",
        [
            "words": list(["type": "string"]), "query": text("Any of the words; left out where there are none."),
            "search": text("The address of what the query finds."),
        ],
        optional: ["query", "search"]
    )

    private static let related = object(
        "Words that go with a query.",
        [
            "query": text("The query as it was typed."), "count": ref("Count"),
            "read": whole("Hits whose titles and abstracts were read for candidates."),
            "snapshot": whole("The log sequence that the answer is of."), "words": list(ref("RelatedWord")),
            "translations": list(ref("RelatedWord")), "language": text("Of the translations: en or zh."),
            "bilingual": whole("Records of the query with both languages, from which translations are learned."),
        ]
    )

    private static let relatedWord = object(
        "A word with its counts.",
        [
            "text": text("The word or phrase."), "both": ref("Count"), "all": ref("Count"),
            "score": factor("The log-likelihood ratio of a related word, the Dice coefficient of a translation."),
            "or": text("The query with it as one more alternative."),
            "and": text("The query with it as one more condition."),
        ]
    )

    private static let suggestions = object(
        "What may go on in a search box.",
        ["query": text("The text of the box as it was sent."), "suggestions": list(ref("Suggestion"))]
    )

    private static let suggestion = object(
        "One way to go on.",
        [
            "kind": ["type": "string", "enum": ["record", "field", "word", "value", "operator"]],
            "text": text("What is offered."), "meaning": text("What it is; left out for a word."),
            "query": text("The whole text of the box once it is chosen."), "count": ref("Count"),
            "id": text("The id of the record that has the number typed."),
        ],
        optional: ["meaning", "count", "id"]
    )

    private static let history = object(
        "Queries with what they find.",
        [
            "snapshot": whole("The log sequence that the answer is of."), "lines": list(ref("Line")),
            "uncounted": whole("How many more lines there are than were counted."),
        ],
        optional: ["uncounted"]
    )

    private static let line = object(
        "A query of a history.",
        [
            "number": whole("From 1; `#` and this number mean the query in later ones."),
            "query": text("As it was typed."), "expression": text("As it was understood, sets written out."),
            "count": ref("Count"), "exact": claim("False where a deadline cut the count short."),
            "error": ref("Refusal"),
        ],
        optional: ["expression", "count", "exact", "error"]
    )

    private static let remark = object(
        "Something that is different or lost.",
        [
            "weight": ["type": "string", "enum": ["differs", "lost"]], "message": ref("Text"),
            "position": whole("The first character it is about, in Unicode scalar values from 0."),
            "length": whole("How many characters it is about."),
        ]
    )
}
