import Bilingual
import HarmonizedSystem
import OriginRules

/// Annex 3A, headnotes 5 to 7: CC, CTH and CTSH ask that every non-originating material changes at 2, 4 or 6 digits; a
/// material of an excepted code has not changed.
enum ChangeInTariffClassification {
    /// Whether a material of this code underwent the change.
    @inline(always)
    static func isUndergone(
        _ change: CompactRules.Alternative, from material: UInt32, _ rules: borrowing CompactRules
    ) -> Bool {
        !rules.isUnchanged(material, change) && !rules.isExcepted(material, change)
    }

    /// The same for a line whose code may be one of several: undetermined when they do not agree.
    @inline(always)
    static func outcome(
        _ change: CompactRules.Alternative, of line: borrowing CompactLine, _ facts: CompactCase
    ) -> Outcome {
        line.candidates < 0
            ? Outcome(isUndergone(change, from: line.code, facts.rules))
            : outcome(change, ofAny: facts.candidateLists[line.candidates], facts.rules)
    }

    private static func outcome(
        _ change: CompactRules.Alternative, ofAny candidates: [UInt32], _ rules: CompactRules
    ) -> Outcome {
        let answers = candidates.map { isUndergone(change, from: $0, rules) }
        guard answers.contains(true) else { return .notMet }
        return answers.contains(false) ? .undetermined : .met
    }
}

extension ChangeInTariffClassification {
    static func ambiguous(_ line: PreparedLine, _ edition: HSEdition) -> Note {
        let stated = line.material.hsCode
        let codes = line.codes.printed
        return Note(
            code: "material.hsCode",
            message: BilingualText(
                en: "Code \(stated.subheading.printed) of HS \(stated.edition.rawValue) of material \(line.path) may be \(codes) in HS \(edition.rawValue): state which.",
                zh: "材料\(line.path)的HS \(stated.edition.rawValue)编码\(stated.subheading.printed)在HS \(edition.rawValue)中可能为\(codes)：请注明是哪一个。"),
            place: "\(line.place)/hsCode")
    }

    static func reason(
        _ change: TariffChange, _ found: ChangeAssessment, failing: [String], _ deMinimis: DeMinimis,
        _ prepared: PreparedCase
    ) -> BilingualText {
        let sentence = changeReason(change, found, failing: failing, deMinimis, prepared)
        guard let share = change.activeIngredientShare, let proviso = found.proviso else { return sentence }
        let more = ActiveIngredients.reason(proviso, share)
        return BilingualText(en: "\(sentence.english) \(more.english)", zh: sentence.chinese + more.chinese)
    }

    private static func changeReason(
        _ change: TariffChange, _ found: ChangeAssessment, failing: [String], _ deMinimis: DeMinimis,
        _ prepared: PreparedCase
    ) -> BilingualText {
        guard found.needsDeMinimis else {
            return BilingualText(
                in: prepared.languages,
                en: "Every non-originating material of which it is asked underwent the change (\(change.symbol)).",
                zh: "所有须改变归类的非原产材料均已发生税则归类改变（\(change.symbol)）。")
        }
        let list = BilingualText(
            in: prepared.languages, en: Sentence(failing.listed(", ")), zh: Sentence(failing.listed("、")))
        switch found.change {
        case .met:
            let test = deMinimis.passed(found.possible, prepared)
            return BilingualText(
                in: prepared.languages, en: "Not changed: \(list.english); but \(test.english).",
                zh: "未改变归类：\(list.chinese)；但\(test.chinese)。")
        case .notMet:
            let test = deMinimis.exceeded(found.certain, prepared)
            return BilingualText(
                in: prepared.languages, en: "Not changed: \(list.english); \(test.english).",
                zh: "未改变归类：\(list.chinese)；\(test.chinese)。")
        case .undetermined:
            return BilingualText(
                in: prepared.languages,
                en: "Not, or not certainly, changed: \(list.english); a fact is missing to decide (\(deMinimis.value(found.possible, prepared).english)).",
                zh: "未改变或不确定是否改变归类：\(list.chinese)；缺少判定所需的事实（\(deMinimis.value(found.possible, prepared).chinese)）。")
        }
    }
}

