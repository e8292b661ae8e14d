import Bilingual
import HarmonizedSystem

/// Checks that whatever a synonym stands for is found among the labels.
struct SynonymLint {
    let files: NomenclatureFiles

    func check(_ log: inout ProblemLog) {
        guard let synonyms = log.collect({ () throws(InputProblem) in try files.synonyms() }), !synonyms.entries.isEmpty,
            // Labels that cannot be read are reported elsewhere.
            let labels = try? files.labels()
        else { return }
        let search = LabelSearch(labels: labels)
        for entry in synonyms.entries {
            for meant in entry.meant where search.codes(describedBy: meant).isEmpty {
                log.add(.synonymOfNothing(files.path(NomenclatureFiles.synonymsName), entry, meant))
            }
        }
    }
}

extension InputProblem {
    fileprivate static func synonymOfNothing(
        _ file: String, _ entry: SearchSynonyms.Entry, _ meant: String
    ) -> InputProblem {
        InputProblem(
            file: file, place: .line(entry.line, column: 0), code: "lint.synonymOfNothing",
            message: BilingualText(en: "no label has these words", zh: "没有名称含有这些词"), found: meant)
    }
}
