import Bilingual
import OriginModel

extension Material {
    /// Whether evidence of origin is named and had not run out on the date. Being bought inside a Party is not evidence.
    public func hasValidEvidence(on date: CalendarDate) -> Bool {
        Evidence.isValid(evidence, on: date)
    }
}

extension Evidence {
    static func isValid(_ evidence: Evidence?, on date: CalendarDate) -> Bool {
        guard let evidence else { return false }
        return evidence.validUntil.map { date <= $0 } ?? true
    }
}

extension Note {
    static func evidenceInFuture(_ path: String, _ evidence: Evidence, _ date: CalendarDate, place: String) -> Note {
        Note(
            code: "evidence.inFuture",
            message: BilingualText(
                en: "The evidence of material \(path) is dated \(evidence.date), after the date of this determination, \(date).",
                zh: "材料\(path)的证明文件日期为\(evidence.date)，晚于本次判定日期\(date)。"),
            place: place)
    }
}
