import Bilingual
import Glibc

/// Reads both tables side by side and cuts them into chunks of whole goods, in bounded memory.
///
/// Used by one thread at a time, and never from within itself: what changes with each row is not watched for that.
final class PortfolioReader: ChunkSource {
    /// Bytes of materials a chunk has at least, unless it has `mostGoods` goods before. Where every determination is
    /// written, its text is thirty times as long as the rows: chunks are then so small that it stays near the core.
    private static let (chunkBytes, explainedChunkBytes) = (128 << 10, 48 << 10)
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
    @exclusivity(unchecked) private var queue = GoodsQueue()
    @exclusivity(unchecked) private var seen = SeenGoods()
    /// Row of materials that has been cut and is not yet used.
    @exclusivity(unchecked) private var pending: RecordStream.Record?
    /// Row of goods that has been cut and is not yet used.
    @exclusivity(unchecked) private var upcoming: RecordStream.Record?
    @exclusivity(unchecked) private var upcomingID = GoodID()
    /// Of the good whose materials are being read.
    @exclusivity(unchecked) private var goodID = GoodID()
    /// Lines of rows that could not be read, since the last that could: they may be of any good up to that of the next.
    @exclusivity(unchecked) private var doubtful: [Int] = []
    private static let mostDoubtful = 16
    /// Rows of goods that were not to be found where they should stand: the line of the first, by the good's fingerprint.
    @exclusivity(unchecked) private var passedOver: [UInt64: Int] = [:]
    private static let mostPassedOver = 1 << 20
    private var chunks = 0
    @exclusivity(unchecked) private(set) var materialsRead = 0
    let warnings: [InputProblem]
    private let chunkBytes: Int

