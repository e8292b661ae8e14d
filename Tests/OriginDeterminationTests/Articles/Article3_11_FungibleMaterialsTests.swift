import OriginDetermination
import OriginModel
import Testing

/// Article 3.11: the method that tells commingled materials apart is stated in the explanation.
@Suite struct FungibleMaterialsTests {
    static let methods: [Row<InventoryMethod, (english: String, chinese: String)>] = [
        Row("segregation", .segregation, ("physical segregation", "物理隔离")),
        Row("FIFO", .FIFO, ("FIFO inventory method", "先进先出")),
        Row("LIFO", .LIFO, ("LIFO inventory method", "后进先出")),
        Row("average", .average, ("average inventory method", "加权平均")),
    ]

    @Test(arguments: methods) func explained(_ row: Row<InventoryMethod, (english: String, chinese: String)>) throws {
        let sketch = Sketch("8711.20", .foreign("10", "8501.10", "60")).with { $0.inventory = row.given }
        let determination = try sketch.determined()
        let steps = determination.explanation.steps(citing: "3.11")
        #expect(steps.count == 1)
        #expect(steps.first?.statement.english.contains(row.expected.english) ?? false)
        #expect(steps.first?.statement.chinese.contains(row.expected.chinese) ?? false)
        #expect(determination.answer == "originating RVC")
    }

    @Test func everyMethodIsTested() {
        #expect(Set(Self.methods.map(\.given)) == Set(InventoryMethod.allCases))
    }

    @Test func notStatedNotExplained() throws {
        let tree = try Sketch("8711.20", .foreign("10", "8501.10", "60")).determined().explanation
        #expect(tree.steps(citing: "3.11").isEmpty)
    }
}
