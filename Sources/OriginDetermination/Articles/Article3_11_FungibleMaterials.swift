import Bilingual
import OriginModel

/// Article 3.11: commingled fungible materials are told apart by segregation or by an inventory method recognised in the
/// exporting Party's accounting principles and used throughout the fiscal year.
enum FungibleMaterials {
    static func explanation(_ method: InventoryMethod) -> Explanation {
        let statement =
            switch method {
            case .segregation:
                BilingualText(
                    en: "Fungible materials are told apart by physical segregation.",
                    zh: "可互换材料以物理隔离方式区分。")
            case .FIFO, .LIFO, .average:
                BilingualText(
                    en: "Commingled fungible materials are told apart by the \(method.rawValue) inventory method, which must be recognised in the exporting Party's accounting principles and used throughout the fiscal year.",
                    zh: "混合存放的可互换材料按\(chineseName(method))库存管理方法区分；该方法须为出口缔约方公认会计原则所承认，并在整个财务年度内连续使用。")
            }
        return Explanation(article: "3.11", statement: statement, result: .information)
    }

    private static func chineseName(_ method: InventoryMethod) -> String {
        switch method {
        case .segregation: "物理隔离"
        case .FIFO: "先进先出"
        case .LIFO: "后进先出"
        case .average: "加权平均"
        }
    }
}
