import OriginModel

extension ReceivedProof {
    /// One good, boxes 6 to 12.
    public struct Item: Sendable, Hashable {
        public var number: Int?
        /// What other items or an original proof know it by.
        public var good: String?
        public var description: String?
        public var hsCode: String?
        public var hsEdition: String?
        /// `CTC`, as written.
        public var criterion: String?
        /// `ACU`, `DMI`, as written.
        public var supplements: [String] = []
        public var countryOfOrigin: CountryOfOrigin?
        public var quantity: Amount?
        public var grossWeightKg: ExactDecimal?
        /// Its unit is the currency.
        public var fob: Amount?
        public var producer: Producer?

        public init() {}
    }

    /// Box 11.
    public struct CountryOfOrigin: Sendable, Hashable {
        public var party: String?
        /// `*` or `**` (Article 2.6.6), as written; nil where there is none.
        public var mark: String?

        public init(party: String? = nil, mark: String? = nil) {
            self.party = party
            self.mark = mark
        }
    }

    /// A number of something: pieces, kilograms, dollars.
    public struct Amount: Sendable, Hashable {
        public var amount: ExactDecimal?
        public var unit: String?

        public init(amount: ExactDecimal? = nil, unit: String? = nil) {
            self.amount = amount
            self.unit = unit
        }
    }

    /// The proof of the first exporting Party, as far as a back-to-back proof carries its data.
    public struct Original: Sendable, Hashable {
        public var kind: Kind?
        public var number: String?
        public var issued: CalendarDate?
        public var validUntil: CalendarDate?
        public var exportingParty: String?
        public var countryOfOrigin: String?
        public var authorisationCode: String?
        public var items: [Item] = []

        public init() {}
    }
}

extension ReceivedProof {
    /// The day of issue or completion, from which it is valid: as stated, else that of its certification or signature.
    var completed: CalendarDate? {
        issued ?? (kind == .certificateOfOrigin ? certification?.date : signature?.date)
    }

    /// As stated, else where the exporter is.
    var exporting: CountryCode? {
        (exportingParty ?? exporter?.country).flatMap { CountryCode($0) }
    }

    /// As stated, else where the consignee is.
    var importing: CountryCode? {
        (importingParty ?? consignee?.country).flatMap { CountryCode($0) }
    }

    var isBackToBack: Bool { originalProof != nil || ticks.contains(ProofDraft.Tick.backToBack.rawValue) }

    func isTicked(_ tick: ProofDraft.Tick) -> Bool { ticks.contains(tick.rawValue) }

    /// Whether the remarks have these words, in whatever case.
    func remarks(hold words: String) -> Bool {
        remarks.contains { $0.uppercased().contains(words.uppercased()) }
    }
}

extension ReceivedProof.Item {
    /// Six digits, where the code has at least as many.
    var subheading: String? {
        hsCode.map { $0.filter { ("0"..."9").contains($0) } }.flatMap { $0.count >= 6 ? String($0.prefix(6)) : nil }
    }
}