extension Explainer {
    func changeInTariffClassification(
        _ change: TariffChange, _ test: CompactRules.Alternative, _ found: AlternativeAssessment,
        _ reading: RuleReadingCase, _ unit: CompactUnit, _ assessment: UnitAssessment
    ) -> Explanation {
        let numbers = found.change ?? ChangeAssessment()
        var children: [Explanation] = []
        children.reserveCapacity(assessment.counted.count + 2)
        for line in assessment.counted where line.nonOriginating && line.role == .material {
            children.append(lineChange(change, test, line, reading, unit))
        }
        if numbers.needsDeMinimis {
            let test = DeMinimis(prepared.consulted.deMinimis, unit: unit, code: reading.code)
            children.append(deMinimis(test, numbers.possible))
        }
        if let share = change.activeIngredientShare, let proviso = numbers.proviso {
            children.append(Explanation(
                article: "3A 38.08; D21", statement: ActiveIngredients.reason(proviso, share), outcome: proviso))
        }
        let asked = RuleAlternative.changeInTariffClassification(change).reading(in: languages)
        return Explanation(
            article: "3A.5, 3A.7",
            statement: BilingualText(
                in: languages,
                en: "\(change.symbol): \(asked.english), asked of every non-originating material.",
                zh: "\(change.symbol)：\(asked.chinese)；要求每一非原产材料均满足。"),
            outcome: found.outcome, children: children)
    }

    private func lineChange(
        _ change: TariffChange, _ test: CompactRules.Alternative, _ line: CountedLine, _ reading: RuleReadingCase,
        _ unit: CompactUnit
    ) -> Explanation {
        let facts = prepared.compact.lines[line.index]
        let outcome = ChangeInTariffClassification.outcome(test, of: facts, prepared.compact)
        let codes = prepared.lines[line.index].codes.printed
        let path = self.path(line)
        let statement =
            switch outcome {
            case .met:
                BilingualText(
                    in: languages,
                    en: "Material \(path), \(codes), changed to \(reading.code).",
                    zh: "材料\(path)（\(codes)）已改变归类至\(reading.code)。")
            case .notMet:
                notChanged(path, codes, change, facts, subject(unit))
            case .undetermined:
                BilingualText(
                    in: languages,
                    en: "Material \(path) may be any of \(codes): some have changed to \(reading.code.printed), some not.",
                    zh: "材料\(path)可能为\(codes)中任一编码：部分已改变归类至\(reading.code.printed)，部分未改变。")
            }
        return Explanation(
            article: outcome == .undetermined ? "3A.5; D7" : "3A.5", statement: statement, outcome: outcome,
            inputs: [Explanation.Input(.hsCodeName, codes)])
    }

    /// Says whether the level or an exception stands against the change.
    private func notChanged(
        _ path: String, _ codes: String, _ change: TariffChange, _ line: CompactLine, _ subject: BilingualText
    ) -> BilingualText {
        if line.candidates < 0, change.exceptions.contains(where: { $0.contains(subheading: line.code) }) {
            return BilingualText(
                in: languages,
                en: "Material \(path), \(codes), is of an excepted code (headnote 6): it has not changed.",
                zh: "材料\(path)（\(codes)）属于被排除的编码（附件3A注释6）：视为未改变归类。")
        }
        return BilingualText(
            in: languages,
            en: "Material \(path), \(codes), is of the same \(change.level.noun.english) as \(subject.english): it has not changed.",
            zh: "材料\(path)（\(codes)）与\(subject.chinese)同属一\(change.level.noun.chinese)：未改变归类。")
    }
}
