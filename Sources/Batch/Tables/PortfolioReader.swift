import Bilingual
import Glibc

/// Reads both tables side by side and cuts them into chunks of whole goods, in bounded memory.
///
/// Used by one thread at a time.
final class PortfolioReader: ChunkSource {
    /// Bytes of materials a chunk has at least, unless it has `mostGoods` goods before.
    private static let chunkBytes = 512 << 10
    private static let mostGoods = 8192
    /// Rows of materials a good may have: more is no bill of materials, and would have to be held in memory.
    static let mostMaterials = 200_000
    private static let mostMaterialBytes = 24 << 20
    /// Goods looked through for the one a row of materials names.
    static let goodsAhead = 65_536

    let goods: RecordStream
    let materials: RecordStream
    let goodsHeader: TableHeader
    let materialsHeader: TableHeader
    private let goodField: Int
    private let materialField: Int
    private var scratch: UnsafeMutablePointer<UInt8>
    private var queue = GoodsQueue()
    private var seen = SeenGoods()
    private var pending: RecordStream.Record?
    private var chunks = 0
    private var goodsRead = 0
    private(set) var materialsRead = 0
    let warnings: [InputProblem]

    init(goods: String, materials: String) throws(InputProblems) {
        let (goodsStream, materialsStream) = try problems { () throws(InputProblem) in
            (try RecordStream(goods), try RecordStream(materials))
        }
        self.goods = goodsStream
        self.materials = materialsStream
        let first = try TableHeader.read(goodsStream, GoodsColumn.self, required: GoodsColumn.required)
        let second = try TableHeader.read(materialsStream, MaterialColumn.self, required: MaterialColumn.required)
        goodsHeader = first.header
        materialsHeader = second.header
        warnings = first.warnings + second.warnings
        goodField = goodsHeader.fields[0]
        materialField = materialsHeader.fields[0]
        scratch = .allocate(capacity: RecordStream.longestRecord * 2)
    }

    deinit { scratch.deallocate() }

    /// Share of the input that has been read; nil where the sizes are not known.
    var progress: Double? {
        guard let first = goods.size, let second = materials.size, first + second > 0 else { return nil }
        return Double(goods.bytesRead + materials.bytesRead) / Double(first + second)
    }

    func next() throws(InputProblem) -> Chunk? {
        guard var good = try nextGood() else {
            return try leftOver()
        }
        let chunk = Chunk(number: chunks, firstGood: goodsRead, bytes: Self.chunkBytes)
        chunks += 1
        while true {
            try append(good, to: chunk)
            goodsRead += 1
            guard chunk.materialBytes.count < Self.chunkBytes, chunk.entries.count < Self.mostGoods,
                let following = try nextGood()
            else { break }
            good = following
        }
        return chunk
    }

    /// Rows of materials after those of the last good.
    private func leftOver() throws(InputProblem) -> Chunk? {
        guard try nextMaterial() != nil else { return nil }
        let chunk = Chunk(number: chunks, firstGood: goodsRead, bytes: 0)
        chunks += 1
        while let record = try nextMaterial() {
            try stray(record, in: chunk)
            pending = nil
        }
        return chunk
    }

    private func nextGood() throws(InputProblem) -> GoodsQueue.Row? {
        if let row = queue.take() { return row }
        return try readGood()
    }

    private func readGood() throws(InputProblem) -> GoodsQueue.Row? {
        guard let record = try goods.next() else { return nil }
        let start = UnsafePointer(goods.bytes + record.start)
        let id = Fields.field(goodField, of: start, record.count, isQuoted: record.isQuoted, scratch: scratch)
        return GoodsQueue.Row(
            bytes: Array(UnsafeBufferPointer(start: start, count: record.count)),
            id: id.map { Array($0.bytes) } ?? [], line: record.line, isQuoted: record.isQuoted, isCut: record.isCut)
    }

    private func nextMaterial() throws(InputProblem) -> RecordStream.Record? {
        if pending == nil {
            pending = try materials.next()
            if pending != nil { materialsRead += 1 }
        }
        return pending
    }

    private func append(_ good: GoodsQueue.Row, to chunk: Chunk) throws(InputProblem) {
        let first = chunk.materials.count
        var entry = Chunk.Entry(
            row: Chunk.Row(
                start: chunk.goodsBytes.count, count: good.bytes.count, line: good.line, isQuoted: good.isQuoted,
                isCut: good.isCut),
            materials: first..<first)
        chunk.goodsBytes += good.bytes
        if let line = seen.insert(good.id, line: good.line) {
            entry.problems.append(.repeatedGood(goods.name, good.line, good.text, before: line))
        }
        let bytesBefore = chunk.materialBytes.count
        var omitted = 0
        while let record = try nextMaterial() {
            if record.isCut {
                // Whose it is cannot be known for certain; the good it stands among is not to be judged without it.
                entry.problems.append(.recordTooLong(materials.name, record.line))
                pending = nil
                continue
            }
            let start = UnsafePointer(materials.bytes + record.start)
            let id = Fields.field(materialField, of: start, record.count, isQuoted: record.isQuoted, scratch: scratch)
            guard let id else {
                entry.problems.append(.unreadableRow(materials.name, record.line))
                pending = nil
                continue
            }
            guard id.count == good.id.count, memcmp(id.start, good.id, id.count) == 0 else {
                if try belongsAhead(id) { break }
                try stray(record, in: chunk)
                pending = nil
                continue
            }
            if chunk.materials.count - first >= Self.mostMaterials
                || chunk.materialBytes.count - bytesBefore > Self.mostMaterialBytes
            {
                omitted += 1
                pending = nil
                continue
            }
            chunk.materials.append(Chunk.Row(
                start: chunk.materialBytes.count, count: record.count, line: record.line, isQuoted: record.isQuoted,
                isCut: false))
            chunk.materialBytes.append(contentsOf: UnsafeBufferPointer(start: start, count: record.count))
            pending = nil
        }
        if omitted > 0 {
            entry.problems.append(.tooManyMaterials(
                materials.name, chunk.materials[first].line, good.text, found: chunk.materials.count - first + omitted))
        }
        entry.materials = first..<chunk.materials.count
        chunk.entries.append(entry)
    }

    /// Whether one of the next goods has the id, so that those before it have no materials.
    private func belongsAhead(_ id: Fields.Slot) throws(InputProblem) -> Bool {
        let wanted = Array(id.bytes)
        if queue.contains(wanted) { return true }
        while queue.count < Self.goodsAhead {
            guard let row = try readGood() else { return false }
            queue.append(row)
            if row.id == wanted { return true }
        }
        return false
    }

    /// Notes a row that belongs to no good that is still to come.
    /// - Throws: where its good has been judged already, perhaps without it; then nothing can be relied on.
    private func stray(_ record: RecordStream.Record, in chunk: Chunk) throws(InputProblem) {
        chunk.strayCount += 1
        if record.isCut {
            chunk.noteStray(.recordTooLong(materials.name, record.line))
            return
        }
        let start = UnsafePointer(materials.bytes + record.start)
        guard let id = Fields.field(
            materialField, of: start, record.count, isQuoted: record.isQuoted, scratch: scratch)
        else { return chunk.noteStray(.unreadableRow(materials.name, record.line)) }
        if let line = seen.line(of: Array(id.bytes)) {
            throw .outOfOrder(materials.name, record.line, id.text, goods: goods.name, goodLine: line)
        }
        let problem = InputProblem.unknownGood(materials.name, record.line, id.text, goods: goods.name)
        if seen.isFull { throw problem }
        chunk.noteStray(problem)
    }
}
