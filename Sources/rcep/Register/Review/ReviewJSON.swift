import Bilingual
import ProofsOfOrigin
import Reporting

/// `rcep-review/1`: what a review found, for other programs.
struct ReviewJSON {
    private let review: RegisterReview
    private let language: Language

    init(_ review: RegisterReview, _ language: Language) {
        self.review = review
        self.language = language
    }

    func text() -> String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.member("format", "rcep-review/1")
            json.member("language", language.rawValue)
            json.member("date", "\(review.day)")
            json.member("withinDays", review.within)
            json.member("proofs", review.proofCount)
            json.objectMember("counts") { json in
                for grade in ReviewFinding.Grade.allCases {
                    json.name(of: grade.rawValue)
                    json.value(review.findings(grade).count)
                }
            }
            json.arrayMember("findings", review.findings) { json, finding in write(finding, to: &json) }
        }
        return json.text + "\n"
    }

    private func write(_ finding: ReviewFinding, to json: inout JSONWriter) {
        json.object { json in
            json.member("grade", finding.grade.rawValue)
            json.member("code", finding.code)
            json.member("article", finding.article)
            json.arrayMember("proofs", finding.proofs)
            json.member("exporter", finding.exporter)
            json.member("good", finding.good)
            json.member("cause", finding.cause?.rawValue)
            json.member("was", finding.was?[language])
            json.member("wouldBe", finding.wouldBe?[language])
            json.member("why", finding.why[language])
            json.member("cure", finding.cure?[language])
            json.member("lastDay", finding.lastDay?.description)
        }
    }
}
