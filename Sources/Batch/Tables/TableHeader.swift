import Bilingual

/// Which column of a table stands where.
struct TableHeader: Sendable {
    let file: String
    /// For each field of a row the column it is, as its place in `Column.allCases`; -1 where it is ignored.
    let columns: [Int]
    /// For each column the field it stands in; -1 where it is not there.
    let fields: [Int]

    func has(_ column: Int) -> Bool { fields[column] >= 0 }

    /// - Parameter names: of all columns; the first `required` must be there.
    /// - Returns: the header, and a warning for each column that is not known.
    static func read<Column: RawRepresentable & CaseIterable>(
        _ stream: RecordStream, _ type: Column.Type, required: [Column]
    ) throws(InputProblems) -> (header: TableHeader, warnings: [InputProblem]) where Column.RawValue == String {
        let names = type.allCases.map(\.rawValue)
        guard let record = try problems({ () throws(InputProblem) in try stream.next() }) else {
            throw InputProblems([.emptyTable(stream.name, expected: required.map(\.rawValue))])
        }
        guard !record.isCut else { throw InputProblems([.recordTooLong(stream.name, record.line)]) }
        let found = Fields.texts(stream.bytes + record.start, record.count)
        let bytes = Array(UnsafeBufferPointer(start: stream.bytes + record.start, count: record.count))
        var columns: [Int] = []
        var fields = [Int](repeating: -1, count: names.count)
        var warnings: [InputProblem] = []
        var faults: [InputProblem] = []
        for (index, name) in found.enumerated() {
            let trimmed = name.trimmingSpaces
            guard let column = names.firstIndex(of: trimmed.lowercased()) else {
                columns.append(-1)
                // Spreadsheets put such columns behind a table.
                if trimmed.isEmpty { continue }
                warnings.append(.unknownColumn(
                    stream.name, trimmed, field: index + 1, at: Fields.place(ofField: index, in: bytes).column,
                    known: names))
                continue
            }
            if fields[column] >= 0 { faults.append(.repeatedColumn(stream.name, trimmed)) }
            columns.append(column)
            fields[column] = index
        }
        let missing = required.map(\.rawValue).filter { name in !found.contains { $0.trimmingSpaces.lowercased() == name } }
        if !missing.isEmpty {
            faults.append(.missingColumns(stream.name, missing, found: found.joined(separator: ",")))
        }
        guard faults.isEmpty else { throw InputProblems(faults) }
        stream.fieldCount = columns.count
        return (TableHeader(file: stream.name, columns: columns, fields: fields), warnings)
    }
}

func problems<Value>(_ body: () throws(InputProblem) -> Value) throws(InputProblems) -> Value {
    do {
        return try body()
    } catch {
        throw InputProblems([error])
    }
}

extension String {
    var trimmingSpaces: String {
        var rest = self[...]
        while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return String(rest)
    }
}
