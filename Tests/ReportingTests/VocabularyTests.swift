import Bilingual
import OriginDetermination
import OriginModel
import OriginRules
import Reporting
import Testing

@Suite("Names")
struct VocabularyTests {
    @Test(arguments: [
        ("3.5.1(a)", "Article 3.5.1(a)", "第三章第五条第一款(a)项"), ("3.15", "Article 3.15", "第三章第十五条"),
        ("3.21", "Article 3.21", "第三章第二十一条"), ("3.2(c)", "Article 3.2(c)", "第三章第二条(c)项"),
        ("2.6.3", "Article 2.6.3", "第二章第六条第三款"), ("3A", "Annex 3A", "附件3A"),
        ("3A.7", "Annex 3A, headnote 7", "附件3A注释7"), ("3A 38.08", "Annex 3A, 38.08", "附件3A 38.08"),
        ("D12", "this program's decision D12", "本程序处理原则D12"),
        ("3.7; D9", "Article 3.7; this program's decision D9", "第三章第七条；本程序处理原则D9"),
        ("3.8.2, 3.8.3", "Article 3.8.2; Article 3.8.3", "第三章第八条第二款；第三章第八条第三款"), ("other", "other", "other"),
        ("3.x", "3.x", "3.x"), ("", "", ""),
    ])
    func articles(_ citation: String, _ english: String, _ chinese: String) {
        #expect(BilingualText.article(citation) == BilingualText(en: english, zh: chinese))
    }

    /// Every label there is, so that a new case cannot come without words in both languages.
    static let labels: [BilingualText] =
        Verdict.allCases.map(\.label) + Criterion.allCases.map(\.name) + Supplement.allCases.map(\.name)
        + Material.Status.allCases.map(\.label) + Material.Role.allCases.map(\.label)
        + Evidence.Kind.allCases.map(\.label) + [Outcome.met, .notMet, .undetermined].map(\.label)

    @Test(arguments: labels)
    func labelsDifferByLanguage(_ label: BilingualText) {
        #expect(!label.english.isEmpty)
        #expect(label.english.utf8.allSatisfy { $0 < 0x80 })
        #expect(label.chinese.unicodeScalars.allSatisfy { $0.value >= 0x3000 })
    }
}
