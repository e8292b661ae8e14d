import Bilingual
import Foundation
import OriginRules
import RuleFiles
import Testing

/// Files damaged at random: whatever comes in, the answer is a rule set or problems with a place, never a crash.
@Suite struct MutationTests {
    /// A generator with a seed, so that a failure can be repeated.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }

    static let fragments = [
        "<", ">", "</", "&", "&#0;", "&lt;", "]]>", "<!--", "<![CDATA[", "<!DOCTYPE x>", "<?", "\"", "\u{0}", "\u{FEFF}",
        "xmlns=\"\"", "code=\"99\"", "<rule>", "<branch number=\"2\">", "牛", "\n",
    ]

    static func damaged(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let position = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: position)
            case 2: bytes.removeLast(bytes.count - position)
            case 3: bytes.insert(contentsOf: Array((fragments.randomElement(using: &random) ?? "").utf8), at: position)
            default: bytes.insert(contentsOf: bytes.suffix(from: position).prefix(40), at: position)
            }
        }
        return bytes
    }

    static let files = [
        "annex-3a/hs2022/chapter-02.xml", "annex-3a/hs2022/chapter-24.xml", "annex-3a/hs2022/rule-set.xml",
        "annex-3a/conditions-zh.xml", "agreement/thresholds.xml", "harmonized-system/hs2022.txt",
    ]

    @Test(arguments: files, [UInt64(1), 2, 3])
    func `a damaged file is read or refused`(file: String, seed: UInt64) throws {
        let folder = try Fixtures.smallRules()
        let rules = RuleDirectory(path: folder.path)
        let date = try Fixtures.date("2026-01-01")
        let good = try Array(Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(file)")))
        var random = Seeded(state: seed)
        var refused = 0
        for _ in 0..<60 {
            try folder.write(Data(Self.damaged(good, &random)), to: file)
            let found = problems { _ = try rules.law(on: date) }
            if !found.isEmpty { refused += 1 }
            for problem in found { #expect(problem.file.hasPrefix(folder.path) && !problem.message.english.isEmpty) }
            #expect(found.isEmpty || !RuleLint(rules: rules).findings().isEmpty)
        }
        #expect(refused > 0)
    }
}
