import Bilingual
import OriginModel

extension DossierReader {
    func production(_ node: JSONNode) -> Production? {
        guard let fields = fields(of: node, .production) else { return nil }
        let category = fields["whollyObtained"].flatMap { choice($0, of: WhollyObtainedCategory.self) }
        let operations = fields["operations"].flatMap(self.operations)
        let reaction = fields["chemicalReaction"].flatMap(self.chemicalReaction)
        return Production(whollyObtained: category, operations: operations ?? [], chemicalReaction: reaction)
    }

    func operations(_ node: JSONNode) -> [Operation]? {
        list(node, .operations, of: operation)
    }

    /// `false`, or the Party and what happened there; `true` says too little to be judged.
    func chemicalReaction(_ node: JSONNode) -> ChemicalReaction? {
        if node.kind == .boolean {
            guard json.isTrue(node) else { return .absent }
            problems.add(.reactionTrue, at: node)
            return nil
        }
        guard let fields = fields(of: node, .chemicalReaction) else { return nil }
        let party = fields["party"].flatMap(self.country)
        let description = fields["description"].flatMap(text)
        guard let party, let description else { return nil }
        return .stated(party: party, description: description)
    }

    func routeStop(_ node: JSONNode) -> RouteStop? {
        guard let fields = fields(of: node, .routeStop) else { return nil }
        let country = fields["country"].flatMap(self.country)
        let control = fields["customsControl"].flatMap(flag)
        let operations = fields["operations"].flatMap { list($0, .operations, of: handling) }
        return country.map { RouteStop(country: $0, customsControl: control, operations: operations ?? []) }
    }

    private func operation(_ node: JSONNode) -> Operation? {
        guard let fields = fields(of: node, .operation) else { return nil }
        let description = fields["description"].flatMap(text)
        let minimal = fields["minimal"].flatMap { choice($0, of: MinimalOperationKind.self) }
        return description.map { Operation(description: $0, minimal: minimal) }
    }

    private func handling(_ node: JSONNode) -> RouteStop.Handling? {
        guard let fields = fields(of: node, .handling) else { return nil }
        let description = fields["description"].flatMap(text)
        let kind = fields["kind"].flatMap { choice($0, of: RouteStop.Handling.Kind.self) }
        return description.map { RouteStop.Handling(description: $0, kind: kind) }
    }
}

extension ObjectShape {
    fileprivate static let production = ObjectShape(
        en: "an object with whollyObtained, operations, chemicalReaction",
        zh: "含 whollyObtained、operations、chemicalReaction 的对象",
        [
            .optional("whollyObtained", en: "a letter from \"a\" to \"j\" (Article 3.3)", zh: "\"a\" 至 \"j\"（第三章第三条）"),
            .optional("operations", en: "a list of operations", zh: "加工工序的数组"),
            .optional(
                "chemicalReaction", en: "false, or an object with party and description",
                zh: "false，或含 party 和 description 的对象"),
        ])

    fileprivate static let operation = ObjectShape(
        en: "an object with description, and minimal for a minimal operation",
        zh: "含 description 的对象，微小加工还有 minimal",
        [
            .required("description", en: "what is done, in words", zh: "加工内容"),
            .optional("minimal", en: "a letter from \"a\" to \"j\" (Article 3.6)", zh: "\"a\" 至 \"j\"（第三章第六条）"),
        ])

    fileprivate static let chemicalReaction = ObjectShape(
        en: "false, or an object with party and description", zh: "false，或含 party 和 description 的对象",
        [
            .required("party", en: "the Party where the reaction took place, such as \"CN\"", zh: "反应发生的缔约方，例如 \"CN\""),
            .required("description", en: "the reaction, in words", zh: "反应的说明"),
        ])

    fileprivate static let routeStop = ObjectShape(
        en: "an object with country, customsControl, operations", zh: "含 country、customsControl、operations 的对象",
        [
            .required("country", en: "the place passed, such as \"SG\"", zh: "途经地，例如 \"SG\""),
            .optional("customsControl", en: "true or false", zh: "true 或 false"),
            .optional("operations", en: "a list of what was done there", zh: "在当地所作处理的数组"),
        ])

    fileprivate static let handling = ObjectShape(
        en: "an object with description and kind", zh: "含 description 和 kind 的对象",
        [
            .required("description", en: "what was done, in words", zh: "处理内容"),
            .optional("kind", en: "the kind, such as \"unloading\"", zh: "处理种类，例如 \"unloading\""),
        ])
}

extension BilingualText {
    fileprivate static let operations = BilingualText(en: "a list of operations", zh: "工序的数组")
}

extension ShapeFault {
    fileprivate static let reactionTrue = ShapeFault(
        "dossier.reactionTrue",
        BilingualText(
            en: "true says too little of a chemical reaction; say in which Party it took place and what it is",
            zh: "仅写 true 不足以说明化学反应；请写明反应发生的缔约方和反应内容"),
        expected: BilingualText(
            en: "{\"party\": \"CN\", \"description\": \"...\"}, or false",
            zh: "{\"party\": \"CN\", \"description\": \"……\"}，或 false"))
}
