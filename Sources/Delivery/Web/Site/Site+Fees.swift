import Domain
import HTTPTypes
import Links
import Pages
import Wire

/// The term and the annual fees of a right.
extension Site {
    /// The form, and below it every year of the term.
    func feesPage(_ visit: Visit, _ link: FeesLink) async -> Answer {
        var model = FeesPage(link: link)
        if !link.filed.allSatisfy(\.isWhitespace) {
            do throws(Failure) {
                let (fees, _, _) = try Self.fees(link)
                model.outcome = .found(
                    FeesPage.Fees(
                        lastDay: fees.term.lastDay.description,
                        length: fees.term.years,
                        total: fees.total,
                        validOn: AnnualFees.validOn,
                        years: fees.years.map { year in
                            FeesPage.Year(
                                number: year.number,
                                firstDay: year.firstDay.description,
                                lastDay: year.lastDay.description,
                                fullFee: year.fullFee,
                                fee: year.fee,
                                dueDay: year.dueDay?.description,
                                lastGraceDay: year.lastGraceDay?.description
                            )
                        }
                    )
                )
            } catch {
                if case .invalid(let field, _) = error { model.outcome = .refused(field: field) }
            }
        }
        var answer = Answer.page(pages.fees(model, frame(visit, await figures())), tagged: true)
        if case .refused? = model.outcome { answer.status = .badRequest }
        return answer
    }

    /// The same for programs.
    func feesTwin(_ link: FeesLink) throws -> Answer {
        let (fees, right, payer) = try Self.fees(link)
        return .json(try WireJSON.encode(FeesDocument(fees, right: right, payer: payer)), tagged: true)
    }

    private static func fees(_ link: FeesLink) throws(Failure) -> (AnnualFees, RightKind, AnnualFees.Payer) {
        guard let right = RightKind(rawValue: link.right), right.register == .patent || right == .design else {
            throw Failure.invalid(field: "right", reason: "it has to be patent, utilityModel or design")
        }
        guard let payer = AnnualFees.Payer(rawValue: link.payer) else {
            throw Failure.invalid(field: "payer", reason: "it has to be full, one or several")
        }
        guard let filed = FieldDate.read(link.filed), ProtectionTerm(of: right, from: filed) != nil else {
            throw Failure.invalid(field: "filed", reason: "it has to be a day since 1993, as 2019-03-05")
        }
        var granted: PartialDate?
        if !link.granted.allSatisfy(\.isWhitespace) {
            granted = FieldDate.read(link.granted)
            guard granted != nil else {
                throw Failure.invalid(field: "granted", reason: "it has to be a day, as 2019-03-05")
            }
        }
        guard let fees = AnnualFees(of: right, filedOn: filed, grantedOn: granted, payer: payer) else {
            throw Failure.invalid(field: "granted", reason: "it has to lie within the term")
        }
        return (fees, right, payer)
    }
}
