extension [String] {
    /// All with a separator between them, made in one go.
    package func listed(_ separator: StaticString) -> String {
        if count == 1 { return self[0] }
        let length = reduce(0) { $0 + $1.utf8.count } + Swift.max(count - 1, 0) * separator.utf8CodeUnitCount
        return String(unsafeUninitializedCapacity: length) { text in
            guard let start = text.baseAddress else { return 0 }
            var end = start
            for index in indices {
                if index > 0 {
                    end.update(from: separator.utf8Start, count: separator.utf8CodeUnitCount)
                    end += separator.utf8CodeUnitCount
                }
                self[index].copyBytes(to: &end)
            }
            return length
        }
    }
}
