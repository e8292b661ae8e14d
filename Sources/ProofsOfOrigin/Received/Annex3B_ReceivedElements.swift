import Bilingual
import OriginModel

/// Annex 3B: what every proof holds. An omission that leaves it open who certifies what defeats the proof; one that leaves
/// the goods or their origin open is to be verified; any other is minor (Article 3.26).
struct ReceivedElements {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    private var proof: ReceivedProof { request.proof }

    func findings() -> [ProofFinding] {
        identity() + firms() + items()
    }

    private func identity() -> [ProofFinding] {
        var findings: [ProofFinding] = []
        if proof.kind == nil {
            findings.append(.missing("kind.missing", .invalid, article: "3.16", at: .whole("/kind"), .kind))
        }
        if proof.isDraft { findings.append(.draft) }
        if proof.number == nil {
            findings.append(.missing("number.missing", .invalid, at: .whole("/number"), .number))
        }
        return findings
    }

    // MARK: Firms

    private func firms() -> [ProofFinding] {
        var findings = firm(proof.exporter, "exporter", .exporterRole, withoutName: .invalid)
        findings += firm(proof.consignee, "consignee", .consigneeRole, withoutName: .doubt)
        switch proof.producer {
        case .named(let producer)?: findings += firm(producer, "producer", .producerRole, withoutName: .minorDiscrepancy)
        case .words(let words)?: findings += box3(words)
        case nil where proof.kind == .certificateOfOrigin && !proof.items.contains { $0.producer != nil }:
            findings.append(.missing(
                "producer.missing", .minorDiscrepancy, article: "Annex 3B, overleaf note 3", at: .whole("/producer"),
                .producerRole, expected: .box3Words))
        case nil: break
        }
        return findings
    }

    private func firm(
        _ firm: ReceivedProof.Firm?, _ member: String, _ role: BilingualText, withoutName grade: ProofFinding.Grade
    ) -> [ProofFinding] {
        guard let name = firm?.name else {
            return [.missing("\(member).missing", grade, at: .whole("/\(member)"), role)]
        }
        var findings: [ProofFinding] = []
        if !name.isInLatinLetters {
            findings.append(.notEnglish("\(member).notEnglish", .minorDiscrepancy, at: .whole("/\(member)/name"), role, name))
        }
        if let address = firm?.address {
            if !address.isInLatinLetters {
                findings.append(.notEnglish(
                    "\(member).notEnglish", .minorDiscrepancy, at: .whole("/\(member)/address"), role, address))
            }
        } else {
            findings.append(.missing(
                "\(member).addressMissing", .minorDiscrepancy, at: .whole("/\(member)/address"),
                BilingualText(en: "the address of \(role.english)", zh: "\(role.chinese)的地址")))
        }
        return findings
    }

    private func box3(_ words: String) -> [ProofFinding] {
        switch words.uppercased() {
        case "CONFIDENTIAL", "NOT AVAILABLE": return []
        case "SEE BOX 8":
            return proof.items.enumerated().filter { $0.element.producer == nil }.map { index, item in
                .missing(
                    "producer.notInBox8", .minorDiscrepancy, article: "Annex 3B, overleaf note 3",
                    at: .item(index, item, "producer"), .producerRole)
            }
        default: return [.producerWords(words)]
        }
    }

    // MARK: Items

    private func items() -> [ProofFinding] {
        guard !proof.items.isEmpty else { return [.missing("items.missing", .invalid, at: .whole("/items"), .goods)] }
        return proof.items.enumerated().flatMap { index, item in self.item(item, index) } + numbers()
    }

    private func item(_ item: ReceivedProof.Item, _ index: Int) -> [ProofFinding] {
        var findings: [ProofFinding] = []
        if let description = item.description {
            if !description.isInLatinLetters {
                findings.append(.notEnglish(
                    "description.notEnglish", .doubt, at: .item(index, item, "description"), .descriptionRole, description))
            }
        } else {
            findings.append(.missing(
                "description.missing", .doubt, at: .item(index, item, "description"), .descriptionRole))
        }
        return findings + quantity(item, index)
    }

