import Bilingual
import Reporting

/// `rcep-problems/1`: what is wrong with one file of several, in the place of its determination.
struct ProblemsJSON {
    let language: Language

    func text(_ problems: [InputProblem], file: String) -> String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.member("format", "rcep-problems/1")
            json.member("file", file)
            json.member("language", language.rawValue)
            json.arrayMember("problems", problems) { json, problem in write(problem, to: &json) }
        }
        return json.text
    }

    /// What stands in the place of a determination among many, on one line.
    func line(_ problems: [InputProblem]) -> String {
        var json = JSONWriter(.compact)
        json.object { json in
            json.member("format", "rcep-problems/1")
            json.member("file", problems.first?.file ?? "")
            json.member("language", language.rawValue)
            json.arrayMember("problems", problems) { json, problem in
                write(problem, in: problem.file == problems.first?.file ? nil : problem.file, to: &json)
            }
        }
        return json.text
    }

    /// - Parameter file: where it is another one than that of the whole.
    private func write(_ problem: InputProblem, in file: String? = nil, to json: inout JSONWriter) {
        let (place, line, column) = Self.place(problem)
        json.object { json in
            json.member("code", problem.code)
            if let file { json.member("file", file) }
            json.member("place", place)
            if let line { json.member("line", line) } else { json.nullMember("line") }
            if let column { json.member("column", column) } else { json.nullMember("column") }
            json.member("message", problem.message[language])
            json.member("found", problem.found)
            json.member("expected", problem.expected?[language])
        }
    }

    private static func place(_ problem: InputProblem) -> (String?, line: Int?, column: Int?) {
        switch problem.place {
        case .wholeFile: (nil, nil, nil)
        case .line(let line, let column): (nil, line, column > 0 ? column : nil)
        case .pointer(let pointer, let line, let column): (pointer, line, column)
        case .cell(let sheet, let reference): ("\(sheet)!\(reference)", nil, nil)
        }
    }
}