    /// - Parameter isExplained: whether the determinations are written too.
    init(goods: String, materials: String, isExplained: Bool = false) throws(InputProblems) {
        chunkBytes = isExplained ? Self.explainedChunkBytes : Self.chunkBytes
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

    func next(into spare: Chunk?) throws(InputProblem) -> Chunk? {
        let chunk = spare?.emptied(number: chunks) ?? Chunk(number: chunks, bytes: chunkBytes)
        while chunk.materialBytes.count < chunkBytes, chunk.entries.count < Self.mostGoods,
            let row = try takeGood(into: chunk)
        {
            try append(row, to: chunk)
        }
        if chunk.entries.isEmpty, try !takeLeftOver(into: chunk) { return nil }
        chunks += 1
        chunk.close()
        return chunk
    }

    /// Rows of materials after those of the last good; false where there are none.
    private func takeLeftOver(into chunk: Chunk) throws(InputProblem) -> Bool {
        guard try nextMaterial() != nil else { return false }
        while let record = try nextMaterial() {
            try stray(record, in: chunk)
            pending = nil
        }
        return true
    }

    // MARK: Goods

    /// Copies the row of the next good and notes its id; nil at the end.
    private func takeGood(into chunk: Chunk) throws(InputProblem) -> Chunk.Row? {
        let start = chunk.goodsBytes.count
        if let row = queue.take() {
            chunk.goodsBytes += row.bytes
            chunk.goodsBytes.append(0x0A)
            row.id.withUnsafeBufferPointer { goodID.set($0, isQuoted: row.isQuoted) }
            return Chunk.Row(
                start: start, count: row.bytes.count, line: row.line, isQuoted: row.isQuoted, isCut: row.isCut)
        }
        guard let record = try nextGood() else { return nil }
        upcoming = nil
        chunk.goodsBytes.append(contentsOf: UnsafeBufferPointer(start: goods.bytes + record.start, count: record.count))
        chunk.goodsBytes.append(0x0A)
        swap(&goodID, &upcomingID)
        return Chunk.Row(
            start: start, count: record.count, line: record.line, isQuoted: record.isQuoted, isCut: record.isCut)
    }

    /// The next row of the table, which stays the next until it is taken.
    private func nextGood() throws(InputProblem) -> RecordStream.Record? {
        if upcoming == nil {
            upcoming = try goods.next()
            if let upcoming { noteID(of: upcoming) }
        }
        return upcoming
    }

    private func noteID(of good: RecordStream.Record) {
        let id = Fields.field(
            goodField, of: UnsafePointer(goods.bytes + good.start), good.count, isQuoted: good.isQuoted,
            scratch: scratch)
        upcomingID.set(id?.bytes ?? UnsafeBufferPointer(start: nil, count: 0), isQuoted: good.isQuoted)
    }

    /// The next row, for the queue of those that were read ahead.
    private func readGood() throws(InputProblem) -> GoodsQueue.Row? {
        guard let record = try nextGood() else { return nil }
        upcoming = nil
        return GoodsQueue.Row(
            bytes: Array(UnsafeBufferPointer(start: goods.bytes + record.start, count: record.count)),
            id: Array(upcomingID.bytes), line: record.line, isQuoted: record.isQuoted, isCut: record.isCut)
    }

    // MARK: Materials

    private func nextMaterial() throws(InputProblem) -> RecordStream.Record? {
        if pending == nil {
            pending = try materials.next()
            if pending != nil { materialsRead += 1 }
        }
        return pending
    }

    private func append(_ row: Chunk.Row, to chunk: Chunk) throws(InputProblem) {
        var entry = Chunk.Entry(row: row, runs: chunk.runs.count..<chunk.runs.count)
        if let line = seen.insert(goodID, line: row.line) {
            entry.problems.append(.repeatedGood(goods.name, row.line, goodID.text, before: line))
        }
        if !passedOver.isEmpty || !doubtful.isEmpty { noteEarlierRows(in: &entry) }
        let bytesBefore = chunk.materialBytes.count
        var omitted = 0
        while true {
            if pending == nil, omitted == 0 {
                takeRun(into: chunk, &entry, bytesBefore)
                if try nextGoodIsAskedFor() { break }
            }
            guard let record = try nextMaterial() else { break }
            let start = UnsafePointer(materials.bytes + record.start)
            let id = Fields.field(materialField, of: start, record.count, isQuoted: record.isQuoted, scratch: scratch)
            guard let id, !record.isCut else {
                entry.problems.append(
                    record.isCut ? .recordTooLong(materials.name, record.line) : .unreadableRow(materials.name, record.line))
                // Whose it is may not be known; no good it may be one of is to be judged without it.
                if id.map({ !goodID.equals($0) }) ?? true { note(doubtful: record.line) }
                pending = nil
                continue
            }
            guard goodID.equals(id) else {
                if try belongsAhead(id) { break }
                if let problem = misspelled(id, at: record.line) {
                    entry.problems.append(problem)
                    note(doubtful: record.line)
                    pending = nil
                    continue
                }
                try stray(record, in: chunk)
                pending = nil
                continue
            }
            if !doubtful.isEmpty { doubtful.removeAll() }
            if isFull(chunk, entry, bytesBefore) {
                omitted += 1
                pending = nil
                continue
            }
            chunk.append(
                UnsafeBufferPointer(start: start, count: record.count), line: record.line, isQuoted: record.isQuoted,
                to: &entry)
            pending = nil
        }
        if omitted > 0 {
            entry.problems.append(.tooManyMaterials(
                materials.name, chunk.runs[entry.runs.lowerBound].line, goodID.text, found: entry.rowCount + omitted))
        }
        chunk.entries.append(consume entry)
    }

    private func isFull(_ chunk: Chunk, _ entry: Chunk.Entry, _ bytesBefore: Int) -> Bool {
        entry.rowCount >= Self.mostMaterials || chunk.materialBytes.count - bytesBefore > Self.mostMaterialBytes
    }

    /// The rows of the good that stand one after the other, all at once.
    private func takeRun(into chunk: Chunk, _ entry: inout Chunk.Entry, _ bytesBefore: Int) {
        guard materialField == 0, !isFull(chunk, entry, bytesBefore) else { return }
        let run = materials.takeRun(of: goodID, most: Self.mostMaterials - entry.rowCount)
        guard run.count > 0 else { return }
        if !doubtful.isEmpty { doubtful.removeAll() }
        chunk.append(run, to: &entry)
        materialsRead += run.count
    }

    /// Whether the next row of materials is one of the next good: then this one has no more.
    private func nextGoodIsAskedFor() throws(InputProblem) -> Bool {
        guard materialField == 0, queue.count == 0, let record = try nextGood(), !record.isCut, !record.isQuoted
        else { return false }
        return materials.nextBegins(with: upcomingID)
    }

    /// Whether one of the next goods has the id, so that those before it have no materials.
    private func belongsAhead(_ id: Fields.Slot) throws(InputProblem) -> Bool {
        // A copy: an id out of quotation marks lies where those of the goods read ahead are put.
        let wanted = Array(id.bytes)
        if queue.contains(wanted) { return true }
        while queue.count < Self.goodsAhead {
            guard let row = try readGood() else { return false }
            queue.append(row)
            if row.id == wanted { return true }
        }
        return false
    }

    /// Rows that stood before those of the good and may be, or are, its own.
    private func noteEarlierRows(in entry: inout Chunk.Entry) {
        if let line = passedOver[goodID.fingerprint] {
            entry.problems.append(.passedOverBefore(materials.name, line, goodID.text, goods: goods.name))
        }
        for line in doubtful { entry.problems.append(.mayBelong(materials.name, line, goodID.text)) }
    }

    private func note(doubtful line: Int) {
        if doubtful.count < Self.mostDoubtful { doubtful.append(line) }
    }

    /// What is wrong with an id that nobody can have meant: nothing, or that of a good beside which it stands but for
    /// blanks and capitals.
    private func misspelled(_ id: Fields.Slot, at line: Int) -> InputProblem? {
        let key = id.text.identifying
        if key.isEmpty { return .emptyGoodID(materials.name, line) }
        let beside = [goodID.text] + (queue.next.map { [String(decoding: $0.id, as: UTF8.self)] } ?? [])
        return beside.first { $0.identifying == key }.map { .almostGood(materials.name, line, id.text, $0) }
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
        var named = GoodID()
        named.set(id.bytes, isQuoted: record.isQuoted)
        if let line = seen.line(of: named) {
            throw .outOfOrder(materials.name, record.line, id.text, goods: goods.name, goodLine: line)
        }
        let problem = InputProblem.unknownGood(materials.name, record.line, id.text, goods: goods.name)
        // Without a note of it, its good would be judged without this row, should it come after all.
        if seen.isFull || passedOver.count >= Self.mostPassedOver { throw problem }
        if passedOver[named.fingerprint] == nil { passedOver[named.fingerprint] = record.line }
        chunk.noteStray(problem)
    }
}

extension String {
    /// Without blanks around it and capitals.
    fileprivate var identifying: String { trimmingSpaces.lowercased() }
}