    private func quantity(_ item: ReceivedProof.Item, _ index: Int) -> [ProofFinding] {
        let place = ProofPlace.item(index, item, "quantity")
        guard let amount = item.quantity?.amount else {
            // Gross weight is a quantity too (box 12).
            return item.grossWeightKg == nil ? [.missing("quantity.missing", .doubt, at: place, .quantity)] : []
        }
        if amount.isNegative || amount.isZero { return [.noQuantity(amount, at: place)] }
        return item.quantity?.unit == nil
            ? [.missing("quantity.unitMissing", .doubt, at: place, .unit)] : []
    }

    private func numbers() -> [ProofFinding] {
        var seen: Set<Int> = []
        return proof.items.enumerated().compactMap { index, item in
            guard let number = item.number else {
                return .missing(
                    "item.noNumber", .minorDiscrepancy, article: "Annex 3B, overleaf note 7", at: .item(index, item, "number"),
                    .itemNumber)
            }
            return seen.insert(number).inserted ? nil : .repeated(number, at: .item(index, item, "number"))
        }
    }
}

extension BilingualText {
    fileprivate static let kind = BilingualText(en: "the kind of proof", zh: "原产地证明的种类")
    fileprivate static let number = BilingualText(en: "the unique reference number", zh: "唯一编号")
    fileprivate static let goods = BilingualText(en: "any good", zh: "任何货物")
    fileprivate static let quantity = BilingualText(en: "the quantity", zh: "数量")
    fileprivate static let unit = BilingualText(en: "the unit of the quantity", zh: "数量的计量单位")
    fileprivate static let itemNumber = BilingualText(en: "the item number", zh: "项目号")
    fileprivate static let box3Words = BilingualText(
        en: "name and address, SEE BOX 8, CONFIDENTIAL or NOT AVAILABLE",
        zh: "名称和地址，或者SEE BOX 8、CONFIDENTIAL、NOT AVAILABLE")
}

extension ProofFinding {
    fileprivate static let draft = ProofFinding(
        "proof.draft", .invalid, article: "3.16", at: .whole("/state"),
        BilingualText(
            en: "This is a draft; nobody has issued or completed it.", zh: "本件为草稿，尚未签发或者填制完成。"),
        found: "draft", expected: BilingualText(en: "the issued or completed proof", zh: "已签发或者填制完成的原产地证明"))

    fileprivate static func notEnglish(
        _ code: String, _ grade: Grade, at place: ProofPlace, _ role: BilingualText, _ text: String
    ) -> ProofFinding {
        ProofFinding(
            code, grade, article: "3.16", at: place,
            BilingualText(
                en: "A proof of origin is in English; what is stated of \(role.english) is not.",
                zh: "原产地证明须以英文填制，\(role.chinese)的内容不是英文。"),
            found: text, expected: BilingualText(en: "English", zh: "英文"))
    }

    fileprivate static func producerWords(_ words: String) -> ProofFinding {
        ProofFinding(
            "producer.words", .minorDiscrepancy, article: "Annex 3B, overleaf note 3", at: .whole("/producer"),
            BilingualText(
                en: "What stands in place of the producer is none of the words of overleaf note 3.",
                zh: "生产商栏的内容不属于背页说明3规定的用语。"),
            found: words, expected: .box3Words)
    }

    fileprivate static func noQuantity(_ amount: ExactDecimal, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "quantity.notPositive", .doubt, article: "Annex 3B", at: place,
            BilingualText(en: "The quantity is not more than zero.", zh: "数量不大于零。"), found: "\(amount)",
            expected: BilingualText(en: "more than zero", zh: "大于零的数"))
    }

    fileprivate static func repeated(_ number: Int, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "item.repeatedNumber", .minorDiscrepancy, article: "Annex 3B, overleaf note 7", at: place,
            BilingualText(en: "An earlier item has the same number.", zh: "前面已有相同的项目号。"), found: "\(number)",
            expected: BilingualText(en: "a number of its own for every item", zh: "每项货物使用不同的项目号"))
    }
}
