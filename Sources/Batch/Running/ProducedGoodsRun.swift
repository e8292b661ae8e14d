import Bilingual
import LocalFiles
import OriginModel

/// Judges the goods that are materials of others before the rest, in the order in which they need each other.
///
/// The tables are read once to see who needs whom, and once more for each level of that order. What is held grows with
/// the number of goods, not with the number of their materials.
struct ProducedGoodsRun {
    /// Goods inside goods inside goods; deeper ones are refused.
    static let deepest = 64

    private let goods: String
    private let materials: String
    private let elsewhere: GoodsJudgedElsewhere
    private let context: BatchContext
    private let isStopped: @Sendable () -> Bool

    init(
        goods: String, materials: String, elsewhere: GoodsJudgedElsewhere, _ context: BatchContext,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        self.isStopped = isStopped
        self.goods = goods
        self.materials = materials
        self.elsewhere = elsewhere
        self.context = context.withoutExplanations
    }

    /// - Returns: nil where the materials have no column `produced_good_id`.
    func statuses(_ header: TableHeader) throws(InputProblems) -> ProducedGoods? {
        guard header.has(MaterialColumn.producedGoodID.place) else {
            try elsewhere.requireNothing(of: materials)
            return nil
        }
        for path in [goods, materials] where FileSystem.identity(of: path) == nil {
            throw InputProblems([.notReadTwice(path)])
        }
        let (needs, twice) = try self.needs(header.fields[MaterialColumn.producedGoodID.place])
        var order = ProductionOrder(needs)
        var answers = elsewhere.answers
        for (id, circle) in order.circles { answers[id] = .cycle(circle) }
        for id in order.tooDeep { answers[id] = .tooDeep }
        // Which of the two is meant is not known.
        for id in twice where answers[id] == nil { answers[id] = .faulty }
        for level in 0..<order.levelCount { try judge(level, &order, &answers) }
        return ProducedGoods(answers, context)
    }

    /// For each good that needs others, which; for each good that is needed, an entry too. Those that are not goods of
    /// the batch are left out.
    /// - Returns: also the ids that stand in the goods more than once.
    private func needs(_ field: Int) throws(InputProblems) -> (needs: [String: [String]], twice: Set<String>) {
        var needs: [String: Set<String>] = [:]
        var isGood: Set<String> = []
        var twice: Set<String> = []
        try each { chunk, entry, id, _ in
            if !isGood.insert(id).inserted { twice.insert(id) }
            for row in chunk.rows(of: entry) {
                let text = chunk.materialBytes.withUnsafeBufferPointer { bytes -> String? in
                    guard let base = bytes.baseAddress else { return nil }
                    let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: max(row.count, 1))
                    defer { scratch.deallocate() }
                    let slot = Fields.field(
                        field, of: base + row.start, row.count, isQuoted: row.isQuoted, scratch: scratch)
                    return slot.flatMap { $0.isEmpty ? nil : $0.text }
                }
                if let text { needs[id, default: []].insert(text) }
            }
        }
        try elsewhere.requireNone(of: isGood)
        let needed = needs.values.reduce(into: Set<String>()) { $0.formUnion($1) }.intersection(isGood)
        var result: [String: [String]] = [:]
        for id in needed { result[id] = needs[id].map { $0.filter(needed.contains).sorted() } ?? [] }
        return (result, twice)
    }

    private func judge(
        _ level: Int, _ order: inout ProductionOrder, _ answers: inout [String: ProducedGoods.Answer]
    ) throws(InputProblems) {
        let known = ProducedGoods(answers, context)
        let levels = order.levels
        var found: [String: ProducedGoods.Answer] = [:]
        var worker: PortfolioWorker?
        try each { chunk, entry, id, reader in
            guard levels[id] == level, answers[id] == nil, found[id] == nil else { return }
            let judge = worker ?? PortfolioWorker(
                context, goods: reader.goodsHeader, materials: reader.materialsHeader, produced: known)
            worker = judge
            found[id] = judge.status(of: entry, in: chunk)
        }
        answers.merge(found) { old, _ in old }
    }

    private func each(
        _ body: (Chunk, Chunk.Entry, String, PortfolioReader) -> Void
    ) throws(InputProblems) {
        let reader = try PortfolioReader(goods: goods, materials: materials)
        let field = reader.goodsHeader.fields[GoodsColumn.goodID.place]
        while !isStopped(), let chunk = try problems({ () throws(InputProblem) in try reader.next() }) {
            for entry in chunk.entries where !entry.row.isCut {
                let row = entry.row
                let id = chunk.goodsBytes.withUnsafeBufferPointer { bytes -> String? in
                    guard let base = bytes.baseAddress else { return nil }
                    let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: max(row.count, 1))
                    defer { scratch.deallocate() }
                    return Fields.field(
                        field, of: base + row.start, row.count, isQuoted: row.isQuoted, scratch: scratch)?.text
                }
                if let id { body(chunk, entry, id, reader) }
            }
        }
    }
}

/// In which order goods that need each other are judged.
struct ProductionOrder {
    /// From 0; a good stands above all it needs.
    private(set) var levels: [String: Int] = [:]
    private(set) var levelCount = 0
    /// For each good that needs itself, directly or not, or a good that does: the circle, from a good back to it.
    private(set) var circles: [String: [String]] = [:]
    private(set) var tooDeep: [String] = []

    init(_ needs: [String: [String]]) {
        var open = needs.mapValues(\.count)
        var users: [String: [String]] = [:]
        for (id, inputs) in needs { for input in inputs { users[input, default: []].append(id) } }
        var ready = open.filter { $0.value == 0 }.keys.sorted()
        var level = 0
        while !ready.isEmpty {
            var following: [String] = []
            for id in ready {
                if level < ProducedGoodsRun.deepest { levels[id] = level } else { tooDeep.append(id) }
                open[id] = nil
                for user in users[id] ?? [] {
                    guard let left = open[user] else { continue }
                    open[user] = left - 1
                    if left == 1 { following.append(user) }
                }
            }
            level += 1
            ready = following
        }
        levelCount = min(level, ProducedGoodsRun.deepest)
        for id in open.keys.sorted() where circles[id] == nil { follow(id, needs, open) }
    }

    /// Walks from a good that is in a circle, or needs one that is, until it comes to a good again.
    private mutating func follow(_ start: String, _ needs: [String: [String]], _ open: [String: Int]) {
        var path: [String] = []
        var places: [String: Int] = [:]
        var current = start
        while places[current] == nil, circles[current] == nil {
            places[current] = path.count
            path.append(current)
            guard let next = needs[current]?.first(where: { open[$0] != nil }) else { return }
            current = next
        }
        let circle = circles[current] ?? (Array(path[(places[current] ?? 0)...]) + [current])
        for id in path { circles[id] = circle }
    }
}

extension InputProblem {
    fileprivate static func notReadTwice(_ path: String) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "batch.notReadTwice",
            message: BilingualText(
                en: "with the column produced_good_id the tables are read several times, which this cannot be",
                zh: "含produced_good_id列时须多次读取各表，而该输入无法重复读取"),
            expected: BilingualText(en: "a file", zh: "文件"))
    }
}
