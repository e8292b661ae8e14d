import HarmonizedSystem
import Testing

@Suite struct HSLabelsTests {
    private static let text = """
        # code, English, Chinese
        0101\tHorses, asses\t马、驴
        87\tVehicles\t车辆
        8711\tMotorcycles\t摩托车

        871120\tMotorcycles, 50 to 250 cc\t摩托车，50至250毫升
        """

    /// The label of a code, else of its heading, else of its chapter.
    static let labels: [Row<String, String?>] = [
        Row("its own", "8711.20", "Motorcycles, 50 to 250 cc / 摩托车，50至250毫升"),
        Row("its heading's", "8711.30", "Motorcycles / 摩托车"),
        Row("its chapter's", "8714.10", "Vehicles / 车辆"),
        Row("a heading's own", "87.11", "Motorcycles / 摩托车"),
        Row("a heading by its chapter", "87.14", "Vehicles / 车辆"),
        Row("a chapter's own", "87", "Vehicles / 车辆"),
        Row("a heading's label is not the chapter's", "01", nil),
        Row("none", "7601.10", nil),
    ]

    @Test(arguments: labels) func label(_ row: Row<String, String?>) throws {
        let code = try #require(HSCode(row.given))
        let label = try HSLabels(tabSeparated: Self.text).label(for: code)
        #expect(label.map { "\($0.english) / \($0.chinese)" } == row.expected)
    }

    @Test func codesInOrder() throws {
        #expect(try HSLabels(tabSeparated: Self.text).codes.map(\.printed) == ["01.01", "87", "87.11", "8711.20"])
    }

    @Test func exactCodeAlone() throws {
        let labels = try HSLabels(tabSeparated: Self.text)
        #expect(labels[try #require(HSCode("87.11"))]?.english == "Motorcycles")
        #expect(labels[try #require(HSCode("8711.30"))] == nil)
    }

    static let faults: [Row<String, Int>] = [
        Row("two fields", "87\tVehicles", 1), Row("four fields", "87\tVehicles\t车辆\t", 1),
        Row("no English", "87\t\t车辆", 1), Row("no Chinese", "87\tVehicles\t", 1),
        Row("no code", "\tVehicles\t车辆", 1), Row("a code of three digits", "871\tVehicles\t车辆", 1),
        Row("a code twice", "87\tVehicles\t车辆\n# again\n87\tVehicles\t车辆", 3),
        Row("a heading before its chapter", "8711\tA\t甲\n87\tB\t乙", 2),
        Row("a code out of order", "87\tA\t甲\n01\tB\t乙", 2),
        Row("a code with a dot", "8711\tA\t甲\n87.12\tB\t乙", 2),
        Row("spaces for tabs", "87 Vehicles 车辆", 1),
    ]

    @Test(arguments: faults) func formatFault(_ row: Row<String, Int>) {
        let line = row.given.split(separator: "\n", omittingEmptySubsequences: false)[row.expected - 1]
        let fault = FormatFault.met { () throws(HSNomenclature.FormatError) in
            try HSLabels(tabSeparated: row.given)
        }
        #expect(fault == FormatFault(line: row.expected, found: String(line)))
    }
}
