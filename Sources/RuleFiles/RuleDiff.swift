import HarmonizedSystem
import OriginRules

/// What changed from one rule set to another, row by row, by code.
///
/// Codes are compared as they stand; between editions of the Harmonized System one code may mean different goods.
public struct RuleDiff: Sendable {
    public struct Change: Sendable, Hashable {
        public let code: HSCode
        public let old: ProductSpecificRule
        public let new: ProductSpecificRule

        /// Whether only the words differ and both rules ask the same.
        public var isWordingOnly: Bool { old.branches == new.branches }
    }

    public let added: [ProductSpecificRule]
    public let removed: [ProductSpecificRule]
    /// Rows whose text or structure differs; another page is no change.
    public let changed: [Change]

    public init(from old: RuleSet, to new: RuleSet) {
        added = new.rows.filter { old.row($0.code) == nil }
        removed = old.rows.filter { new.row($0.code) == nil }
        changed = new.rows.compactMap { row in
            guard let earlier = old.row(row.code), earlier.text != row.text || earlier.branches != row.branches else {
                return nil
            }
            return Change(code: row.code, old: earlier, new: row)
        }
    }

    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}
