import Bilingual
import OriginModel

/// Article 3.21: an approved exporter that does not make a good declares it only with the declaration of its producer.
/// What is sent on under an original proof rests on that proof instead.
struct ProducerDeclarations {
    let request: ProofRequest

    init(_ request: ProofRequest) {
        self.request = request
    }

    func refusals() -> [Refusal] {
        guard request.shipment.originalProof == nil else { return [] }
        return request.shipment.items.filter(isMadeByAnother).compactMap { item in
            guard let declaration = item.producerDeclaration else { return .noDeclaration(item.good) }
            return request.date < declaration.date ? .declaredLater(item.good, declaration, request.date) : nil
        }
    }

    /// A producer that is not named, or kept back, is taken for another firm: of itself the exporter knows the name.
    private func isMadeByAnother(_ item: Shipment.Item) -> Bool {
        switch item.producer {
        case nil: false
        case .confidential, .notAvailable: true
        case .named(let producer):
            (producer.name, producer.country) != (request.profile.exporter.name, request.profile.exporter.country)
        }
    }
}

extension Refusal {
    fileprivate static func noDeclaration(_ item: String) -> Refusal {
        Refusal(
            "producer.noDeclaration", article: "3.21", item: item,
            reason: BilingualText(
                en: "The exporter does not make this good itself, and no declaration of its producer is named.",
                zh: "出口商并非该货物的生产商，且未列明生产商声明。"),
            cure: BilingualText(
                en: "Obtain the producer's declaration and state its reference and date as producerDeclaration; or leave "
                    + "producer out where the exporter makes the good itself.",
                zh: "取得生产商声明，并在producerDeclaration中填写其编号和日期；货物由出口商自行生产的，删除producer。"))
    }

    fileprivate static func declaredLater(
        _ item: String, _ declaration: ProducerDeclaration, _ date: CalendarDate
    ) -> Refusal {
        Refusal(
            "producer.declaredLater", article: "3.21", item: item,
            reason: BilingualText(
                en: "The producer's declaration \(declaration.reference) is dated \(declaration.date), after \(date); it has "
                    + "to be at hand when the proof is completed.",
                zh: "生产商声明\(declaration.reference)的日期\(declaration.date)晚于\(date)；填制证明时须已持有该声明。"),
            cure: BilingualText(
                en: "Declare from that day on, or correct the date.", zh: "自该日起方可声明，或者更正日期。"))
    }
}
