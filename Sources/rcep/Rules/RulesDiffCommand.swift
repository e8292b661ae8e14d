import ArgumentParser
import Bilingual
import HarmonizedSystem
import OriginRules
import Reporting
import RuleFiles

/// `rcep rules diff`: what changed from one rule set to another.
struct RulesDiffCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compares two rule sets row by row, by code. / 按编码逐行比较两个规则集。",
        discussion: "A rule set is named by its id or by its folder. Codes are compared as they stand.")

    @Argument(help: "Id or folder of the older rule set. / 旧规则集。")
    var old: String

    @Argument(help: "Id or folder of the newer rule set. / 新规则集。")
    var new: String

    @Option(help: "text or json. / 输出格式。")
    var format: Format = .text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let (old, new) = (try ruleSet(old), try ruleSet(new))
            let diff = RuleDiff(from: old, to: new)
            switch format {
            case .text: Terminal.print(Self.text(diff))
            case .json: Terminal.print(Self.json(diff, old, new))
            }
            Terminal.complain(BilingualText.summary(diff)[shared.language] + "\n")
        }
    }

    private func ruleSet(_ name: String) throws(InputProblems) -> RuleSet {
        let isFolder = name.contains("/") || name == "." || name == ".."
        return isFolder ? try RuleDirectory.ruleSet(folder: name) : try shared.ruleDirectory().ruleSet(id: name)
    }

    /// One line a row removed (-), added (+) or changed (- then +, `=` where only the words differ), in code order.
    private static func text(_ diff: RuleDiff) -> String {
        var lines = diff.removed.map { (code: $0.code, text: "- \($0.code)  \($0.text)\n") }
        lines += diff.added.map { ($0.code, "+ \($0.code)  \($0.text)\n") }
        lines += diff.changed.map { change in
            let mark = change.isWordingOnly ? "=" : "+"
            return (change.code, "- \(change.code)  \(change.old.text)\n\(mark) \(change.code)  \(change.new.text)\n")
        }
        return lines.sorted { $0.code < $1.code }.map(\.text).joined()
    }

    private static func json(_ diff: RuleDiff, _ old: RuleSet, _ new: RuleSet) -> String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.member("from", old.id)
            json.member("to", new.id)
            json.arrayMember("added", diff.added) { json, rule in write(rule, to: &json) }
            json.arrayMember("removed", diff.removed) { json, rule in write(rule, to: &json) }
            json.arrayMember("changed", diff.changed) { json, change in
                json.object { json in
                    json.member("code", change.code.digits)
                    json.member("old", change.old.text)
                    json.member("new", change.new.text)
                    json.member("wordingOnly", change.isWordingOnly)
                }
            }
        }
        return json.text + "\n"
    }

    private static func write(_ rule: ProductSpecificRule, to json: inout JSONWriter) {
        json.object { json in
            json.member("code", rule.code.digits)
            json.member("text", rule.text)
        }
    }
}

extension BilingualText {
    fileprivate static func summary(_ diff: RuleDiff) -> BilingualText {
        let (added, removed, changed) = (diff.added.count, diff.removed.count, diff.changed.count)
        let words = diff.changed.count { $0.isWordingOnly }
        return BilingualText(
            en: "\(added) added, \(removed) removed, \(changed) changed (\(words) in wording only)",
            zh: "新增 \(added) 行，删除 \(removed) 行，变更 \(changed) 行（其中 \(words) 行仅措辞不同）")
    }
}
